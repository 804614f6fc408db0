import { percent, portion } from '@/lib/format';
import type { Movement } from '@/lib/schema';

export const UNKNOWN = '–';

/** A score or a part of it as people read it. What is not known is no number. */
export function points(value: number | null, locale?: string): string {
  if (value === null) return UNKNOWN;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
}

/** "+35%". Large changes need no decimals. */
export function grown(share: number | null, locale?: string): string {
  if (share === null) return UNKNOWN;
  return percent(Math.abs(share) >= 0.1 ? Math.round(share * 100) / 100 : share, locale);
}

const SURE = 0.1;

/** Whether it moves at all, over the time that its label rests on, or as chance alone would move one of so many. */
export function sureness(q: number | null, moved?: Pick<Movement, 'days'> | null): string {
  if (q === null) return 'not known how sure';
  // The number stays beside its letter.
  const told = `q\u00a0${small(q)}`;
  const over = moved ? `over ${moved.days}\u00a0days ` : '';
  return q <= SURE ? `${over}surely moves, ${told}` : `${over}may be chance, ${told}`;
}

export const ABOUT_Q =
  'Whether it moves at all, over the time that its label rests on. q: of all trends that are said to move at least as surely as this one, so large a share does so by chance alone.';

/** Which movement q is of, in words: it need not be that of the number beside it. */
export function aboutQ(moved: Movement | null): string {
  if (moved === null) return ABOUT_Q;
  const how = `${grown(moved.growth)} over ${moved.days} days, by ${moved.by}`;
  return `${ABOUT_Q} Here: reviews a day and offer, ${how}${moved.without_season ? ', its season taken out' : ''}.`;
}

/** "0.02", "under 0.001": a probability. */
export function small(value: number, locale?: string): string {
  if (value > 0 && value < 0.001) return 'under\u00a00.001';
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(value);
}

export function surely(confidence: number | null): string {
  return confidence === null ? 'not known how sure' : `${portion(confidence)} sure`;
}

/** "1,240", "0.4": an amount whose size decides how exactly it is told. */
export function amount(value: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: value < 100 ? 2 : 3 }).format(value);
}
