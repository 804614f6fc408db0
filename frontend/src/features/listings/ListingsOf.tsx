import { Group, Text } from '@mantine/core';

import { Failure } from '@/components/Failure';
import { TextLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';

import { ListingBadge } from './ListingBadge';
import classes from './listings.module.css';
import { Parts } from './Parts';
import { isMoving } from './progress';
import { useListings } from './queries';

const SHOWN = 10;

/** Where a design is sold, or about to be. */
export function ListingsOf({ designId }: { designId: string }) {
  const { query, items } = useListings({ design_id: designId }, SHOWN);
  const own = items.filter(({ design_id: design }) => design === designId);
  return (
    <Panel flush title="Listings">
      {query.isPending && <Rows count={1} />}
      {query.isError && own.length === 0 && (
        <div className={classes.inset}>
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        </div>
      )}
      {query.isSuccess && own.length === 0 && (
        <Text size="sm" c="dimmed" className={classes.inset}>
          None yet. It is published once it is approved.
        </Text>
      )}
      <ul className={classes.slim} aria-label="Listings">
        {own.map((listing) => (
          <li key={listing.id}>
            <Group justify="space-between" gap="xs" wrap="nowrap">
              <TextLink to="/listings/$listingId" params={{ listingId: listing.id }} fw={550} truncate>
                {listing.shop_name}
              </TextLink>
              <ListingBadge status={listing.status} />
            </Group>
            {isMoving(listing) && <Parts listing={listing} />}
            {listing.reason !== null && (
              <Text size="xs" c="dimmed" mt={4}>
                {listing.reason}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
