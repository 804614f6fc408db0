import type { Sighting } from '@/lib/schema';

/** What an offer showed from one moment on. A sighting is kept when something changed, so it holds until the next. */
export interface Point {
  at: number;
  price: number | null;
  list: number | null;
  reviews: number | null;
  rating: number | null;
  rank: number | null;
}

export type Measure = 'price' | 'list' | 'reviews' | 'rating' | 'rank';

export const RANGES = [
  { value: '30', label: '30 days', days: 30 },
  { value: '90', label: '90 days', days: 90 },
  { value: '365', label: 'A year', days: 365 },
  { value: 'all', label: 'All', days: null },
] as const;

export type RangeName = (typeof RANGES)[number]['value'];

export const DAY_MS = 86_400_000;

/** What the prices of a chart are counted in. */
export interface Money {
  currency: string | null;
  /** How much of `shown` one of `currency` is. */
  rate: number;
  shown: string | null;
}

/** Prices in another currency than the chart's are left out: a step between the two would be none. */
export function points(sightings: readonly Sighting[], money: Money | null = null): Point[] {
  return sightings.map((one) => {
    const rate = money === null || one.currency === money.currency ? (money?.rate ?? 1) : null;
    return {
      at: new Date(one.seen_at).getTime(),
      price: amount(one.price, rate),
      list: amount(one.list_price, rate),
      reviews: one.reviews_count,
      rating: one.rating === null ? null : Number(one.rating),
      rank: one.rank,
    };
  });
}

function amount(written: string | null, rate: number | null): number | null {
  return written === null || rate === null ? null : Number(written) * rate;
}

/** The points from `from` to `to`; the value that held at `from` is carried in, and the last one on to `to`. */
export function within(all: readonly Point[], from: number, to: number): Point[] {
  const inside = all.filter((point) => point.at >= from && point.at <= to);
  const before = all.findLast((point) => point.at < from);
  const start = before ? [{ ...before, at: from }] : [];
  const shown = [...start, ...inside];
  const last = shown.at(-1);
  return last && last.at < to ? [...shown, { ...last, at: to }] : shown;
}

/** What held at a moment; null before the first sighting. */
export function at<T extends { at: number }>(all: readonly T[], moment: number): T | null {
  return all.findLast((point) => point.at <= moment) ?? null;
}

/** A path of steps, broken where nothing was shown. */
export function steps(
  shown: readonly Point[],
  measure: Measure,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let before: number | null = null;
  for (const point of shown) {
    const value = point[measure];
    const across = x(point.at).toFixed(1);
    if (before !== null) path += `H${across}`;
    if (value !== null)
      path += before === null ? `M${across},${y(value).toFixed(1)}` : value === before ? '' : `V${y(value).toFixed(1)}`;
    before = value;
  }
  return path;
}

export interface Summary {
  first: number;
  last: number;
  low: number;
  high: number;
  /** As a share of the first value; null when that was nothing. */
  change: number | null;
}

export function summary(shown: readonly Point[], measure: Measure): Summary | null {
  const values = shown.flatMap((point) => point[measure] ?? []);
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    first,
    last,
    low: Math.min(...values),
    high: Math.max(...values),
    change: first === 0 ? null : (last - first) / first,
  };
}
