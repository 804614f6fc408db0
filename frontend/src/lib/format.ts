/** Numbers, money and times as the reader's own language writes them. */
const MISSING = '–';

export function money(amount: string | number | null, currency: string | null, locale?: string): string {
  if (amount === null) return MISSING;
  const value = Number(amount);
  if (!Number.isFinite(value)) return MISSING;
  if (currency === null)
    return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(
      value,
    );
  } catch {
    return `${value.toFixed(2)} ${currency}`;
  }
}

export function count(value: number | null, locale?: string): string {
  return value === null ? MISSING : new Intl.NumberFormat(locale).format(value);
}

export function short(value: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

/** "1.4 MB". */
export function fileSize(bytes: number, locale?: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

export function rating(value: string | null, locale?: string): string {
  return value === null
    ? MISSING
    : new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(Number(value));
}

export function percent(share: number, locale?: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(share);
}

export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

export function dateTime(at: string | number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

export function day(at: string | number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at));
}

export function dayOfYear(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(new Date(at));
}

/** "14:00", and the day at its beginning. */
export function hourOfDay(at: number, locale?: string): string {
  const date = new Date(at);
  if (date.getHours() === 0) return dayOfYear(at, locale);
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(date);
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * "3 minutes ago". Within half a minute it is "just now": seconds that jump would only disturb, and the server's clock
 * may be a little ahead of this one. Only what is announced beforehand is "in a moment".
 */
export function ago(at: string, now: number, locale?: string): string {
  const seconds = (new Date(at).getTime() - now) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  if (unit === 'second') {
    if (Math.abs(seconds) < 30) return seconds > 20 ? 'in a moment' : 'just now';
    return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(
      Math.round(seconds / 60) || Math.sign(seconds),
      'minute',
    );
  }
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit);
}

export function lasted(from: string, to: string | number): string {
  const seconds = Math.max(0, Math.round((new Date(to).getTime() - new Date(from).getTime()) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** "every 6 hours", "every day", "every 30 minutes". */
export function every(hours: number): string {
  if (hours === 24) return 'every day';
  if (hours > 24 && hours % 24 === 0) return `every ${hours / 24} days`;
  if (hours >= 1) return hours === 1 ? 'every hour' : `every ${hours} hours`;
  return `every ${plural(Math.round(hours * 60), 'minute')}`;
}

/** "in 2 min 5 s", and "any moment now" once it is time. */
export function until(at: string, now: number): string {
  const left = new Date(at).getTime() - now;
  return left <= 0 ? 'any moment now' : `in ${lasted(new Date(now).toISOString(), at)}`;
}

/** "4.2 kB": how large a file is, as people say it. */
export function size(bytes: number, locale?: string): string {
  const [unit, power] =
    bytes < 1000 ? (['byte', 0] as const) : bytes < 1e6 ? (['kilobyte', 1] as const) : (['megabyte', 2] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

/** A share as it stands, "97%": not a change, so without a sign. */
export function portion(share: number | null, locale?: string): string {
  return share === null
    ? MISSING
    : new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: share > 0.99 && share < 1 ? 1 : 0,
      }).format(share);
}
