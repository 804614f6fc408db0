import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClockOff, IconLoader2, IconUser, IconX } from '@tabler/icons-react';

import type { DesignStatus } from '@/lib/schema';

import classes from './designs.module.css';

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

/** Said by word, colour and shape: no one of them alone. `sent`: a decision that is not answered yet. */
export function DesignBadge({ status, sent = false }: { status: DesignStatus; sent?: boolean }) {
  const [word, color, Icon] = LOOKS[status];
  return (
    <Badge
      color={color}
      size="md"
      className={classes.badge}
      aria-busy={sent}
      leftSection={<Icon size={13} aria-hidden className={status === 'planned' ? classes.turning : undefined} />}
    >
      {word}
      {sent && '…'}
    </Badge>
  );
}
