import { Group, Progress, Text } from '@mantine/core';

import classes from '@/components/progress.module.css';
import { count, plural } from '@/lib/format';
import type { Task } from '@/lib/schema';

import { rateInWords } from './rate';

interface TaskProgressProps {
  task: Task;
  quiet?: boolean;
  /** Also what became of the offers, where nothing around it says so. */
  counts?: boolean;
}

/** How far a collection has come: by pages when it is known how many there are, else by what was counted so far. */
export function TaskProgress({ task, quiet = false, counts = true }: TaskProgressProps) {
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
      {counts && <Counts task={task} />}
    </div>
  );
}

/** What became of the offers so far, and how fast it goes. */
function Counts({ task }: { task: Task }) {
  if (task.offers_seen === 0) return null;
  const rate = task.retry_at === null ? rateInWords(task) : null;
  const said = [
    `${count(task.offers_new)} new`,
    `${count(task.offers_changed)} changed`,
    `${count(task.offers_unchanged)} unchanged`,
    ...(task.offers_rejected > 0 ? [`${count(task.offers_rejected)} rejected`] : []),
    ...(rate === null ? [] : [rate]),
  ];
  return (
    <Text size="xs" c="dimmed" className="num" data-testid="counts">
      {said.join(', ')}
    </Text>
  );
}

/** The share of pages that are read, in percent; null when their number is not known. */
function read(task: Task): number | null {
  if (queues(task)) return 0;
  return task.pages_total ? Math.min(100, (task.pages_done / task.pages_total) * 100) : null;
}

function pages(task: Task): string {
  if (queues(task)) return 'Waiting for its turn';
  return task.pages_total === null
    ? `${plural(task.pages_done, 'page')} read`
    : `${count(task.pages_done)} of ${plural(task.pages_total, 'page')}`;
}

function queues(task: Task): boolean {
  return task.status === 'queued' && task.pages_done === 0;
}
