import { Box, Button, Group, Paper, Select, Skeleton, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { SearchField } from '@/components/SearchField';
import { Tabs } from '@/components/Tabs';
import { useMe, useRights } from '@/lib/context';

import { CollectionCard } from './CollectionCard';
import classes from './collections.module.css';
import { MakeModal } from './NameModals';
import { useCollections } from './queries';
import { changed, COLLECTION_SORTS, type CollectionSearch, type Shelf, SHELVES } from './search';

interface CollectionListProps {
  search: CollectionSearch;
  onSearch: (next: CollectionSearch) => void;
}

const NAMES: Record<Shelf, string> = { mine: 'Mine', others: 'Shared with me', archived: 'Archived' };

export function NewCollection() {
  const [opened, setOpened] = useState(false);
  const { work } = useRights();
  if (!work) return null;
  return (
    <>
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          setOpened(true);
        }}
      >
        New collection
      </Button>
      <MakeModal
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
      />
    </>
  );
}

export function CollectionList({ search, onSearch }: CollectionListProps) {
  return (
    <>
      <Paper p={{ base: 'sm', sm: 'lg' }} style={{ borderColor: 'var(--wl-line)' }} shadow="sm">
        <Stack gap="sm">
          <Group gap="sm">
            <SearchField
              label="Search collections"
              placeholder="Search names and descriptions"
              value={search.query}
              onValue={(query) => {
                onSearch(changed(search, { query }));
              }}
            />
            <Select
              aria-label="Sort by"
              w={170}
              data={COLLECTION_SORTS}
              value={search.sort ?? 'name'}
              onChange={(value) => {
                onSearch(changed(search, { sort: COLLECTION_SORTS.find((one) => one.value === value)?.value }));
              }}
            />
          </Group>
          <Tabs label="Which collections" className={classes.tabs}>
            {[undefined, ...SHELVES].map((shelf) => (
              <Link
                key={shelf ?? 'all'}
                to="/collections"
                search={changed(search, { shelf })}
                activeOptions={{ exact: true }}
                className={classes.tab}
                replace
              >
                {shelf === undefined ? 'All' : NAMES[shelf]}
              </Link>
            ))}
          </Tabs>
        </Stack>
      </Paper>
      <Found search={search} onSearch={onSearch} />
    </>
  );
}

function Found({ search, onSearch }: CollectionListProps) {
  const me = useMe();
  const { query, items } = useCollections(search);
  const shown = search.shelf === 'others' ? items.filter((one) => one.maker_id !== me?.id) : items;
  if (query.isPending) return <Coming />;
  if (query.isError && items.length === 0) {
    return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (shown.length === 0 && !query.hasNextPage) return <None search={search} onSearch={onSearch} />;
  return (
    <Box aria-busy={query.isPlaceholderData}>
      <ul className={classes.cards} aria-label="Collections">
        {shown.map((collection) => (
          <CollectionCard key={collection.id} collection={collection} />
        ))}
      </ul>
      <LoadMore auto shown={shown.length} noun="collection" query={query} />
    </Box>
  );
}

function None({ search, onSearch }: CollectionListProps) {
  if (search.query !== undefined) {
    return (
      <NoneFits
        title="No collection fits"
        all="Show all collections"
        onAll={() => {
          onSearch({});
        }}
      >
        Words are looked for in names and descriptions.
      </NoneFits>
    );
  }
  if (search.shelf === 'archived') return <Empty title="Nothing is archived">What you put away stands here.</Empty>;
  if (search.shelf === 'others') {
    return <Empty title="Nothing is shared with you yet">What colleagues show you stands here.</Empty>;
  }
  return (
    <Empty title="No collections yet" action={<NewCollection />}>
      Keep offers together that belong together: rivals of a product, gifts for a season, shops to learn from. Each
      shows how its prices move.
    </Empty>
  );
}

function Coming() {
  return (
    <div className={classes.cards} role="status" aria-label="Loading">
      {Array.from({ length: 4 }, (_, index) => (
        <Skeleton key={index} h={230} radius="lg" />
      ))}
    </div>
  );
}
