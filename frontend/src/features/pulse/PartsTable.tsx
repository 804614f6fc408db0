import { Anchor, Table, Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { ScrollRegion } from '@/components/ScrollRegion';
import tables from '@/components/table.module.css';
import { count, portion } from '@/lib/format';
import type { PulseStep } from '@/lib/schema';

import { type Counts, shareOf } from './counts';
import { MoodBar } from './MoodBar';
import { boundsWords } from './feelings';
import type { Per } from './period';
import { SmallCourse } from './SmallCourse';
import classes from './pulse.module.css';

export interface Row {
  id: string;
  title: string;
  counts: Counts;
  course: readonly PulseStep[];
}

interface PartsTableProps {
  title: string;
  /** What a row is: "Network". */
  noun: string;
  rows: readonly Row[];
  /** Every step of the time that is shown. */
  moments: readonly number[];
  per: Per;
  onChoose: (id: string) => void;
}

/** The same numbers for each of several, side by side. */
export function PartsTable({ title, noun, rows, moments, per, onChoose }: PartsTableProps) {
  return (
    <Panel flush title={title}>
      <ScrollRegion label={`Table: ${title}`}>
        <Table className={tables.table} verticalSpacing={8} horizontalSpacing={12} aria-label={title} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{noun}</Table.Th>
              <Table.Th ta="right">Posts</Table.Th>
              <Table.Th visibleFrom="xs" miw={120}>
                By the {per}
              </Table.Th>
              <Table.Th ta="right">Negative</Table.Th>
              <Table.Th ta="right">Positive</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ id, title: name, counts, course }) => (
              <Table.Tr key={id}>
                <Table.Td className={classes.part}>
                  <Anchor
                    component="button"
                    type="button"
                    size="sm"
                    ta="left"
                    style={{ overflowWrap: 'anywhere' }}
                    aria-label={`Only ${name}`}
                    onClick={() => {
                      onChoose(id);
                    }}
                  >
                    {name}
                  </Anchor>
                  <div className={classes.below}>
                    <MoodBar counts={counts} />
                  </div>
                </Table.Td>
                <Table.Td ta="right">{count(counts.posts)}</Table.Td>
                <Table.Td visibleFrom="xs">
                  <SmallCourse steps={course} moments={moments} per={per} />
                </Table.Td>
                <Part part={counts.negative} of={counts.posts} />
                <Part part={counts.positive} of={counts.posts} />
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </Panel>
  );
}

function Part({ part, of }: { part: number; of: number }) {
  const found = shareOf(part, of);
  return (
    <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
      {portion(found?.share ?? null)}
      {found && (
        <Text size="xs" c="dimmed">
          {boundsWords(found)}
        </Text>
      )}
    </Table.Td>
  );
}
