import { DAY_MS, moment } from '@/lib/days';

export const HOUR_MS = 3_600_000;
export const PERS = ['hour', 'day'] as const;
export type Per = (typeof PERS)[number];

export const RANGES = [
  { value: 'day', label: '24 h', days: 1 },
  { value: 'week', label: '7 d', days: 7 },
  { value: 'month', label: '28 d', days: 28 },
  { value: 'all', label: 'All', days: 365 },
] as const;
export type RangeName = (typeof RANGES)[number]['value'];
export const USUAL_RANGE: RangeName = 'week';

/** Where it begins: at a whole hour or day, so that no bar is cut. */
export function sinceOf(range: RangeName, now: number): number {
  if (range === 'day') return floored(now, HOUR_MS) - 23 * HOUR_MS;
  const { days } = RANGES.find(({ value }) => value === range) ?? RANGES[1];
  return floored(now, DAY_MS) - (days - 1) * DAY_MS;
}

/** What it can be told by; a day has hours alone, and a year has too many of them. */
export function persOf(range: RangeName): readonly Per[] {
  if (range === 'day') return ['hour'];
  return range === 'all' ? ['day'] : PERS;
}

export function perOf(range: RangeName, wished: Per | undefined): Per {
  const all = persOf(range);
  const usual = range === 'day' ? 'hour' : 'day';
  return wished !== undefined && all.includes(wished) ? wished : usual;
}

export function stepOf(per: Per): number {
  return per === 'hour' ? HOUR_MS : DAY_MS;
}

/** Hours and days are counted in UTC: a day is drawn as that day, wherever its reader is. */
export function drawnAt(at: string, per: Per): number {
  return per === 'hour' ? new Date(at).getTime() : moment(at.slice(0, 10));
}

/** Every moment from one to another. */
export function momentsOf(from: number, until: number, per: Per): number[] {
  const [step, all] = [stepOf(per), [] as number[]];
  for (let at = floored(from, step); at <= until; at += step) all.push(drawnAt(new Date(at).toISOString(), per));
  return all;
}

function floored(at: number, step: number): number {
  return Math.floor(at / step) * step;
}
