import { Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Picture } from '@/components/Picture';
import { type Column, SortHeading } from '@/components/SortHeading';
import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { count, money } from '@/lib/format';
import type { Offer, OfferSort } from '@/lib/schema';

import classes from './offers.module.css';
import { Stars } from './Stars';

interface OfferTableProps {
  offers: Offer[];
  sort: OfferSort;
  onSort: (sort: OfferSort) => void;
}

const COLUMNS: Column<OfferSort>[] = [
  { name: 'Offer' },
  { name: 'Marketplace' },
  { name: 'Price', sorts: ['price', '-price'], right: true },
  { name: 'Rating', sorts: ['-rating'], right: true },
  { name: 'Reviews', sorts: ['-reviews_count'], right: true },
  { name: 'Last seen', sorts: ['-last_seen_at'], right: true },
];

export function OfferTable({ offers, sort, onSort }: OfferTableProps) {
  const title = useMarketplaceTitle();
  return (
    <Table className={classes.table} aria-label="Offers" verticalSpacing={9} horizontalSpacing={20}>
      <Table.Thead>
        <Table.Tr>
          {COLUMNS.map((column) => (
            <SortHeading key={column.name} column={column} sort={sort} onSort={onSort} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {offers.map((offer) => (
          <Table.Tr key={offer.id}>
            <Table.Td>
              <Group gap="sm" wrap="nowrap">
                <Picture src={offer.image_url} seed={offer.id} />
                <div style={{ minWidth: 0 }}>
                  <Link
                    to="/offers/$offerId"
                    params={{ offerId: offer.id }}
                    className={`${classes.title ?? ''} ${classes.cover ?? ''}`}
                  >
                    {offer.title}
                  </Link>
                  <Text size="xs" c="dimmed" truncate maw={420}>
                    {[offer.seller, offer.category].filter((part) => part !== null).join(', ')}
                  </Text>
                </div>
              </Group>
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{title(offer.marketplace)}</Table.Td>
            <Table.Td className={`${classes.right ?? ''} ${classes.price ?? ''}`}>
              {money(offer.price, offer.currency)}
            </Table.Td>
            <Table.Td className={classes.right}>
              <Stars value={offer.rating} />
            </Table.Td>
            <Table.Td className={classes.right}>{count(offer.reviews_count)}</Table.Td>
            <Table.Td className={classes.right}>
              <Text span size="sm" c="dimmed">
                <When at={offer.last_seen_at} />
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
