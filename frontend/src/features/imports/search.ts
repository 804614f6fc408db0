import type { UploadStatus } from '@/lib/schema';
import { given, oneOf, type Search } from '@/lib/search';

export const UPLOAD_STATUSES = [
  'waiting',
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const satisfies readonly UploadStatus[];

/** Which imports, or submitted pages, are listed, as the address has it. */
export interface UploadSearch {
  status?: UploadStatus;
}

export function uploadSearch(search: Search): UploadSearch {
  return given<UploadSearch>({ status: oneOf(search, 'status', UPLOAD_STATUSES) });
}
