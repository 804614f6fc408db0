import { Table } from '@mantine/core';

import tables from '@/components/table.module.css';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { moment } from '@/lib/days';
import { count, day, money } from '@/lib/format';
import type { Signal } from '@/lib/schema';

import { signalsCsv } from './daysCsv';
import { DaysFold, MOST_DAYS } from './DaysFold';
import { amount, UNKNOWN } from './words';

/** The days themselves, the newest first: what the charts draw and the scores are counted from. */
export function DaysTable({ signals, name }: { signals: Signal[]; name: string }) {
  const rows = signals.slice(-MOST_DAYS).reverse();
  return (
    <DaysFold days={signals.length} file="days" name={name} csv={() => signalsCsv(signals)}>
      <Table stickyHeader className={tables.table} verticalSpacing={6} fz="sm" aria-label="Days">
        <Heads />
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={`${row.source}/${row.day}`} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </DaysFold>
  );
}

function Heads() {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>Day</Table.Th>
        <Table.Th>Source</Table.Th>
        <Table.Th ta="right">Reviews gained</Table.Th>
        <Table.Th ta="right">told by</Table.Th>
        <Table.Th ta="right">Offers</Table.Th>
        <Table.Th ta="right">New</Table.Th>
        <Table.Th ta="right">Sellers</Table.Th>
        <Table.Th ta="right">Middle price</Table.Th>
        <Table.Th ta="right">Quartiles</Table.Th>
        <Table.Th ta="right">Rank</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

function Row({ row }: { row: Signal }) {
  const title = useMarketplaceTitle();
  const quartiles = row.price_low === null || row.price_high === null ? null : [row.price_low, row.price_high];
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{day(moment(row.day))}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{title(row.source)}</Table.Td>
      <Table.Td ta="right">{row.reviews_gained === null ? UNKNOWN : amount(row.reviews_gained)}</Table.Td>
      <Table.Td ta="right">{count(row.counted)}</Table.Td>
      <Table.Td ta="right">{count(row.offers)}</Table.Td>
      <Table.Td ta="right">{count(row.new_offers)}</Table.Td>
      <Table.Td ta="right">{count(row.sellers)}</Table.Td>
      <Table.Td ta="right">{money(row.price_mid, 'USD')}</Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {quartiles?.map((price) => money(price, 'USD')).join(' to ') ?? UNKNOWN}
      </Table.Td>
      <Table.Td ta="right">{row.rank_mid === null ? UNKNOWN : `#${count(row.rank_mid)}`}</Table.Td>
    </Table.Tr>
  );
}
