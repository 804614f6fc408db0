import { given, oneOf, type Search } from '@/lib/search';

export const OUTCOMES = ['read', 'empty', 'blocked', 'rejected'] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

/** Which outcome's last pages are laid open, as the address has it. */
export interface SourceSearch {
  outcome?: OutcomeName;
}

export function sourceSearch(search: Search): SourceSearch {
  return given<SourceSearch>({ outcome: oneOf(search, 'outcome', OUTCOMES) });
}
