import { Badge } from '@mantine/core';
import type { IconCheck } from '@tabler/icons-react';

import classes from './LookBadge.module.css';

/** A word, a colour and a shape: no one of them alone says how something stands. */
export type Look = readonly [word: string, color: string, Icon: typeof IconCheck];

interface LookBadgeProps {
  look: Look;
  /** Something is at work, now. */
  turning?: boolean;
  /** A change of it was sent and is not answered yet. */
  sent?: boolean;
}

export function LookBadge({ look: [word, color, Icon], turning = false, sent }: LookBadgeProps) {
  return (
    <Badge
      color={color}
      className={classes.badge}
      aria-busy={sent}
      leftSection={<Icon size={13} aria-hidden className={turning ? classes.turning : undefined} />}
    >
      {word}
      {sent && '…'}
    </Badge>
  );
}
