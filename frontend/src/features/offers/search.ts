import type { Availability, OfferConditions, OfferQuery, OfferSort } from '@/lib/schema';
import { flag, given, number, oneOf, type Search, text } from '@/lib/search';

export const SORTS: { value: OfferSort; label: string }[] = [
  { value: '-last_seen_at', label: 'Seen last' },
  { value: '-first_seen_at', label: 'Newest' },
  { value: 'price_usd', label: 'USD price, low to high' },
  { value: '-price_usd', label: 'USD price, high to low' },
  { value: 'price', label: 'Price, low to high' },
  { value: '-price', label: 'Price, high to low' },
  { value: '-rating', label: 'Best rated' },
  { value: '-reviews_count', label: 'Most reviewed' },
];

export const AVAILABILITIES = [
  'in_stock',
  'low_stock',
  'preorder',
  'out_of_stock',
] as const satisfies readonly Availability[];

/** Which offers are listed and how, as the address has it. */
export interface OfferSearch {
  query?: string;
  marketplace?: string;
  seller?: string;
  category?: string;
  availability?: Availability;
  sponsored?: boolean;
  currency?: string;
  min_price?: number;
  max_price?: number;
  min_price_usd?: number;
  max_price_usd?: number;
  min_rating?: number;
  min_reviews?: number;
  sort?: OfferSort;
}

export function offerSearch(search: Search): OfferSearch {
  const currency = text(search, 'currency', 8)?.toUpperCase();
  const sort = oneOf(
    search,
    'sort',
    SORTS.map((one) => one.value),
  );
  return given<OfferSearch>({
    query: text(search, 'query'),
    marketplace: text(search, 'marketplace', 80),
    seller: text(search, 'seller'),
    category: text(search, 'category'),
    availability: oneOf(search, 'availability', AVAILABILITIES),
    sponsored: flag(search, 'sponsored'),
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    min_price: number(search, 'min_price'),
    max_price: number(search, 'max_price'),
    min_price_usd: number(search, 'min_price_usd'),
    max_price_usd: number(search, 'max_price_usd'),
    min_rating: number(search, 'min_rating', { most: 5 }),
    min_reviews: whole(number(search, 'min_reviews', { most: 2e9 })),
    // The usual order needs no word in the address.
    sort: sort === '-last_seen_at' ? undefined : sort,
  });
}

export type Parts = { [K in keyof OfferSearch]?: OfferSearch[K] | undefined };

/** The search with some of it changed; `undefined` takes a part out. */
export function changed(search: OfferSearch, parts: Parts): OfferSearch {
  return offerSearch({ ...search, ...parts });
}

export function offerQuery(search: OfferSearch): OfferQuery {
  return given<OfferQuery>({ ...search });
}

/** What the offers must be like, whatever their order: for all that match. */
export function conditions(search: OfferSearch): OfferConditions {
  const { sort: _order, ...others } = search;
  return given<OfferConditions>({ ...others });
}

/** How many filters beside the words are on. */
export function narrowings(search: OfferSearch): number {
  const { query, sort, min_price, max_price, currency, min_price_usd, max_price_usd, ...others } = search;
  const price = [min_price, max_price, currency].some((part) => part !== undefined);
  const dollars = [min_price_usd, max_price_usd].some((part) => part !== undefined);
  return Object.keys(others).length + (price ? 1 : 0) + (dollars ? 1 : 0);
}

/** Prices compare only within a currency: asking by price without one takes the one that most of the shown offers have. */
export function withCurrency(search: OfferSearch, shown: readonly { currency: string | null }[]): OfferSearch {
  const byPrice =
    search.sort === 'price' ||
    search.sort === '-price' ||
    search.min_price !== undefined ||
    search.max_price !== undefined;
  if (!byPrice || search.currency !== undefined) return search;
  const counts = new Map<string, number>();
  for (const { currency } of shown) if (currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const usual = [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
  return usual === undefined ? search : { ...search, currency: usual };
}

function whole(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value);
}
