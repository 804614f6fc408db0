import { Button, Table } from '@mantine/core';

import { count, dateTime, money, rating } from '@/lib/format';
import type { OfferDetail, Sighting } from '@/lib/schema';

import { AVAILABILITY_WORDS } from './filterWords';
import { type Source, sourceOfSighting } from './source';

interface SightingRowProps {
  offer: OfferDetail;
  row: Sighting;
  onSource: (source: Source) => void;
}

export function SightingRow({ offer, row, onSource }: SightingRowProps) {
  const imported = row.page_id === null && row.task_id === null;
  return (
    <Table.Tr>
      <Table.Td title={row.previous_at === null ? undefined : `Before it was last seen ${dateTime(row.previous_at)}`}>
        {dateTime(row.seen_at)}
      </Table.Td>
      <Table.Td ta="right">{money(row.price, row.currency)}</Table.Td>
      <Table.Td ta="right">{money(row.list_price, row.currency)}</Table.Td>
      <Table.Td ta="right">{rating(row.rating)}</Table.Td>
      <Table.Td ta="right">{count(row.reviews_count)}</Table.Td>
      <Table.Td ta="right">{row.rank === null ? '–' : `#${count(row.rank)}`}</Table.Td>
      <Table.Td ta="right">{count(row.stock)}</Table.Td>
      <Table.Td>{row.availability === null ? '–' : AVAILABILITY_WORDS[row.availability]}</Table.Td>
      <Table.Td>
        {imported ? (
          'Imported history'
        ) : (
          <Button
            size="compact-xs"
            variant="subtle"
            ml={-6}
            aria-label={`Where the sighting of ${dateTime(row.seen_at)} comes from`}
            onClick={() => {
              onSource(sourceOfSighting(offer.marketplace, row, said(row)));
            }}
          >
            Its page
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function said(row: Sighting): string {
  const parts = [
    row.price !== null && money(row.price, row.currency),
    row.rating !== null && `${rating(row.rating)} of 5`,
    row.reviews_count !== null && `${count(row.reviews_count)} reviews`,
    row.rank !== null && `#${count(row.rank)}`,
    row.stock !== null && `${count(row.stock)} left`,
    row.availability !== null && AVAILABILITY_WORDS[row.availability],
  ].filter((part) => part !== false);
  return parts.join(', ');
}
