import { gatherCsv } from '@/lib/csv';
import type { Talk } from '@/lib/schema';

const COLUMNS = {
  day: (row: Talk) => row.day,
  network: (row: Talk) => row.network,
  posts: (row: Talk) => row.posts,
  negative: (row: Talk) => row.negative,
  neutral: (row: Talk) => row.neutral,
  positive: (row: Talk) => row.positive,
  engagement: (row: Talk) => row.engagement,
};

/** The days as a file: they are at hand, so no server is asked. */
export function talkCsv(talk: readonly Talk[]): Promise<string[]> {
  return gatherCsv({
    columns: COLUMNS,
    page: () => Promise.resolve({ items: [...talk] }),
    signal: new AbortController().signal,
    onRows: () => undefined,
  });
}
