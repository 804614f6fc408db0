import { Box, Group, Paper } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';

import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { FilterSelect } from '@/components/FilterSelect';
import { ButtonLink } from '@/components/links';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';
import { useRunName } from '@/features/runs/subjects';
import { useChannels } from '@/features/shops/queries';

import { listingWord } from './ListingBadge';
import { ListingCards, ListingTable } from './ListingRows';
import classes from './listings.module.css';
import { useListings } from './queries';
import { changed, LISTING_STATUSES, type ListingSearch } from './search';

interface ListingListProps {
  search: ListingSearch;
  onSearch: (next: ListingSearch) => void;
}

export function ListingList({ search, onSearch }: ListingListProps) {
  const { query, items } = useListings(search);
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  return (
    <Paper style={{ borderColor: 'var(--wl-line)', overflow: 'hidden' }} shadow="sm">
      <Filters search={search} onSearch={onSearch} />
      <Found query={query} empty={items.length === 0} search={search} onSearch={onSearch}>
        <Box className={query.isPlaceholderData ? classes.refreshing : undefined} aria-busy={query.isPlaceholderData}>
          {wide ? <ListingTable listings={items} /> : <ListingCards listings={items} />}
          <LoadMore auto shown={items.length} noun="listing" query={query} />
        </Box>
      </Found>
    </Paper>
  );
}

function Filters({ search, onSearch }: ListingListProps) {
  const { data: channels = [] } = useChannels();
  const run = useRunName(search.run_id);
  return (
    <Group gap="sm" p={{ base: 'sm', sm: 'lg' }}>
      <FilterSelect
        label="Status"
        all="Every status"
        choices={LISTING_STATUSES.map((status) => ({ value: status, label: listingWord(status) }))}
        value={search.status}
        onValue={(status) => {
          onSearch(changed(search, { status }));
        }}
      />
      <FilterSelect
        label="Channel"
        all="Every channel"
        w={160}
        choices={channels.map(({ name, title }) => ({ value: name, label: title }))}
        value={search.channel}
        onValue={(channel) => {
          onSearch(changed(search, { channel }));
        }}
      />
      {search.run_id !== undefined && (
        <Chip
          said={`Run: ${run ?? search.run_id.slice(-6)}`}
          onOff={() => {
            onSearch(changed(search, { run_id: undefined }));
          }}
        />
      )}
      {search.design_id !== undefined && (
        <Chip
          said={`Design ${search.design_id.slice(-6)}`}
          onOff={() => {
            onSearch(changed(search, { design_id: undefined }));
          }}
        />
      )}
    </Group>
  );
}

interface FoundProps extends ListingListProps {
  query: ReturnType<typeof useListings>['query'];
  empty: boolean;
  children: ReactNode;
}

function Found({ query, empty, search, onSearch, children }: FoundProps) {
  if (query.isPending) return <Rows count={6} tall />;
  if (query.isError && empty) return <ListFailure query={query} />;
  if (!empty) return children;
  return Object.keys(search).length > 0 ? (
    <NoneFits
      title="No listing fits"
      all="Show all listings"
      onAll={() => {
        onSearch({});
      }}
    />
  ) : (
    <Empty title="No listings yet" action={<ButtonLink to="/designs">Look at the designs</ButtonLink>}>
      A design that you approve is published to your shop, and stands here with how far it is.
    </Empty>
  );
}
