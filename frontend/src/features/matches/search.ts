import type { Match } from '@/lib/schema';
import { given, oneOf, type Search } from '@/lib/search';

/** Which pairs are looked at, as the address has it. */
export interface MatchSearch {
  /** Those that were held for the same, to check them; without it those that nobody can tell. */
  verdict?: Extract<Match['verdict'], 'same'>;
  /** Also pairs of offers that no task of this workspace saw. */
  of?: 'everybody';
}

export function matchSearch(search: Search): MatchSearch {
  return given<MatchSearch>({
    verdict: oneOf(search, 'verdict', ['same']),
    of: oneOf(search, 'of', ['everybody']),
  });
}
