import { count, money } from '@/lib/format';
import { words } from '@/lib/readable';
import type { ScorePart, Trend } from '@/lib/schema';

export type PartName = 'demand' | 'growth' | 'competition' | 'profitability';

export interface PartLook {
  name: PartName;
  title: string;
  short: string;
  about: string;
}

export const PARTS: readonly PartLook[] = [
  { name: 'demand', title: 'Demand', short: 'Dem', about: 'How much its offers are reviewed, and how well' },
  { name: 'growth', title: 'Growth', short: 'Gro', about: 'How well its offers are rated' },
  { name: 'competition', title: 'Competition', short: 'Com', about: 'How many offers there are: low is good' },
  {
    name: 'profitability',
    title: 'Profitability',
    short: 'Pro',
    about: 'What its offers cost, and how well they are rated',
  },
];

/** Those that stand on the board: the growth of four weeks stands there instead of the classic one. */
export const BOARD_PARTS = PARTS.filter(({ name }) => name !== 'growth');

/** A part of the score as people read it: one decimal at most. */
export function points(value: string | number, locale?: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Number(value));
}

/** How good a score is, for its colour; the number is always beside it. */
export function tone(overall: number): 'high' | 'middle' | 'low' {
  if (overall >= 70) return 'high';
  return overall >= 45 ? 'middle' : 'low';
}

/** What the clamp took away: nothing when the part is as it was computed. */
export function clamped(part: ScorePart): string | null {
  const [value, before] = [Number(part.value), Number(part.unclamped)];
  if (value === before) return null;
  return `${points(before)} before it was held to ${points(value)}`;
}

const INPUTS: Record<string, string> = {
  rating_avg: 'Average rating',
  reviews_avg: 'Average number of reviews',
  price_avg: 'Average price',
  offers_count: 'Offers',
};

/** What a part is computed from. What no offer told counts as zero, and is said to. */
export function inputs(part: ScorePart, trend: Pick<Trend, 'currency'>): { name: string; value: string }[] {
  return Object.entries(part.inputs).map(([name, value]) => ({
    name: INPUTS[name] ?? words(name),
    value: value === null ? 'Told by no offer: counts as 0' : written(name, value, trend.currency),
  }));
}

function written(name: string, value: string, currency: string | null): string {
  if (name === 'price_avg') return money(value, currency);
  if (name === 'rating_avg')
    return new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 }).format(Number(value));
  return points(value);
}

/** "demand", not `reviews_avg`: the formula with its inputs as they are named beside it. */
export function readable(formula: string): string {
  return Object.entries(INPUTS).reduce(
    (text, [name, said]) => text.replaceAll(name, said.charAt(0).toLowerCase() + said.slice(1)),
    formula,
  );
}

/** "$12.00 to $40.00", or the one price there is. */
export function priceRange({ price_min, price_max, currency }: Trend): string | null {
  if (price_min === null || price_max === null) return null;
  if (Number(price_min) === Number(price_max)) return money(price_min, currency);
  return `${money(price_min, currency)} to ${money(price_max, currency)}`;
}

/** The marketplaces with most offers first. */
export function places(trend: Pick<Trend, 'marketplaces'>): [string, number][] {
  return Object.entries(trend.marketplaces).sort(([a, many], [b, more]) => more - many || a.localeCompare(b));
}

export function placesSaid(trend: Pick<Trend, 'marketplaces'>, title: (name: string) => string): string {
  return places(trend)
    .map(([name, offers]) => `${title(name)} ${count(offers)}`)
    .join(', ');
}
