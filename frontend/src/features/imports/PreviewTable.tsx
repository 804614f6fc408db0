import { Code, Table, Text } from '@mantine/core';

import { value, words } from '@/lib/readable';
import type { ImportKind, ImportPreview, RowProblem } from '@/lib/schema';

import classes from './imports.module.css';

/** The first rows as they would be kept, and why some would not. */
export function PreviewTable({ kind, preview }: { kind: ImportKind; preview: ImportPreview }) {
  const told = kind.fields
    .map(({ name }) => name)
    .filter((name) => preview.rows.some((row) => row.told !== null && !isNothing(row.told[name])));
  return (
    // The region can be scrolled with the keyboard only when it can be focused.
    // eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Table: first rows">
      <Table aria-label="First rows" fz="sm" verticalSpacing={7} horizontalSpacing={20} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={70}>Row</Table.Th>
            {told.map((name) => (
              <Table.Th key={name}>{words(name)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {preview.rows.map(({ row, told: cells, problems, raw }) => (
            <Table.Tr key={row} data-bad={cells === null || undefined} data-testid="previewed">
              <Table.Td className="num">{row}</Table.Td>
              {cells === null ? (
                <Table.Td colSpan={Math.max(1, told.length)}>
                  <Problems problems={problems} />
                  <Code fz="xs" className={classes.raw}>
                    {raw}
                  </Code>
                </Table.Td>
              ) : (
                told.map((name) => (
                  <Table.Td key={name} className={classes.cell} title={value(cells[name])}>
                    {value(cells[name])}
                  </Table.Td>
                ))
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function isNothing(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '' || (Array.isArray(cell) && cell.length === 0);
}

/** All that is wrong with a row, each thing at its field. */
export function Problems({ problems }: { problems: readonly RowProblem[] }) {
  return problems.map(({ field, problem }) => (
    <Text key={`${field}:${problem}`} size="sm" c="var(--mantine-color-error)">
      {field === '' ? problem : `${words(field)} ${problem}`}
    </Text>
  ));
}
