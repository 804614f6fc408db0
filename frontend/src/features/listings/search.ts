import { given, oneOf, type Search, text } from '@/lib/search';
import type { ListingStatus } from '@/lib/schema';

export const LISTING_STATUSES = [
  'draft',
  'publishing',
  'published',
  'undoing',
  'failed',
  'withdrawing',
  'withdrawn',
] as const satisfies readonly ListingStatus[];

/** Which listings are shown, as the address has it. */
export interface ListingSearch {
  status?: ListingStatus;
  channel?: string;
  run_id?: string;
  design_id?: string;
}

export function listingSearch(search: Search): ListingSearch {
  return given<ListingSearch>({
    status: oneOf(search, 'status', LISTING_STATUSES),
    channel: text(search, 'channel', 40),
    run_id: id(search, 'run_id'),
    design_id: id(search, 'design_id'),
  });
}

/** The search with some of it changed; `undefined` takes a part out. */
export function changed(
  search: ListingSearch,
  parts: { [K in keyof ListingSearch]?: ListingSearch[K] | undefined },
): ListingSearch {
  return listingSearch({ ...search, ...parts });
}

function id(search: Search, name: string): string | undefined {
  const written = text(search, name, 36)?.toLowerCase();
  return written !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(written) ? written : undefined;
}
