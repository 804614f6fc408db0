import { Badge } from '@mantine/core';
import { IconBan, IconCheck, IconClock, IconHourglass, IconLoader2, IconX } from '@tabler/icons-react';

import type { TaskStatus } from '@/lib/schema';

import classes from './tasks.module.css';

const LOOKS = {
  queued: ['Queued', 'gray', IconClock],
  running: ['Running', 'saffron', IconLoader2],
  succeeded: ['Succeeded', 'pine', IconCheck],
  failed: ['Failed', 'madder', IconX],
  cancelled: ['Cancelled', 'gray', IconBan],
} as const satisfies Record<TaskStatus, unknown>;

export function statusWord(status: TaskStatus): string {
  return LOOKS[status][0];
}

/** Said by word, colour and shape: no one of them alone. Between two tries of a page it waits. */
export function StatusBadge({ status, waiting = false }: { status: TaskStatus; waiting?: boolean }) {
  const [word, color, Icon] = waiting ? (['Waiting', 'gray', IconHourglass] as const) : LOOKS[status];
  return (
    <Badge
      color={color}
      size="md"
      className={classes.badge}
      leftSection={
        <Icon size={13} aria-hidden className={status === 'running' && !waiting ? classes.turning : undefined} />
      }
    >
      {word}
    </Badge>
  );
}
