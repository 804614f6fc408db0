import { Text } from '@mantine/core';

import { surely } from '@/features/outlooks/words';
import type { Trend } from '@/lib/schema';

import { ScoreRing } from './ScoreRing';

/** The score with how sure it is. */
export function ScoreCell({ trend, size }: { trend: Trend; size?: number }) {
  return (
    <>
      <ScoreRing value={trend.score} unsure={trend.low_evidence} {...(size === undefined ? {} : { size })} />
      {trend.confidence !== null && (
        <Text size="xs" c="dimmed" className="num" style={{ whiteSpace: 'nowrap' }}>
          {surely(trend.confidence)}
        </Text>
      )}
    </>
  );
}
