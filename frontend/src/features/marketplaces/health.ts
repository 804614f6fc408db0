import type { Alarm, Filling, Health, Outcome } from '@/lib/schema';

type Span = 'day' | 'week';

/** All pages of the last day, or of the seven days before. */
export function pagesIn(outcomes: readonly Outcome[], span: Span): number {
  return outcomes.reduce((sum, one) => sum + one[span], 0);
}

/** The share of pages that ended so; null where there were none. */
export function shareOf(outcomes: readonly Outcome[], name: string, span: Span): number | null {
  const whole = pagesIn(outcomes, span);
  const part = outcomes.find((one) => one.outcome === name)?.[span] ?? 0;
  return whole === 0 ? null : part / whole;
}

/** Of all pages, those that could be read, with offers on them or rightly without. */
export function readable(outcomes: readonly Outcome[], span: Span): number | null {
  const read = shareOf(outcomes, 'read', span);
  const empty = shareOf(outcomes, 'empty', span);
  return read === null || empty === null ? null : read + empty;
}

export function standing(health: Pick<Health, 'alarms_kept'>): Alarm[] {
  return health.alarms_kept.filter((one) => one.closed_at === null);
}

export interface Worse {
  id: string;
  sentence: string;
  /** Null for what was noticed by this very look, and is kept from the next one on. */
  since: string | null;
}

/** Everything that is worse now: what is kept as an alarm, in today's words, and what is new. */
export function worse(health: Pick<Health, 'alarms' | 'alarms_kept'>): Worse[] {
  const kept = standing(health).map(({ id, sentence, opened_at }) => ({
    id,
    sentence: health.alarms.find((one) => sameThing(one, sentence)) ?? sentence,
    since: opened_at,
  }));
  const fresh = health.alarms.filter((one) => !kept.some(({ sentence }) => sameThing(one, sentence)));
  return [...kept, ...fresh.map((sentence) => ({ id: sentence, sentence, since: null }))];
}

/** Two looks at one thing differ in their numbers alone. */
function sameThing(one: string, other: string): boolean {
  const bare = (sentence: string) => sentence.replaceAll(/[\d.,%-]+/g, '');
  return bare(one) === bare(other);
}

export function past(health: Pick<Health, 'alarms_kept'>): Alarm[] {
  return health.alarms_kept.filter((one) => one.closed_at !== null);
}

const FIELDS: Record<string, string> = {
  list_price: 'Crossed-out price',
  reviews_count: 'Number of reviews',
  image_url: 'Picture',
  product_url: 'Address',
  category_path: 'Category',
};

/** A field as the screens around it name it. */
export function fieldWord(field: string): string {
  const spaced = field.replaceAll('_', ' ');
  return FIELDS[field] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What fell comes first; otherwise in the order of the API. */
export function fallenFirst(fillings: readonly Filling[]): Filling[] {
  return [...fillings].sort((one, other) => Number(other.fell) - Number(one.fell));
}

/** The share of today's pages that are used up, in percent; null where there is no end to them. */
export function spentShare(part: number, whole: number | null): number | null {
  if (whole === null) return null;
  return whole === 0 ? 100 : Math.min(100, (part / whole) * 100);
}

/** An address without what everybody knows of it. */
export function shortAddress(url: string, most = Infinity): string {
  const short = url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
  return short.length > most ? `${short.slice(0, most - 1)}…` : short;
}
