import { Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import type { Column } from '@/components/SortHeading';
import { When } from '@/components/When';
import { count, money } from '@/lib/format';
import type { Offer, OfferSort } from '@/lib/schema';

import { AvailabilityBadge } from './AvailabilityBadge';
import { Stars } from './Stars';

export interface OfferColumn extends Column<OfferSort> {
  id: string;
  cell: (offer: Offer, title: (marketplace: string) => string) => ReactNode;
}

/** Every column that a table of offers can have beside the offer itself, in their order. */
export const COLUMNS: OfferColumn[] = [
  { id: 'marketplace', name: 'Marketplace', cell: (offer, title) => title(offer.marketplace) },
  { id: 'seller', name: 'Seller', cell: ({ seller }) => <Named name={seller} /> },
  { id: 'category', name: 'Category', cell: ({ category }) => <Named name={category} /> },
  {
    id: 'price',
    name: 'Price',
    sorts: ['price', '-price'],
    right: true,
    cell: ({ price, currency }) => <b>{money(price, currency)}</b>,
  },
  {
    id: 'list_price',
    name: 'List price',
    right: true,
    cell: ({ list_price, currency }) => <Dim>{money(list_price, currency)}</Dim>,
  },
  {
    id: 'price_usd',
    name: 'In USD',
    sorts: ['price_usd', '-price_usd'],
    right: true,
    cell: ({ price_usd }) => money(price_usd, 'USD'),
  },
  { id: 'rating', name: 'Rating', sorts: ['-rating'], right: true, cell: ({ rating }) => <Stars value={rating} /> },
  {
    id: 'reviews',
    name: 'Reviews',
    sorts: ['-reviews_count'],
    right: true,
    cell: ({ reviews_count }) => count(reviews_count),
  },
  {
    id: 'availability',
    name: 'Availability',
    cell: ({ availability }) => <AvailabilityBadge availability={availability} />,
  },
  { id: 'rank', name: 'Rank', right: true, cell: ({ rank }) => (rank === null ? '–' : `#${count(rank)}`) },
  {
    id: 'sponsored',
    name: 'Sponsored',
    cell: ({ sponsored }) => (sponsored ? <Badge color="saffron">Sponsored</Badge> : <Dim>no</Dim>),
  },
  {
    id: 'first_seen',
    name: 'First seen',
    sorts: ['-first_seen_at'],
    right: true,
    cell: ({ first_seen_at }) => (
      <Dim>
        <When at={first_seen_at} />
      </Dim>
    ),
  },
  {
    id: 'last_seen',
    name: 'Last seen',
    sorts: ['-last_seen_at'],
    right: true,
    cell: ({ last_seen_at }) => (
      <Dim>
        <When at={last_seen_at} />
      </Dim>
    ),
  },
];

export const USUAL = ['marketplace', 'price', 'rating', 'reviews', 'last_seen'];

/** The chosen columns in the table's own order; what is no column any more is left out. */
export function columnsOf(ids: readonly string[]): OfferColumn[] {
  return COLUMNS.filter(({ id }) => ids.includes(id));
}

function Dim({ children }: { children: ReactNode }) {
  return (
    <Text span size="sm" c="dimmed">
      {children}
    </Text>
  );
}

function Named({ name }: { name: string | null }) {
  return (
    <Text span size="sm" truncate display="block" maw={170} title={name ?? undefined}>
      {name ?? '–'}
    </Text>
  );
}
