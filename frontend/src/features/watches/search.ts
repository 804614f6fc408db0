import { given, oneOf, type Search, text } from '@/lib/search';
import type { Watch } from '@/lib/schema';

export const STATES = ['active', 'paused'] as const;

/** Which watches are listed, as the address has it. */
export interface WatchSearch {
  state?: (typeof STATES)[number];
  marketplace?: string;
}

export function watchSearch(search: Search): WatchSearch {
  return given<WatchSearch>({ state: oneOf(search, 'state', STATES), marketplace: text(search, 'marketplace', 80) });
}

/** Those asked for, whoever is visited next first; what is paused waits at the end. */
export function chosen(watches: readonly Watch[], search: WatchSearch): Watch[] {
  return watches
    .filter((one) => search.marketplace === undefined || one.marketplace === search.marketplace)
    .filter((one) => search.state === undefined || (one.paused_at !== null) === (search.state === 'paused'))
    .sort(
      (one, other) =>
        Number(one.paused_at !== null) - Number(other.paused_at !== null) || one.next_at.localeCompare(other.next_at),
    );
}
