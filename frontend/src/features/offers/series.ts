import { useLocalStorage } from '@mantine/hooks';

import { count, money, rating, short } from '@/lib/format';

import type { Measure, Point } from './history';

export type SeriesName = 'price' | 'reviews' | 'rating' | 'rank';

export interface Series {
  name: SeriesName;
  label: string;
  color: string;
  height: number;
  /** Drawn beside it, thinner. */
  beside?: Measure;
  /** The first place stands on top. */
  lowIsGood?: boolean;
  /** On the axis, short; in words, exactly. */
  tick: (value: number, currency: string | null) => string;
  write: (value: number, currency: string | null) => string;
}

export const SERIES: Series[] = [
  {
    name: 'price',
    label: 'Price',
    color: 'var(--wl-price)',
    height: 236,
    beside: 'list',
    tick: money,
    write: money,
  },
  {
    name: 'reviews',
    label: 'Reviews',
    color: 'var(--wl-reviews)',
    height: 116,
    tick: (value) => (value < 100_000 ? count(value) : short(value)),
    write: (value) => count(value),
  },
  {
    name: 'rating',
    label: 'Rating',
    color: 'var(--mantine-color-saffron-5)',
    height: 104,
    tick: (value) => rating(String(value)),
    write: (value) => `${rating(String(value))} of 5`,
  },
  {
    name: 'rank',
    label: 'Rank',
    color: 'var(--mantine-color-madder-4)',
    height: 116,
    lowIsGood: true,
    tick: (value) => `#${short(value)}`,
    write: (value) => `#${count(value)}`,
  },
];

/** The series that this history has anything of. */
export function seriesOf(all: readonly Point[]): Series[] {
  return SERIES.filter(({ name }) => all.some((point) => point[name] !== null));
}

const KNOWN = new Set<string>(SERIES.map(({ name }) => name));

/** Which series somebody wants to see, on this device. Price and reviews, until they say otherwise. */
export function useShownSeries(): [SeriesName[], (names: SeriesName[]) => void] {
  const [names, setNames] = useLocalStorage<SeriesName[]>({
    key: 'wareloom.offer.series',
    defaultValue: ['price', 'reviews'],
    getInitialValueInEffect: false,
    serialize: (value) => value.join(' '),
    deserialize: (kept) => (kept ?? 'price reviews').split(' ').filter((name): name is SeriesName => KNOWN.has(name)),
  });
  return [names, setNames];
}
