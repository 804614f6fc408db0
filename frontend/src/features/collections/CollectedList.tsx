import { Box, Group } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { useRights } from '@/lib/context';
import type { Collection } from '@/lib/schema';

import { AddMatching } from './AddMatching';
import { CollectedRow } from './CollectedRow';
import classes from './collections.module.css';
import { CollectedTools } from './CollectedTools';
import { useCollected } from './queries';
import { RemoveMatching } from './RemoveMatching';
import { type CollectedSearch, isNarrowed } from './search';

interface CollectedListProps {
  collection: Collection;
  search: CollectedSearch;
  onSearch: (next: CollectedSearch) => void;
}

/** The offers of a collection. */
export function CollectedList({ collection, search, onSearch }: CollectedListProps) {
  const { query, items } = useCollected(collection.id, search);
  const { work } = useRights();
  const open = work && collection.may !== 'view' && collection.archived_at === null;
  return (
    <Panel
      flush
      title="Offers"
      action={
        open && (
          <Group gap="xs">
            {isNarrowed(search) && items.length > 0 && <RemoveMatching collection={collection} search={search} />}
            <AddMatching collection={collection} />
          </Group>
        )
      }
    >
      <CollectedTools search={search} onSearch={onSearch} shown={items} />
      <Found query={query} search={search} onSearch={onSearch} open={open} collection={collection}>
        <Box className={query.isPlaceholderData ? classes.refreshing : undefined} aria-busy={query.isPlaceholderData}>
          <ul className={classes.held} aria-label="Offers">
            {items.map((offer) => (
              <CollectedRow key={offer.id} collection={collection} offer={offer} open={open} />
            ))}
          </ul>
          <LoadMore auto shown={items.length} noun="offer" query={query} />
        </Box>
      </Found>
    </Panel>
  );
}

interface FoundProps extends CollectedListProps {
  query: ReturnType<typeof useCollected>['query'];
  open: boolean;
  children: React.ReactNode;
}

function Found({ query, search, onSearch, open, collection, children }: FoundProps) {
  if (query.isPending) return <Rows count={5} tall />;
  if (query.isError && !query.isFetchNextPageError) return <ListFailure query={query} />;
  if (query.data.pages.some((page) => page.items.length > 0)) return children;
  if (isNarrowed(search)) {
    return (
      <NoneFits
        title="No offer here fits"
        all="Clear search and filters"
        onAll={() => {
          onSearch({});
        }}
      />
    );
  }
  return (
    <Empty
      title="Nothing in it yet"
      action={
        open && (
          <Group gap="sm" justify="center">
            <AddMatching collection={collection} />
            <ButtonLink to="/offers" variant="default">
              Look through the offers
            </ButtonLink>
          </Group>
        )
      }
    >
      {open ? 'Add all offers that fit a search, or single ones from their own pages.' : 'Its maker has added none.'}
    </Empty>
  );
}
