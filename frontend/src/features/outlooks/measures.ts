import { count, money, short } from '@/lib/format';

import type { MeasureName } from './days';
import { amount } from './words';

export interface Measure {
  name: MeasureName;
  title: string;
  about: string;
  write: (value: number) => string;
  tick: (value: number) => string;
  /** The first place stands on top. */
  lowIsGood?: boolean;
  /** Of several sources it cannot be made one. */
  apart?: boolean;
}

const tick = (value: number) => (value < 10_000 ? count(value) : short(value));

export const MEASURES: readonly Measure[] = [
  {
    name: 'reviews_gained',
    title: 'Reviews gained',
    about: 'What its offers gained in reviews; between two looks it is spread over the days between.',
    write: amount,
    tick,
  },
  {
    name: 'offers',
    title: 'Offers',
    about: 'Offers that were seen, or not missed for a week yet.',
    write: count,
    tick,
  },
  { name: 'new_offers', title: 'New offers', about: 'Offers that were seen for the first time.', write: count, tick },
  { name: 'sellers', title: 'Sellers', about: 'How many sell in it.', write: count, tick },
  {
    name: 'price',
    title: 'Price level',
    about: 'The middle price in dollars; half of the offers lie inside the band.',
    write: (value) => money(value, 'USD'),
    tick: (value) => money(value, 'USD'),
    apart: true,
  },
  {
    name: 'rank',
    title: 'Rank',
    about: 'The middle place of its offers on the shelf of best-sellers: low is good.',
    write: (value) => `#${count(value)}`,
    tick: (value) => `#${short(value)}`,
    lowIsGood: true,
    apart: true,
  },
];

export const LOOKS = [
  { color: 'var(--wl-price)', mark: 'circle' },
  { color: 'var(--wl-reviews)', dash: '7 4', mark: 'square' },
  { color: 'var(--mantine-color-madder-4)', dash: '2 3', mark: 'triangle' },
  { color: 'var(--mantine-color-indigo-4)', dash: '10 3 2 3', mark: 'diamond' },
  { color: 'var(--mantine-color-gray-5)', dash: '4 2', mark: 'cross' },
] as const;

/** The look of the n-th line of a chart. */
export function lookOf(index: number): (typeof LOOKS)[number] {
  return LOOKS[index % LOOKS.length] ?? LOOKS[0];
}
