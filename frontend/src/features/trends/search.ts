import type { TrendQuery, TrendSort } from '@/lib/schema';
import { given, number, oneOf, type Search, text } from '@/lib/search';

export const SORTS: { value: TrendSort; label: string }[] = [
  { value: '-overall', label: 'Best score' },
  { value: '-demand', label: 'Most demand' },
  { value: '-growth', label: 'Most growth' },
  { value: 'competition', label: 'Least competition' },
  { value: '-competition', label: 'Most competition' },
  { value: '-profitability', label: 'Most profitable' },
  { value: '-offers_count', label: 'Most offers' },
  { value: 'name', label: 'By name' },
];

/** Which trends are listed and how, as the address has it. */
export interface TrendSearch {
  query?: string;
  marketplace?: string;
  style?: string;
  audience?: string;
  min_overall?: number;
  sort?: TrendSort;
}

export function trendSearch(search: Search): TrendSearch {
  const sort = oneOf(
    search,
    'sort',
    SORTS.map((one) => one.value),
  );
  return given<TrendSearch>({
    query: text(search, 'query'),
    marketplace: text(search, 'marketplace', 80),
    style: text(search, 'style', 80),
    audience: text(search, 'audience', 80),
    min_overall: number(search, 'min_overall', { most: 100 }),
    // The usual order needs no word in the address.
    sort: sort === '-overall' ? undefined : sort,
  });
}

/** The search with some of it changed; `undefined` takes a part out. */
export function changed(
  search: TrendSearch,
  parts: { [K in keyof TrendSearch]?: TrendSearch[K] | undefined },
): TrendSearch {
  return trendSearch({ ...search, ...parts });
}

export function trendQuery(search: TrendSearch): TrendQuery {
  return given<TrendQuery>({ ...search });
}

/** How many filters beside the words are on. */
export function narrowings({ marketplace, style, audience, min_overall }: TrendSearch): number {
  return [marketplace, style, audience, min_overall].filter((part) => part !== undefined).length;
}
