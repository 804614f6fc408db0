import { Group, Progress, Text } from '@mantine/core';

import { fileSize } from '@/lib/format';
import type { Export } from '@/lib/schema';

import classes from './exports.module.css';
import { rowsWord, share } from './words';

/** How far an export has come. */
export function ExportProgress({ row }: { row: Export }) {
  const written = share(row);
  return (
    <div className={classes.progress}>
      <Progress.Root size={6} radius="xl" className={written === null ? classes.unknown : undefined}>
        <Progress.Section
          value={written ?? 100}
          color="pine.4"
          withAria={false}
          role="progressbar"
          aria-label="Progress of the export"
          aria-valuemin={0}
          aria-valuemax={100}
          {...(written === null ? {} : { 'aria-valuenow': Math.round(written) })}
          aria-valuetext={rowsWord(row)}
        />
      </Progress.Root>
      <Group justify="space-between" gap="sm" mt={5} wrap="nowrap">
        <Text size="xs" c="dimmed" className="num">
          {rowsWord(row)}
        </Text>
        <Text size="xs" c="dimmed" className="num">
          {row.bytes > 0 && fileSize(row.bytes)}
        </Text>
      </Group>
    </div>
  );
}
