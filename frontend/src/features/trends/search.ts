import { LABELS } from '@/features/outlooks/labels';
import type { OutlookLabel, TrendQuery, TrendSort } from '@/lib/schema';
import { given, number, oneOf, type Search, text } from '@/lib/search';

export const SORTS: { value: TrendSort; label: string }[] = [
  { value: '-score', label: 'Score' },
  { value: '-momentum', label: 'Surest growth' },
  { value: '-overall', label: 'Classic score' },
  { value: '-demand', label: 'Most demand' },
  { value: '-growth', label: 'Classic growth' },
  { value: 'competition', label: 'Least competition' },
  { value: '-competition', label: 'Most competition' },
  { value: '-profitability', label: 'Most profitable' },
  { value: '-offers_count', label: 'Most offers' },
  { value: 'name', label: 'By name' },
];

/** The order that needs no word in the address. */
export const USUAL_SORT: TrendSort = '-score';

/** Which trends are listed and how, as the address has it. */
export interface TrendSearch {
  query?: string;
  marketplace?: string;
  style?: string;
  audience?: string;
  recipient?: string;
  occasion?: string;
  tone?: string;
  label?: OutlookLabel;
  min_confidence?: number;
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
    recipient: text(search, 'recipient', 80),
    occasion: text(search, 'occasion', 80),
    tone: text(search, 'tone', 80),
    label: oneOf(search, 'label', LABELS),
    min_confidence: number(search, 'min_confidence', { most: 1 }),
    min_overall: number(search, 'min_overall', { most: 100 }),
    sort: sort === USUAL_SORT ? undefined : sort,
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
  return given<TrendQuery>({ ...search, sort: search.sort ?? USUAL_SORT });
}

/** How many filters beside the words are on. */
export function narrowings({ query: _words, sort: _order, ...filters }: TrendSearch): number {
  return Object.keys(filters).length;
}
