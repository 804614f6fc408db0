import { Group, Progress, Text } from '@mantine/core';

import { count, plural } from '@/lib/format';
import type { Task } from '@/lib/schema';

import classes from './tasks.module.css';

/** How far a collection has come: by pages when it is known how many there are, else by what was counted so far. */
export function TaskProgress({ task, quiet = false }: { task: Task; quiet?: boolean }) {
  const share = read(task);
  const words = pages(task);
  return (
    <div className={classes.progress}>
      <Progress.Root size={quiet ? 5 : 8} radius="xl" className={share === null ? classes.unknown : undefined}>
        <Progress.Section
          value={share ?? 100}
          color="pine.4"
          withAria={false}
          role="progressbar"
          aria-label={`Progress of ${task.target}`}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(share === null ? {} : { 'aria-valuenow': Math.round(share) })}
          aria-valuetext={words}
        />
      </Progress.Root>
      <Group justify="space-between" gap="sm" mt={5} wrap="nowrap">
        <Text size="xs" c="dimmed" className="num">
          {words}
        </Text>
        <Text size="xs" c="dimmed" className="num">
          {task.offers_seen > 0 && plural(task.offers_seen, 'offer')}
        </Text>
      </Group>
    </div>
  );
}

/** The share of pages that are read, in percent; null when their number is not known. */
function read(task: Task): number | null {
  if (waits(task)) return 0;
  return task.pages_total ? Math.min(100, (task.pages_done / task.pages_total) * 100) : null;
}

function pages(task: Task): string {
  if (waits(task)) return 'Waiting for its turn';
  return task.pages_total === null
    ? `${plural(task.pages_done, 'page')} read`
    : `${count(task.pages_done)} of ${plural(task.pages_total, 'page')}`;
}

function waits(task: Task): boolean {
  return task.status === 'queued' && task.pages_done === 0;
}
