import { Badge, Table, Text } from '@mantine/core';
import { IconTrendingDown } from '@tabler/icons-react';

import { Empty } from '@/components/Empty';
import tables from '@/components/table.module.css';
import { count, day, portion } from '@/lib/format';
import type { Filling } from '@/lib/schema';

import { fallenFirst, fieldWord } from './health';
import classes from './Fillings.module.css';

/** Of the offers, how many tell a field: now against before, on lists and on pages about one offer. */
export function Fillings({ fillings }: { fillings: readonly Filling[] }) {
  if (fillings.length === 0) {
    return <Empty title="Nothing was read in the last week">Collect something, and its fields show here.</Empty>;
  }
  return (
    <>
      <Part title="On lists" fillings={fillings.filter((one) => !one.alone)} />
      <Part title="On pages about one offer" fillings={fillings.filter((one) => one.alone)} />
    </>
  );
}

function Part({ title, fillings }: { title: string; fillings: Filling[] }) {
  if (fillings.length === 0) return null;
  return (
    <Table className={tables.table} aria-label={title} layout="fixed" horizontalSpacing={20}>
      <Table.Caption className={classes.caption}>{title}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={classes.field}>Field</Table.Th>
          <Table.Th className={classes.right}>Now</Table.Th>
          <Table.Th className={classes.right}>Week before</Table.Th>
          <Table.Th className={classes.wide}>Of</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fallenFirst(fillings).map((filling) => (
          <Row key={filling.field} filling={filling} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ filling }: { filling: Filling }) {
  return (
    <Table.Tr className={filling.fell ? classes.fell : undefined}>
      <Table.Td>
        {fieldWord(filling.field)}
        {filling.fell && (
          <Badge color="madder" ml={8} leftSection={<IconTrendingDown size={12} aria-hidden />}>
            Fell
          </Badge>
        )}
      </Table.Td>
      <Table.Td className={classes.right}>{portion(filling.share)}</Table.Td>
      <Table.Td className={classes.right}>{portion(filling.share_before)}</Table.Td>
      <Table.Td className={classes.wide}>
        <Text size="sm" c="dimmed">
          {count(filling.offers)} on {day(`${filling.day}T12:00:00`)}
          {filling.offers_before > 0 && `, ${count(filling.offers_before)} before`}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
