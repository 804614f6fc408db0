import { IconAlertTriangle, IconCheck, IconClockOff, IconLoader2, IconUser, IconX } from '@tabler/icons-react';

import { LookBadge } from '@/components/LookBadge';
import type { DesignStatus } from '@/lib/schema';

const LOOKS = {
  planned: ['Being drawn', 'saffron', IconLoader2],
  waiting: ['Waits for you', 'saffron', IconUser],
  approved: ['Approved', 'pine', IconCheck],
  rejected: ['Rejected', 'gray', IconX],
  expired: ['Expired', 'gray', IconClockOff],
  failed: ['Failed', 'madder', IconAlertTriangle],
} as const satisfies Record<DesignStatus, unknown>;

export function designWord(status: DesignStatus): string {
  return LOOKS[status][0];
}

/** `sent`: a decision that is not answered yet. */
export function DesignBadge({ status, sent = false }: { status: DesignStatus; sent?: boolean }) {
  return <LookBadge look={LOOKS[status]} turning={status === 'planned'} sent={sent} />;
}
