import { gatherCsv } from '@/lib/csv';
import type { Signal } from '@/lib/schema';

const COLUMNS = {
  day: (row: Signal) => row.day,
  source: (row: Signal) => row.source,
  reviews_gained: (row: Signal) => row.reviews_gained,
  counted: (row: Signal) => row.counted,
  offers: (row: Signal) => row.offers,
  new_offers: (row: Signal) => row.new_offers,
  sellers: (row: Signal) => row.sellers,
  price_low_usd: (row: Signal) => row.price_low,
  price_mid_usd: (row: Signal) => row.price_mid,
  price_high_usd: (row: Signal) => row.price_high,
  rank_mid: (row: Signal) => row.rank_mid,
};

/** The days as a file: they are at hand, so no server is asked. */
export function signalsCsv(signals: readonly Signal[]): Promise<string[]> {
  return gatherCsv({
    columns: COLUMNS,
    page: () => Promise.resolve({ items: [...signals] }),
    signal: new AbortController().signal,
    onRows: () => undefined,
  });
}
