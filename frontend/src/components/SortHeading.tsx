import { Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';

import classes from './SortHeading.module.css';

export interface Column<Sort extends string> {
  name: string;
  /** A word on how its numbers are meant. */
  note?: string;
  /** What a click sorts by: the first, and when that is on already, the second. */
  sorts?: [Sort, Sort?];
  right?: boolean;
}

interface SortHeadingProps<Sort extends string> {
  column: Column<Sort>;
  sort: Sort;
  onSort: (sort: Sort) => void;
}

export function SortHeading<Sort extends string>({ column, sort, onSort }: SortHeadingProps<Sort>) {
  const [first, second] = column.sorts ?? [];
  const on = first !== undefined && (sort === first || sort === second);
  const order = sort.startsWith('-') ? 'descending' : 'ascending';
  return (
    <Table.Th className={column.right ? classes.right : undefined} {...(on ? { 'aria-sort': order } : {})}>
      {first === undefined ? (
        column.name
      ) : (
        <UnstyledButton
          className={classes.sort}
          data-on={on || undefined}
          onClick={() => {
            onSort(sort === first && second !== undefined ? second : first);
          }}
        >
          {column.name}
          {on && <Arrow order={order} />}
        </UnstyledButton>
      )}
      {column.note && (
        <Text size="xs" c="dimmed" fw={400}>
          {column.note}
        </Text>
      )}
    </Table.Th>
  );
}

function Arrow({ order }: { order: 'ascending' | 'descending' }) {
  const Icon = order === 'descending' ? IconArrowDown : IconArrowUp;
  return <Icon size={13} aria-hidden />;
}
