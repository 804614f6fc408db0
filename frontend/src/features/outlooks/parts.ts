import { count, money, plural } from '@/lib/format';
import { words } from '@/lib/readable';
import type { OutlookPart, Weights } from '@/lib/schema';

import { amount, grown, small } from './words';

export type PartName = keyof Weights;

interface PartLook {
  name: PartName;
  title: string;
  about: string;
  /** What its sample counts. */
  of: string;
  /** Where the numbers that it was made of stand on the page. */
  evidence: readonly ('days' | 'evidence')[];
}

export const PARTS: readonly PartLook[] = [
  {
    name: 'demand',
    title: 'Demand',
    about: 'How much of it is sold, by all that can be seen',
    of: 'offer',
    evidence: ['days', 'evidence'],
  },
  {
    name: 'momentum',
    title: 'Momentum',
    about: 'How likely it is that it grew in the last four weeks',
    of: 'day',
    evidence: ['days'],
  },
  {
    name: 'competition',
    title: 'Competition',
    about: 'How many offers there are: low is good, and counts so',
    of: 'offer',
    evidence: ['evidence', 'days'],
  },
  {
    name: 'profitability',
    title: 'Profitability',
    about: 'What is left of its middle price after making it and all fees',
    of: 'offer',
    evidence: ['evidence'],
  },
  {
    name: 'sentiment',
    title: 'Sentiment',
    about: 'How well people speak of it',
    of: 'voice',
    evidence: [],
  },
];

/** The usual weights, as the API has them where nobody chose others. */
export const USUAL: Weights = { demand: 0.3, momentum: 0.3, competition: 0.2, profitability: 0.15, sentiment: 0.05 };

/** What each weighs of the whole; all nothing where nothing weighs anything. */
export function shares(weights: Weights): Record<PartName, number> {
  const whole = PARTS.reduce((sum, { name }) => sum + weights[name], 0);
  const share = (name: PartName) => (whole > 0 ? weights[name] / whole : 0);
  return {
    demand: share('demand'),
    momentum: share('momentum'),
    competition: share('competition'),
    profitability: share('profitability'),
    sentiment: share('sentiment'),
  };
}

export function sampleWords({ of }: Pick<PartLook, 'of'>, { sample }: OutlookPart): string {
  return `from ${plural(sample, of)}`;
}

const NAMES: Record<string, string> = {
  low: 'At least, sold in four weeks',
  mid: 'Sold in four weeks',
  high: 'At most, sold in four weeks',
  price: 'Middle price',
  cost: 'Making it',
  fees: 'Fees',
  channel: 'Dearest channel',
  growth: 'Growth in four weeks',
  p: 'p, of the test that it moved',
  days: 'Days that are known',
};

/** What a part was counted from. */
export function inputsOf(part: OutlookPart): { name: string; value: string }[] {
  return Object.entries(part.inputs).map(([name, value]) => ({
    name: NAMES[name] ?? words(name),
    value: written(name, value),
  }));
}

function written(name: string, value: unknown): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '–';
  if (name === 'price' || name === 'cost' || name === 'fees') return money(value, 'USD');
  if (name === 'growth') return grown(value);
  if (name === 'p') return small(value);
  return Number.isInteger(value) ? count(value) : amount(value);
}
