import {
  IconBan,
  IconCheck,
  IconClock,
  IconHandStop,
  IconLoader2,
  IconPlayerStop,
  IconUser,
  IconX,
} from '@tabler/icons-react';

import { LookBadge } from '@/components/LookBadge';
import type { RunStatus, StepStatus } from '@/lib/schema';

const RUNS = {
  queued: ['Queued', 'gray', IconClock],
  running: ['Running', 'saffron', IconLoader2],
  waiting: ['Waits for you', 'saffron', IconUser],
  succeeded: ['Succeeded', 'pine', IconCheck],
  failed: ['Failed', 'madder', IconX],
  stopped: ['Stopped', 'gray', IconPlayerStop],
} as const satisfies Record<RunStatus, unknown>;

const STEPS = {
  queued: ['To come', 'gray', IconClock],
  running: ['At work', 'saffron', IconLoader2],
  waiting: ['Waits for you', 'saffron', IconUser],
  done: ['Done', 'pine', IconCheck],
  rejected: ['Refused', 'gray', IconBan],
  blocked: ['Blocked', 'madder', IconHandStop],
  failed: ['Failed', 'madder', IconX],
} as const satisfies Record<StepStatus, unknown>;

export function runWord(status: RunStatus): string {
  return RUNS[status][0];
}

export function stepWord(status: StepStatus): string {
  return STEPS[status][0];
}

export function RunBadge({ status }: { status: RunStatus }) {
  return <LookBadge look={RUNS[status]} turning={status === 'running'} />;
}

export function StepBadge({ status }: { status: StepStatus }) {
  return <LookBadge look={STEPS[status]} turning={status === 'running'} />;
}
