import type { OfferDetail, Sighting } from '@/lib/schema';

/** Where a number comes from: a page that was read, and the task that read it. */
export interface Witness {
  /** What the page did for the number: "Told first by", "Seen so last on". */
  said: string;
  at: string;
  pageId: string | null;
  taskId: string | null;
}

export interface Source {
  marketplace: string;
  /** The number, as it is shown: "Price $24.90". */
  about: string;
  witnesses: Witness[];
}

type Told = 'price' | 'list_price' | 'rating' | 'reviews_count' | 'availability' | 'rank' | 'stock';

/** Since when a fact is as it is, and who saw it so last. */
export function sourceOf(
  offer: OfferDetail,
  sightings: readonly Sighting[],
  fact: { name: Told; about: string },
): Source {
  const since = sinceWhen(sightings, fact.name);
  const first: Witness[] = since
    ? [{ said: 'Like this since', at: since.seen_at, pageId: since.page_id, taskId: since.task_id }]
    : [];
  const last: Witness = { said: 'Seen so last', at: offer.last_seen_at, pageId: offer.page_id, taskId: null };
  const same = since !== undefined && since.page_id !== null && since.page_id === offer.page_id;
  return { marketplace: offer.marketplace, about: fact.about, witnesses: same ? first : [...first, last] };
}

/** The sighting from which on a value has been what it is. */
export function sinceWhen(sightings: readonly Sighting[], name: Told): Sighting | undefined {
  const last = sightings.at(-1);
  if (last === undefined) return undefined;
  const other = sightings.findLastIndex((one) => one[name] !== last[name] || one.currency !== last.currency);
  return sightings[other + 1];
}

/** Where a sighting of the history comes from. */
export function sourceOfSighting(marketplace: string, sighting: Sighting, about: string): Source {
  const { seen_at, page_id, task_id } = sighting;
  return { marketplace, about, witnesses: [{ said: 'Seen', at: seen_at, pageId: page_id, taskId: task_id }] };
}
