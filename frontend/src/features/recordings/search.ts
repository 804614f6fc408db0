import type { RecordingStatus } from '@/lib/schema';
import { given, number, oneOf, type Search, text } from '@/lib/search';

export const STATUSES = [
  'waiting',
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
] as const satisfies readonly RecordingStatus[];

/** Which recordings are listed, and which words are looked for in all of them, as the address has it. */
export interface RecordingSearch {
  status?: RecordingStatus;
  words?: string;
}

export function recordingSearch(search: Search): RecordingSearch {
  return given<RecordingSearch>({ status: oneOf(search, 'status', STATUSES), words: text(search, 'words') });
}

/** From which second a recording is opened, and for which words. */
export interface PlaceSearch {
  at?: number;
  words?: string;
}

export function placeSearch(search: Search): PlaceSearch {
  return given<PlaceSearch>({ at: number(search, 'at', { most: 1e6 }), words: text(search, 'words') });
}
