import { IconBan, IconCheck, IconClock, IconHourglassEmpty, IconLoader2, IconX } from '@tabler/icons-react';

import { LookBadge } from '@/components/LookBadge';
import type { ExportStatus } from '@/lib/schema';

const LOOKS = {
  queued: ['Queued', 'gray', IconClock],
  running: ['Writing', 'saffron', IconLoader2],
  succeeded: ['Ready', 'pine', IconCheck],
  failed: ['Failed', 'madder', IconX],
  cancelled: ['Cancelled', 'gray', IconBan],
} as const satisfies Record<ExportStatus, unknown>;

export function statusWord(status: ExportStatus): string {
  return LOOKS[status][0];
}

export function ExportBadge({ status, expired }: { status: ExportStatus; expired: boolean }) {
  if (status === 'succeeded' && expired) return <LookBadge look={['Expired', 'gray', IconHourglassEmpty]} />;
  return <LookBadge look={LOOKS[status]} turning={status === 'running'} />;
}
