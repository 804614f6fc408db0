import type { Thread } from '@/components/charts/threads';
import { moment } from '@/lib/days';
import type { TrendPoint } from '@/lib/schema';

import type { PartName } from './score';

export type Measure = 'overall' | PartName;

export const MEASURES: readonly { name: Measure; title: string; color: string }[] = [
  { name: 'overall', title: 'Score', color: 'var(--mantine-color-text)' },
  { name: 'demand', title: 'Demand', color: 'var(--wl-price)' },
  { name: 'growth', title: 'Growth', color: 'var(--mantine-color-gray-5)' },
  { name: 'competition', title: 'Competition', color: 'var(--wl-reviews)' },
  { name: 'profitability', title: 'Profitability', color: 'var(--mantine-color-madder-4)' },
];

/** A line for each measure that is shown, in the order of the legend. */
export function threads(points: readonly TrendPoint[], shown: readonly Measure[]): Thread[] {
  return MEASURES.filter(({ name }) => shown.includes(name)).map((measure) => ({
    ...measure,
    spots: points.map((point) => ({ at: moment(point.day), value: Number(point[measure.name]) })),
  }));
}
