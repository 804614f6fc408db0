import type { AlertState } from '@/lib/schema';
import { given, oneOf, type Search, uuid } from '@/lib/search';

export const STATES = ['open', 'acknowledged', 'closed'] as const satisfies readonly AlertState[];

/** Which alerts are listed, as the address has it. */
export interface AlertSearch {
  state?: AlertState;
  subject?: string;
}

export function alertSearch(search: Search): AlertSearch {
  return given<AlertSearch>({ state: oneOf(search, 'state', STATES), subject: uuid(search, 'subject') });
}
