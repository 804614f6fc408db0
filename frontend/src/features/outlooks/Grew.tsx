import { Text } from '@mantine/core';

import type { Trend } from '@/lib/schema';

import { ABOUT_Q, grown, sureness, UNKNOWN } from './words';

/** Growth over four weeks, and how sure it is that it is none of chance. */
export function Grew({ trend: { grew, q } }: { trend: Pick<Trend, 'grew' | 'q'> }) {
  if (grew === null) {
    return (
      <Text span size="sm" c="dimmed" title="Too few days are known to tell whether it grows">
        {UNKNOWN}
      </Text>
    );
  }
  return (
    <span title={ABOUT_Q}>
      <Text span size="sm" fw={550} className="num" display="block">
        {grown(grew)}
      </Text>
      <Text span size="xs" c="dimmed" className="num" display="block">
        {sureness(q)}
      </Text>
    </span>
  );
}
