import { Table, Text } from '@mantine/core';

import { ListFailure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { ScrollRegion } from '@/components/ScrollRegion';
import tables from '@/components/table.module.css';
import { When } from '@/components/When';
import { count } from '@/lib/format';
import type { Queue } from '@/lib/schema';

import { useQueues } from './queries';

const NAMES: Record<string, string> = {
  scrape_market: 'Pages of marketplaces',
  browse_market: 'Pages that need a browser',
  export_offers: 'Exports',
  import_rows: 'Imports',
  scrape_social: 'Networks that are listened to',
  score_sentiment: 'Moods of posts',
  transcribe_recording: 'Recordings',
};

/** How deep every queue is: work that waits is not lost, and what lies dead is shown, not hidden. */
export function Queues() {
  const query = useQueues();
  return (
    <Panel
      flush
      title="Queues"
      about="Messages that say which work is due, of all workspaces together. A dead one lies there for up to 14 days and does nothing, also when its post is read again: a post is read by its own row."
      action={
        query.data && (
          <Text size="sm" c="dimmed">
            Looked at <When at={query.data.looked_at} />
          </Text>
        )
      }
    >
      {query.isPending && <Rows count={4} />}
      {query.isError && !query.data && <ListFailure query={query} />}
      {query.data && <Depths queues={query.data.items} />}
    </Panel>
  );
}

function Depths({ queues }: { queues: readonly Queue[] }) {
  return (
    <ScrollRegion label="Queues">
      <Table className={tables.table} verticalSpacing={8} horizontalSpacing={20} fz="sm" aria-label="Queues">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Queue</Table.Th>
            <Table.Th ta="right">Wait</Table.Th>
            <Table.Th ta="right">Worked on</Table.Th>
            <Table.Th ta="right">Dead</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody className="num">
          {queues.map(({ queue, waiting, in_flight: inFlight, dead }) => (
            <Table.Tr key={queue}>
              <Table.Td>{NAMES[queue] ?? queue}</Table.Td>
              <Table.Td ta="right">{count(waiting)}</Table.Td>
              <Table.Td ta="right">{count(inFlight)}</Table.Td>
              <Table.Td ta="right" {...(dead ? { c: 'var(--mantine-color-error)' } : {})}>
                {dead === null ? 'not known' : count(dead)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
