import { Button, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { ScrollRegion } from '@/components/ScrollRegion';
import tables from '@/components/table.module.css';
import { day } from '@/lib/format';

import classes from './outlooks.module.css';
import { ends, moments, type Spot, spotAt, type Thread } from '@/components/charts/threads';
import { UNKNOWN } from './words';

interface MomentsTableProps {
  threads: readonly Thread[];
  /** What a row is: "week". */
  noun: string;
  write: (value: number) => string;
}

/** A chart in words: a row for each moment, the newest first. */
export function MomentsTable({ threads, noun, write }: MomentsTableProps) {
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div>
      <Button size="compact-sm" variant="subtle" ml={-8} aria-expanded={opened} onClick={toggle}>
        {opened ? `Hide the ${noun}s` : `Show the ${noun}s as a table`}
      </Button>
      {opened && (
        <ScrollRegion label={`Table of ${noun}s`} className={classes.days}>
          <Table stickyHeader className={tables.table} verticalSpacing={6} fz="sm" aria-label={`The ${noun}s`}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Until</Table.Th>
                {threads.map(({ name, title }) => (
                  <Table.Th key={name} ta="right">
                    {title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {moments(threads)
                .reverse()
                .map((at) => (
                  <Table.Tr key={at}>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>{day(at)}</Table.Td>
                    {threads.map((thread) => (
                      <Table.Td key={thread.name} ta="right">
                        {said(spotAt(thread, at), write)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
    </div>
  );
}

/** Nothing where the line does not reach; a dash in a gap. */
function said(spot: Spot | null, write: (value: number) => string): string {
  if (spot === null) return '';
  if (spot.value === null) return UNKNOWN;
  const bounds = ends(spot);
  return bounds === null ? write(spot.value) : `${write(spot.value)} (${bounds.map(write).join(' to ')})`;
}
