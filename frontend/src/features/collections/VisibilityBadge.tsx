import { Badge } from '@mantine/core';
import { IconLock, IconUsers, IconWorld } from '@tabler/icons-react';

import type { Visibility } from '@/lib/schema';

const LOOKS = {
  maker: ['Only its maker', IconLock],
  members: ['Shared', IconUsers],
  workspace: ['Whole workspace', IconWorld],
} as const satisfies Record<Visibility, unknown>;

/** Who sees it. */
export function VisibilityBadge({ visibility }: { visibility: Visibility }) {
  const [word, Icon] = LOOKS[visibility];
  return (
    <Badge color="gray" leftSection={<Icon size={12} aria-hidden />} style={{ flex: 'none' }}>
      {word}
    </Badge>
  );
}
