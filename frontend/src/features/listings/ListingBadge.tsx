import { Badge } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClock, IconLoader2, IconX } from '@tabler/icons-react';

import type { ListingStatus } from '@/lib/schema';

import classes from './listings.module.css';
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

/** Said by word, colour and shape: no one of them alone. */
export function ListingBadge({ status }: { status: ListingStatus }) {
  const [word, color, Icon] = LOOKS[status];
  const turning = isMoving({ status }) && status !== 'draft';
  return (
    <Badge
      color={color}
      size="md"
      className={classes.badge}
      leftSection={<Icon size={13} aria-hidden className={turning ? classes.turning : undefined} />}
    >
      {word}
    </Badge>
  );
}
