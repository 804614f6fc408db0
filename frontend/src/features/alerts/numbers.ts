import { count, portion } from '@/lib/format';
import type { Alert, AlertKind } from '@/lib/schema';

/** As wide as the rules themselves take Wilson's interval. */
const SPREADS = 3;

/** The numbers that opened an alert, held against its two thresholds. */
export interface Held {
  /** What is measured, in words. */
  what: string;
  value: number;
  /** Between which it surely lies, where that is known. */
  low: number | null;
  high: number | null;
  enter: number;
  leave: number;
  /** Where the scale ends. */
  most: number;
  write: (value: number) => string;
}

type Figures = Alert['figures'];

function read(figures: Figures, name: string): number | null {
  const value = figures[name];
  return typeof value === 'number' ? value : null;
}

/** A number of the rule that was held against it, as it was then. */
export function ruled(figures: Figures, name: string): number | null {
  const { rule } = figures;
  if (typeof rule !== 'object' || rule === null) return null;
  return read(rule as Figures, name);
}

/** Wilson's interval, which holds for shares near 0 and 1 too. */
export function wilson(part: number, whole: number): [low: number, high: number] {
  const share = part / whole;
  const spread = SPREADS ** 2 / whole;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (SPREADS * Math.sqrt((share * (1 - share)) / whole + spread / whole / 4)) / (1 + spread);
  return [middle - half, middle + half];
}

export function spreads(value: number): string {
  return new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 }).format(value);
}

/** How a threshold of that kind of rule is written. */
export function thresholdWords(kind: AlertKind, value: number): string {
  return kind === 'burst' ? `${spreads(value)} spreads` : portion(value);
}

/** Null where the figures are not those that this app knows. */
export function heldOf({ kind, figures }: Pick<Alert, 'kind' | 'figures'>): Held | null {
  const [enter, leave] = [ruled(figures, 'enter'), ruled(figures, 'leave')];
  const measured = MEASURED[kind](figures);
  if (enter === null || leave === null || measured === null) return null;
  const most = kind === 'burst' ? Math.max(measured.value, enter) * 1.15 : 1;
  return { ...measured, enter, leave, most, write: (value) => thresholdWords(kind, value) };
}

type Measured = Pick<Held, 'what' | 'value' | 'low' | 'high'>;

const MEASURED: Record<AlertKind, (figures: Figures) => Measured | null> = {
  negative: (figures) => {
    const [part, whole] = [read(figures, 'negative'), read(figures, 'told')];
    if (part === null || whole === null || whole <= 0) return null;
    const [low, high] = wilson(part, whole);
    return { what: 'Negative share', value: part / whole, low: read(figures, 'least') ?? low, high };
  },
  burst: (figures) => alone('Over the usual', read(figures, 'z')),
  mix: (figures) => alone('Feel otherwise', read(figures, 'distance')),
};

function alone(what: string, value: number | null): Measured | null {
  return value === null ? null : { what, value, low: null, high: null };
}

/** "60% negative, surely 47% to 72%; opens over 50%, closes under 40%". */
export function numbersWords(alert: Pick<Alert, 'kind' | 'figures'>): string {
  const held = heldOf(alert);
  if (held === null) return '';
  const { what, value, low, high, enter, leave, write } = held;
  const bounds = low === null || high === null ? '' : `, surely ${write(low)} to ${write(high)}`;
  return `${what} ${write(value)}${bounds}. Opens over ${write(enter)}, closes under ${write(leave)}.`;
}

/** The other numbers, by what people call them. */
export function restOf({ figures }: Pick<Alert, 'figures'>): [name: string, value: string][] {
  const named: [string, string][] = [
    ['negative', 'Negative posts'],
    ['told', 'Posts that say how they feel'],
    ['posts', 'Posts'],
    ['usual', 'Usual at that time of day'],
    ['days', 'Days compared with'],
    ['before', 'Posts of before'],
    ['chance', 'By chance alone'],
  ];
  const rest = named.flatMap(([key, name]): [string, string][] => {
    const value = read(figures, key);
    if (value === null) return [];
    return [[name, key === 'chance' ? rarely(value) : count(Math.round(value))]];
  });
  const [sample, hours] = [ruled(figures, 'min_sample'), ruled(figures, 'window_hours')];
  if (sample !== null) rest.push(['Posts needed', count(sample)]);
  if (hours !== null) rest.push(['Window', hoursWords(hours)]);
  return rest;
}

export function hoursWords(hours: number): string {
  return hours === 1 ? '1 hour' : `${count(hours)} hours`;
}

function rarely(chance: number): string {
  if (chance < 1e-6) return 'under 1 in a million';
  return `1 in ${count(Math.round(1 / chance))}`;
}
