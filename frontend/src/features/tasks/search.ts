import { given, oneOf, type Search, text } from '@/lib/search';
import type { TaskStatus } from '@/lib/schema';

export const STATUSES = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
] as const satisfies readonly TaskStatus[];

/** Which tasks are listed, as the address has it. */
export interface TaskSearch {
  status?: TaskStatus;
  marketplace?: string;
}

export function taskSearch(search: Search): TaskSearch {
  return given<TaskSearch>({ status: oneOf(search, 'status', STATUSES), marketplace: text(search, 'marketplace', 80) });
}
