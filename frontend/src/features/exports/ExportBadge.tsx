import { Badge } from '@mantine/core';
import { IconBan, IconCheck, IconClock, IconHourglassEmpty, IconLoader2, IconX } from '@tabler/icons-react';

import type { ExportStatus } from '@/lib/schema';

import classes from './exports.module.css';

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

/** Said by word, colour and shape: no one of them alone. */
export function ExportBadge({ status, expired }: { status: ExportStatus; expired: boolean }) {
  if (status === 'succeeded' && expired) {
    return (
      <Badge
        color="gray"
        size="md"
        className={classes.badge}
        leftSection={<IconHourglassEmpty size={13} aria-hidden />}
      >
        Expired
      </Badge>
    );
  }
  const [word, color, Icon] = LOOKS[status];
  return (
    <Badge
      color={color}
      size="md"
      className={classes.badge}
      leftSection={<Icon size={13} aria-hidden className={status === 'running' ? classes.turning : undefined} />}
    >
      {word}
    </Badge>
  );
}
