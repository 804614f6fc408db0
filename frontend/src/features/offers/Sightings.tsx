import { Button, Table } from '@mantine/core';
import { useState } from 'react';

import { TextLink } from '@/components/links';
import { count, dateTime, money, plural, rating } from '@/lib/format';
import type { Sighting } from '@/lib/schema';

import classes from './offers.module.css';

const MOST = 500;

/** The chart in words, and where each value comes from: the task that saw it. */
export function Sightings({ sightings }: { sightings: Sighting[] }) {
  const [opened, setOpened] = useState(false);
  const rows = sightings.slice(-MOST).reverse();
  return (
    <div>
      <Button
        size="compact-sm"
        variant="subtle"
        ml={-8}
        aria-expanded={opened}
        onClick={() => {
          setOpened(!opened);
        }}
      >
        {opened ? 'Hide the sightings' : `Show ${plural(rows.length, 'sighting')} as a table`}
      </Button>
      {opened && (
        // The region can be scrolled with the keyboard only when it can be focused.
        // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
        <div className={classes.sightings} tabIndex={0} role="region" aria-label="Sightings">
          <Table stickyHeader verticalSpacing={6} fz="sm" aria-label="Sightings">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Seen</Table.Th>
                <Table.Th ta="right">Price</Table.Th>
                <Table.Th ta="right">Rating</Table.Th>
                <Table.Th ta="right">Reviews</Table.Th>
                <Table.Th>By</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.seen_at}>
                  <Table.Td>{dateTime(row.seen_at)}</Table.Td>
                  <Table.Td ta="right">{money(row.price, row.currency)}</Table.Td>
                  <Table.Td ta="right">{rating(row.rating)}</Table.Td>
                  <Table.Td ta="right">{count(row.reviews_count)}</Table.Td>
                  <Table.Td>
                    {row.task_id === null ? (
                      'Imported history'
                    ) : (
                      <TextLink to="/tasks/$taskId" params={{ taskId: row.task_id }} fz="inherit">
                        Task {row.task_id.slice(-6)}
                      </TextLink>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </div>
  );
}
