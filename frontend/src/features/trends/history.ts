import { moment } from '@/lib/days';
import { type Scale } from '@/lib/scale';
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

/** Straight lines from day to day. One day alone is no line: its dot says it. */
export function line(points: readonly TrendPoint[], measure: Measure, x: Scale, y: Scale): string {
  if (points.length < 2) return '';
  return points
    .map(
      (point, index) =>
        `${index === 0 ? 'M' : 'L'}${x(moment(point.day)).toFixed(1)},${y(Number(point[measure])).toFixed(1)}`,
    )
    .join('');
}

/** The day nearest to a moment. */
export function nearest(points: readonly TrendPoint[], when: number): TrendPoint | null {
  const away = (point: TrendPoint) => Math.abs(moment(point.day) - when);
  return points.reduce<TrendPoint | null>((best, point) => (best && away(best) <= away(point) ? best : point), null);
}
