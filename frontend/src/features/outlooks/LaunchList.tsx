import { Table, Text } from '@mantine/core';

import { LookBadge } from '@/components/LookBadge';
import { TextLink } from '@/components/links';
import { ScrollRegion } from '@/components/ScrollRegion';
import tables from '@/components/table.module.css';
import { moment } from '@/lib/days';
import { ago, day, portion } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Launch } from '@/lib/schema';

import classes from './calendar.module.css';
import { DATES, STATES } from './launches';

/** The most urgent first. */
export function LaunchList({ launches }: { launches: readonly Launch[] }) {
  const now = useNow();
  return (
    <ScrollRegion label="Table of launches">
      <Table className={tables.table} verticalSpacing={8} aria-label="Calendar">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Trend</Table.Th>
            <Table.Th>State</Table.Th>
            {DATES.map(({ name, title }) => (
              <Table.Th key={name}>{title}</Table.Th>
            ))}
            <Table.Th ta="right" title="How much of all its movement comes with the year">
              Season
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {launches.map((launch) => (
            <Table.Tr key={launch.trend_id} data-testid="launch">
              <Table.Td className={classes.trend}>
                <TextLink to="/trends/$trendId" params={{ trendId: launch.trend_id }} fw={550}>
                  {launch.name}
                </TextLink>
              </Table.Td>
              <Table.Td miw={132}>
                <LookBadge look={STATES[launch.state]} />
              </Table.Td>
              {DATES.map(({ name }) => (
                <Table.Td key={name} className={classes.when}>
                  {day(moment(launch[name]))}
                  <Text size="xs" c="dimmed">
                    {ago(new Date(moment(launch[name])).toISOString(), now)}
                  </Text>
                </Table.Td>
              ))}
              <Table.Td ta="right">{portion(launch.strength)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
