import type { ExportStatus } from '@/lib/schema';
import { given, oneOf, type Search } from '@/lib/search';

export const STATUSES = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
] as const satisfies readonly ExportStatus[];

/** Which exports are listed, as the address has it. */
export interface ExportSearch {
  status?: ExportStatus;
}

export function exportSearch(search: Search): ExportSearch {
  return given<ExportSearch>({ status: oneOf(search, 'status', STATUSES) });
}
