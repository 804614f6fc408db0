import { Text } from '@mantine/core';

import type { Trend } from '@/lib/schema';

import { aboutQ, grown, sureness, UNKNOWN } from './words';

/** Growth over four weeks; below, whether it moves at all over the time that its label rests on. */
export function Grew({ trend: { grew, moved, q } }: { trend: Pick<Trend, 'grew' | 'moved' | 'q'> }) {
  if (grew === null) {
    return (
      <Text span size="sm" c="dimmed" title="Too few days are known to tell whether it grows">
        {UNKNOWN}
      </Text>
    );
  }
  return (
    <span title={aboutQ(moved)}>
      <Text span size="sm" fw={550} className="num" display="block">
        {grown(grew)}
      </Text>
      <Text span size="xs" c="dimmed" className="num" display="block">
        {sureness(q, moved)}
      </Text>
    </span>
  );
}
