import { dayAt, moment, shifted } from '@/lib/days';
import type { Signal } from '@/lib/schema';

import type { Spot } from '@/components/charts/threads';

/** What a trend's signals tell, one number a day. Price and rank tell of a shelf; the others can be added up. */
export type MeasureName = 'reviews_gained' | 'offers' | 'new_offers' | 'sellers' | 'price' | 'rank';

/** Every day from the first to the last of which anything is known, so that a gap is a gap. */
export function calendarDays(signals: readonly Pick<Signal, 'day'>[]): string[] {
  const days = signals.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all: string[] = [];
  for (let day = first; day <= last; day = shifted(day, 1)) all.push(day);
  return all;
}

export function sourcesOf(signals: readonly Signal[]): string[] {
  return [...new Set(signals.map(({ source }) => source))].sort();
}

/** One source's days, gaps among them. */
export function spotsOf(signals: readonly Signal[], measure: MeasureName): Spot[] {
  const byDay = new Map(signals.map((signal) => [signal.day, signal]));
  return calendarDays(signals).map((day) => {
    const signal = byDay.get(day);
    return signal ? { at: moment(day), ...told(signal, measure) } : { at: moment(day), value: null };
  });
}

function told(signal: Signal, measure: MeasureName): Omit<Spot, 'at'> {
  if (measure === 'rank') return { value: signal.rank_mid };
  if (measure !== 'price') return { value: signal[measure] };
  return { value: number(signal.price_mid), low: number(signal.price_low), high: number(signal.price_high) };
}

function number(written: string | null): number | null {
  return written === null ? null : Number(written);
}

/**
 * All sources' days added up. On a day on which one of them was not looked at, though it was before and after, the sum
 * would fall without anything having fallen: such a day is a gap.
 */
export function together(signals: readonly Signal[], measure: Exclude<MeasureName, 'price' | 'rank'>): Spot[] {
  const each = sourcesOf(signals).map((source) => {
    const own = signals.filter((signal) => signal.source === source && signal[measure] !== null);
    return new Map(own.map((signal) => [signal.day, signal[measure] ?? 0]));
  });
  const spans = each.map((days) => {
    const told = [...days.keys()].sort();
    return { days, first: told[0] ?? '', last: told.at(-1) ?? '' };
  });
  return calendarDays(signals).map((day) => {
    const wanted = spans.filter(({ first, last }) => first <= day && day <= last);
    const values = wanted.map(({ days }) => days.get(day));
    const known = values.filter((value) => value !== undefined);
    const whole = known.length > 0 && known.length === values.length;
    return { at: moment(day), value: whole ? known.reduce((sum, value) => sum + value, 0) : null };
  });
}

const A_WEEK = 7;
/** Fewer days of a week tell nothing of it. */
const MOST_OF_A_WEEK = 4;

/**
 * Reviews a week and counted offer, of all sources: what is foretold. Weeks end with the last day that is known before
 * the one on which the trend was judged, for that one was not over.
 */
export function weekly(signals: readonly Signal[], judgedAt: string): Spot[] {
  const rates = ratesBefore(signals, judgedAt);
  return weeksOf(rates, calendarDays([...rates.keys()].map((day) => ({ day }))));
}

/** The days before the one that a moment lies in, at the server's own calendar. */
export function ratesBefore(signals: readonly Signal[], at: string): Map<string, number> {
  const today = new Date(at).toISOString().slice(0, 10);
  return dailyRates(signals.filter(({ day }) => day < today));
}

/** Whole weeks that end with the last of the days. */
export function weeksOf(rates: ReadonlyMap<string, number>, days: readonly string[]): Spot[] {
  const begin = days.length % A_WEEK;
  const weeks = Array.from({ length: Math.floor(days.length / A_WEEK) }, (_, week) =>
    days.slice(begin + week * A_WEEK, begin + (week + 1) * A_WEEK),
  );
  return weeks.map((week) => {
    const known = week.flatMap((day) => rates.get(day) ?? []);
    const sum = known.reduce((total, rate) => total + rate, 0);
    const value = known.length >= MOST_OF_A_WEEK ? (sum * A_WEEK) / known.length : null;
    return { at: moment(week.at(-1) ?? ''), value };
  });
}

/** Reviews a day and counted offer: who collects more offers sees no growth in that. */
export function dailyRates(signals: readonly Signal[]): Map<string, number> {
  const sums = new Map<string, { reviews: number; offers: number }>();
  for (const { day, counted, reviews_gained } of signals) {
    if (counted <= 0 || reviews_gained === null) continue;
    const sum = sums.get(day) ?? { reviews: 0, offers: 0 };
    sums.set(day, { reviews: sum.reviews + reviews_gained, offers: sum.offers + counted });
  }
  return new Map([...sums].map(([day, { reviews, offers }]) => [day, reviews / offers]));
}

/** The spots from a moment on; a line that begins earlier is cut there. */
export function since(spots: readonly Spot[], from: number | null): Spot[] {
  return from === null ? [...spots] : spots.filter(({ at }) => at >= from);
}

export function daysBefore(spots: readonly Spot[], days: number): number | null {
  const last = spots.at(-1);
  return last === undefined ? null : moment(shifted(dayAt(last.at), -days));
}
