import { IconArrowBackUp, IconCheck, IconClock, IconLoader2, IconX } from '@tabler/icons-react';

import { LookBadge } from '@/components/LookBadge';
import type { ListingStatus } from '@/lib/schema';

import { isMoving } from './progress';

const LOOKS = {
  draft: ['Written', 'gray', IconClock],
  publishing: ['Publishing', 'saffron', IconLoader2],
  published: ['Published', 'pine', IconCheck],
  undoing: ['Taking back', 'saffron', IconLoader2],
  failed: ['Failed', 'madder', IconX],
  withdrawing: ['Withdrawing', 'saffron', IconLoader2],
  withdrawn: ['Withdrawn', 'gray', IconArrowBackUp],
} as const satisfies Record<ListingStatus, unknown>;

export function listingWord(status: ListingStatus): string {
  return LOOKS[status][0];
}

export function ListingBadge({ status }: { status: ListingStatus }) {
  return <LookBadge look={LOOKS[status]} turning={isMoving({ status }) && status !== 'draft'} />;
}
