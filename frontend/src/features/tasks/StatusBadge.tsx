import { IconBan, IconCheck, IconClock, IconHourglass, IconLoader2, IconX } from '@tabler/icons-react';

import { LookBadge } from '@/components/LookBadge';
import type { TaskStatus } from '@/lib/schema';

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

/** Between two tries of a page it waits. */
export function StatusBadge({ status, waiting = false }: { status: TaskStatus; waiting?: boolean }) {
  if (waiting) return <LookBadge look={['Waiting', 'gray', IconHourglass]} />;
  return <LookBadge look={LOOKS[status]} turning={status === 'running'} />;
}
