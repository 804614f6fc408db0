import type { Slice } from '@/lib/schema';

/** What was read again so far. */
export type Totals = Omit<Slice, 'next_cursor'>;

export const NOTHING: Totals = { pages: 0, offers: 0, new: 0, changed: 0, unread: 0, gone: 0 };

interface Reading {
  slice: (cursor: string | null) => Promise<Slice>;
  /** Where an earlier reading stopped. */
  from: { cursor: string | null; totals: Totals };
  signal: AbortSignal;
  onSlice: (totals: Totals, cursor: string | null) => void;
}

/** Slice by slice until the last one, or until somebody stops it: a slice that is under way is still done. */
export async function readAgain({ slice, from, signal, onSlice }: Reading): Promise<'done' | 'stopped'> {
  let { cursor, totals } = from;
  do {
    if (signal.aborted) return 'stopped';
    const { next_cursor, ...read } = await slice(cursor);
    totals = sum(totals, read);
    cursor = next_cursor;
    onSlice(totals, cursor);
  } while (cursor !== null);
  return 'done';
}

function sum(one: Totals, other: Totals): Totals {
  return {
    pages: one.pages + other.pages,
    offers: one.offers + other.offers,
    new: one.new + other.new,
    changed: one.changed + other.changed,
    unread: one.unread + other.unread,
    gone: one.gone + other.gone,
  };
}
