import { Table } from '@mantine/core';

import tables from '@/components/table.module.css';
import { useNetworkTitle } from '@/features/alerts/queries';
import { moment } from '@/lib/days';
import { count, day, portion } from '@/lib/format';
import type { Talk } from '@/lib/schema';

import { DaysFold, MOST_DAYS } from './DaysFold';
import { negativeShare } from './talk';
import { talkCsv } from './talkCsv';

/** What was said day by day, the newest first. */
export function TalkTable({ talk, name }: { talk: Talk[]; name: string }) {
  const network = useNetworkTitle();
  const rows = talk.toSorted((one, other) => other.day.localeCompare(one.day)).slice(0, MOST_DAYS);
  return (
    <DaysFold days={talk.length} file="talk" name={name} csv={() => talkCsv(talk)}>
      <Table stickyHeader className={tables.table} verticalSpacing={6} fz="sm" aria-label="Days of talk">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Day</Table.Th>
            <Table.Th>Network</Table.Th>
            {['Posts', 'Negative', 'Neutral', 'Positive', 'Share of negative', 'Engagement'].map((title) => (
              <Table.Th key={title} ta="right">
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.network}/${row.day}`}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{day(moment(row.day))}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{network(row.network)}</Table.Td>
              {[row.posts, row.negative, row.neutral, row.positive].map((value, index) => (
                <Table.Td key={index} ta="right">
                  {count(value)}
                </Table.Td>
              ))}
              <Table.Td ta="right">{portion(negativeShare(row))}</Table.Td>
              <Table.Td ta="right">{count(row.engagement)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </DaysFold>
  );
}
