import { gatherCsv } from '@/lib/csv';
import type { Sighting } from '@/lib/schema';

const COLUMNS = {
  seen_at: (row: Sighting) => row.seen_at,
  price: (row: Sighting) => row.price,
  list_price: (row: Sighting) => row.list_price,
  currency: (row: Sighting) => row.currency,
  rating: (row: Sighting) => row.rating,
  reviews_count: (row: Sighting) => row.reviews_count,
  availability: (row: Sighting) => row.availability,
  rank: (row: Sighting) => row.rank,
  stock: (row: Sighting) => row.stock,
  previous_at: (row: Sighting) => row.previous_at,
  task_id: (row: Sighting) => row.task_id,
  page_id: (row: Sighting) => row.page_id,
};

/** A history as a file: it is at hand, so no server is asked. */
export function sightingsCsv(sightings: readonly Sighting[]): Promise<string[]> {
  return gatherCsv({
    columns: COLUMNS,
    page: () => Promise.resolve({ items: [...sightings] }),
    signal: new AbortController().signal,
    onRows: () => undefined,
  });
}
