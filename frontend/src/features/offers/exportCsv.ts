import { csvLine } from '@/lib/csv';
import type { Offer, Paged } from '@/lib/schema';

const COLUMNS = [
  'id',
  'marketplace',
  'external_id',
  'title',
  'price',
  'currency',
  'rating',
  'reviews_count',
  'seller',
  'category',
  'tags',
  'image_url',
  'product_url',
  'first_seen_at',
  'last_seen_at',
] as const satisfies readonly (keyof Offer)[];

interface Gathering {
  page: (cursor: string | undefined, signal: AbortSignal) => Promise<Paged<Offer>>;
  signal: AbortSignal;
  onRows: (rows: number) => void;
}

/** Every offer of the result, page by page. Rejects when it is cancelled or a page does not come. */
export async function gatherCsv({ page, signal, onRows }: Gathering): Promise<string[]> {
  const lines = [`\uFEFF${csvLine(COLUMNS)}`];
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const { items, next_cursor } = await page(cursor, signal);
    for (const offer of items) lines.push(csvLine(COLUMNS.map((column) => cell(offer[column]))));
    onRows(lines.length - 1);
    cursor = next_cursor ?? undefined;
  } while (cursor !== undefined);
  return lines;
}

function cell(value: Offer[(typeof COLUMNS)[number]]): string | number | null {
  return Array.isArray(value) ? value.join('; ') : value;
}
