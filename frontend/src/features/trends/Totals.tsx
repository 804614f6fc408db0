import { Skeleton, Text } from '@mantine/core';

import { When } from '@/components/When';
import { count, plural } from '@/lib/format';

import { useTrendTotals } from './queries';

/** How much of the market the trends cover, and how old they are. */
export function Totals() {
  const { data: totals, isPending } = useTrendTotals();
  if (isPending) return <Skeleton h={14} w={320} my={5} maw="100%" />;
  if (!totals?.analysed_at) return 'Niches among the collected offers, each with its score.';
  return (
    <Text span inherit className="num">
      {plural(totals.trends, 'trend')} from {plural(totals.grouped, 'offer')}; {count(totals.ungrouped)} more belong to
      none yet. Analysed <When at={totals.analysed_at} />.
    </Text>
  );
}
