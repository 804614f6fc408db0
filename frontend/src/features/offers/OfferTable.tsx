import { Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { Picture } from '@/components/Picture';
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

interface Column {
  name: string;
  /** What a click sorts by: the first, and when that is on already, the second. */
  sorts?: [OfferSort, OfferSort?];
  right?: boolean;
}

const COLUMNS: Column[] = [
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
            <Heading key={column.name} column={column} sort={sort} onSort={onSort} />
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

function Heading({ column, sort, onSort }: { column: Column; sort: OfferSort; onSort: (sort: OfferSort) => void }) {
  const [first, second] = column.sorts ?? [];
  const on = first !== undefined && (sort === first || sort === second);
  const descending = sort.startsWith('-');
  return (
    <Table.Th
      className={column.right ? classes.right : undefined}
      {...(on ? { 'aria-sort': descending ? ('descending' as const) : ('ascending' as const) } : {})}
    >
      {first === undefined ? (
        column.name
      ) : (
        <UnstyledButton
          className={classes.sort}
          data-on={on || undefined}
          onClick={() => {
            onSort(sort === first && second !== undefined ? second : first);
          }}
        >
          {column.name}
          {on && (descending ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
        </UnstyledButton>
      )}
    </Table.Th>
  );
}
