import { Group, Progress, Text } from '@mantine/core';

import classes from '@/components/progress.module.css';
import { count, fileSize, plural } from '@/lib/format';
import type { Import } from '@/lib/schema';

/** How much of a file is read. Taking back has no measure: it goes until nothing is left. */
export function ImportProgress({ row }: { row: Import }) {
  const undoing = row.status === 'undoing';
  const share = undoing ? 100 : Math.min(100, (row.read_bytes / Math.max(1, row.size)) * 100);
  const words = wordsOf(row);
  return (
    <div className={classes.progress}>
      <Progress.Root size={7} radius="xl">
        <Progress.Section
          value={share}
          color="pine.4"
          striped={undoing}
          animated={undoing}
          withAria={false}
          role="progressbar"
          aria-label={`Progress of ${row.name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(undoing ? {} : { 'aria-valuenow': Math.round(share) })}
          aria-valuetext={words}
        />
      </Progress.Root>
      <Group justify="space-between" gap="sm" mt={5} wrap="nowrap">
        <Text size="xs" c="dimmed" className="num">
          {words}
        </Text>
        {!undoing && row.rows_bad > 0 && (
          <Text size="xs" c="var(--mantine-color-error)" className="num">
            {count(row.rows_bad)} bad
          </Text>
        )}
      </Group>
    </div>
  );
}

/** How many rows were read, good and bad; the heading of a table is none. */
export function judged({ rows_new, rows_changed, rows_unchanged, rows_bad }: Import): number {
  return rows_new + rows_changed + rows_unchanged + rows_bad;
}

function wordsOf(row: Import): string {
  if (row.status === 'undoing') return 'Its rows are taken back';
  if (row.status === 'queued' && judged(row) === 0) return 'Waiting for its turn';
  return `${plural(judged(row), 'row')}, ${fileSize(row.read_bytes)} of ${fileSize(row.size)}`;
}
