import { Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Art } from '@/components/Art';
import { When } from '@/components/When';
import { useChannelTitle } from '@/features/shops/queries';
import { money } from '@/lib/format';
import type { Listing } from '@/lib/schema';

import { ListingActs } from './ListingActs';
import { ListingBadge } from './ListingBadge';
import classes from './listings.module.css';
import { Parts } from './Parts';
import { isMoving, onDark } from './progress';

export function ListingTable({ listings }: { listings: Listing[] }) {
  return (
    <Table className={classes.table} aria-label="Listings" verticalSpacing={10} horizontalSpacing={20}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="38%">Listing</Table.Th>
          <Table.Th>Shop</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th className={classes.right}>Price from</Table.Th>
          <Table.Th className={classes.right}>Changed</Table.Th>
          <Table.Th>
            <VisuallyHidden>Acts</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {listings.map((listing) => (
          <Table.Tr key={listing.id} data-testid="listing" data-status={listing.status}>
            <Table.Td>
              <Named listing={listing} size={52} />
            </Table.Td>
            <Table.Td>
              <Shop listing={listing} />
            </Table.Td>
            <Table.Td className={classes.status}>
              <ListingBadge status={listing.status} />
              <Going listing={listing} />
            </Table.Td>
            <Table.Td className={`${classes.right ?? ''} ${classes.price ?? ''}`}>
              {money(listing.price_from, listing.currency)}
            </Table.Td>
            <Table.Td className={classes.right}>
              <Text span size="sm" c="dimmed">
                <When at={listing.updated_at} />
              </Text>
            </Table.Td>
            <Table.Td>
              <div className={classes.acts}>
                <ListingActs listing={listing} brief />
              </div>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The table's listings for a narrow screen. */
export function ListingCards({ listings }: { listings: Listing[] }) {
  return (
    <ul className={classes.cards} aria-label="Listings">
      {listings.map((listing) => (
        <li key={listing.id} className={classes.card} data-testid="listing" data-status={listing.status}>
          <Named listing={listing} size={64} />
          <Group justify="space-between" gap="xs">
            <ListingBadge status={listing.status} />
            <span className={classes.price}>{money(listing.price_from, listing.currency)}</span>
          </Group>
          <Going listing={listing} />
          <Group justify="space-between" gap="xs">
            <Shop listing={listing} />
            <div className={classes.acts}>
              <ListingActs listing={listing} brief />
            </div>
          </Group>
        </li>
      ))}
    </ul>
  );
}

function Named({ listing, size }: { listing: Listing; size: number }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <Art src={listing.thumbnail_url} alt="" dark={onDark(listing)} size={size} />
      <div style={{ minWidth: 0 }}>
        <Link
          to="/listings/$listingId"
          params={{ listingId: listing.id }}
          className={`${classes.title ?? ''} ${classes.cover ?? ''}`}
        >
          {listing.title}
        </Link>
        {listing.reason !== null && (
          <Text
            size="xs"
            mt={2}
            lineClamp={2}
            c={listing.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}
          >
            {listing.reason}
          </Text>
        )}
      </div>
    </Group>
  );
}

function Shop({ listing }: { listing: Listing }) {
  const title = useChannelTitle();
  const channel = title(listing.channel);
  return (
    <div>
      <Text size="sm" className={classes.shop}>
        {listing.shop_name}
      </Text>
      {channel !== listing.shop_name && (
        <Text size="xs" c="dimmed">
          {channel}
        </Text>
      )}
    </div>
  );
}

/** What is over needs no progress: the badge says it. */
function Going({ listing }: { listing: Listing }) {
  const { status } = listing;
  if (!isMoving(listing) && status !== 'failed') return null;
  return (
    <div className={classes.going}>
      <Parts listing={listing} />
    </div>
  );
}
