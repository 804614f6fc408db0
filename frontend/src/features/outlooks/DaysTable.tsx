import { Button, Group, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';

import { failed } from '@/components/toast';
import { ScrollRegion } from '@/components/ScrollRegion';
import tables from '@/components/table.module.css';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { moment } from '@/lib/days';
import { count, day, money, plural } from '@/lib/format';
import { saveCsv } from '@/lib/save';
import type { Signal } from '@/lib/schema';

import { signalsCsv } from './daysCsv';
import classes from './outlooks.module.css';
import { amount, UNKNOWN } from './words';

const MOST = 400;

/** The days themselves, the newest first: what the charts draw and the scores are counted from. */
export function DaysTable({ signals, name }: { signals: Signal[]; name: string }) {
  const [opened, setOpened] = useState(false);
  const rows = signals.slice(-MOST).reverse();
  return (
    <div>
      <Group gap={4} ml={-8}>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={opened}
          onClick={() => {
            setOpened(!opened);
          }}
        >
          {opened ? 'Hide the days' : `Show ${said(signals.length)} as a table`}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => {
            signalsCsv(signals).then((lines) => {
              saveCsv(lines, `days-${name.replaceAll(/[^\w-]+/g, '-').slice(0, 60)}`);
            }, failed);
          }}
        >
          Save days as CSV
        </Button>
      </Group>
      {opened && (
        <ScrollRegion label="Days" className={classes.days}>
          <Table stickyHeader className={tables.table} verticalSpacing={6} fz="sm" aria-label="Days">
            <Heads />
            <Table.Tbody>
              {rows.map((row) => (
                <Row key={`${row.source}/${row.day}`} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
    </div>
  );
}

function said(days: number): string {
  return days > MOST ? `the last ${count(MOST)} of ${plural(days, 'day')}` : plural(days, 'day');
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
