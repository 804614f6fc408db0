import { narrowings, type OfferSearch, offerSearch, SORTS } from '@/features/offers/search';
import type { CollectedQuery, CollectedSort, CollectionSort, OfferConditions } from '@/lib/schema';
import { given, oneOf, type Search, text } from '@/lib/search';

export const COLLECTION_SORTS: { value: CollectionSort; label: string }[] = [
  { value: 'name', label: 'By name' },
  { value: '-updated_at', label: 'Changed last' },
  { value: '-created_at', label: 'Newest' },
  { value: '-offers_count', label: 'Most offers' },
];

/** `others` are those that somebody else made and that one sees: shared with one, or shown to everybody. */
export const SHELVES = ['mine', 'others', 'archived'] as const;
export type Shelf = (typeof SHELVES)[number];

/** Which collections are listed and how, as the address has it. */
export interface CollectionSearch {
  query?: string;
  shelf?: Shelf;
  sort?: CollectionSort;
}

export function collectionSearch(search: Search): CollectionSearch {
  const sort = oneOf(
    search,
    'sort',
    COLLECTION_SORTS.map((one) => one.value),
  );
  return given<CollectionSearch>({
    query: text(search, 'query'),
    shelf: oneOf(search, 'shelf', SHELVES),
    sort: sort === 'name' ? undefined : sort,
  });
}

/** The search with some of it changed; `undefined` takes a part out. */
export function changed(
  search: CollectionSearch,
  parts: { [K in keyof CollectionSearch]?: CollectionSearch[K] | undefined },
): CollectionSearch {
  return collectionSearch({ ...search, ...parts });
}

export const COLLECTED_SORTS: { value: CollectedSort; label: string }[] = [
  { value: '-added_at', label: 'Added last' },
  ...SORTS,
];

/** Which offers of a collection are listed: as the market's own list, with one way more to sort. */
export type CollectedSearch = Omit<OfferSearch, 'sort'> & { sort?: CollectedSort };

export function collectedSearch(search: Search): CollectedSearch {
  const sort = oneOf(
    search,
    'sort',
    COLLECTED_SORTS.map((one) => one.value),
  );
  return { ...conditionsOf(search), ...given<CollectedSearch>({ sort: sort === '-added_at' ? undefined : sort }) };
}

/** What narrows it, without the order: what the market's own filters read and write. */
export function conditionsOf(search: Search | CollectedSearch): Omit<OfferSearch, 'sort'> {
  const { sort, ...conditions } = offerSearch({ ...search, sort: undefined });
  return conditions;
}

export function collectedQuery(search: CollectedSearch): CollectedQuery {
  return given<CollectedQuery>({ ...search });
}

/** As the API takes them in a body. */
export function wantedOffers(search: Omit<OfferSearch, 'sort'>): OfferConditions {
  return given<OfferConditions>({ ...conditionsOf(search) });
}

/** Anything at all that leaves offers out. */
export function isNarrowed(search: CollectedSearch): boolean {
  return search.query !== undefined || narrowings(conditionsOf(search)) > 0;
}
