// @vitest-environment node
import { describe, expect, it } from 'vitest';

import type { Slice } from '@/lib/schema';
import { health } from '@/testing/collecting';

import { fallenFirst, fieldWord, past, readable, shareOf, shortAddress, spentShare, worse } from './health';
import { NOTHING, readAgain } from './slices';

const PAGES = '60% of 100 pages could be read in the last day; 97% of 1,000 in the 7 days before.';

describe('a source’s health', () => {
  it('counts what could be read, with offers or rightly without', () => {
    const { outcomes } = health();
    expect(shareOf(outcomes, 'blocked', 'day')).toBe(0.3);
    expect(readable(outcomes, 'day')).toBeCloseTo(0.7);
    expect(readable(outcomes, 'week')).toBeCloseTo(0.95);
    expect(readable([], 'day')).toBeNull();
  });

  it('tells each thing once: what is kept in today’s words, and what is new', () => {
    const kept = { id: 'a', marketplace: 'sample', what: 'pages', opened_at: '2026-11-21T08:00:00Z', closed_at: null };
    const before = '70% of 90 pages could be read in the last day; 97% of 990 in the 7 days before.';
    const over = { ...kept, id: 'b', sentence: before, closed_at: '2026-11-20T08:00:00Z' };
    const fresh =
      'seller: on lists, 20% of 2,000 offers told it on 2026-11-21; 95% of 14,000 did in the 7 days before.';
    const found = health({ alarms: [PAGES, fresh], alarms_kept: [{ ...kept, sentence: before }, over] });
    expect(worse(found)).toEqual([
      { id: 'a', sentence: PAGES, since: kept.opened_at },
      { id: fresh, sentence: fresh, since: null },
    ]);
    expect(past(found).map((one) => one.id)).toEqual(['b']);
  });

  it('puts first what fell, and names fields as people do', () => {
    const filling = { alone: false, day: '2026-11-21', offers: 1, share: 1, offers_before: 1, share_before: 1 };
    const rows = [
      { ...filling, field: 'price', fell: false },
      { ...filling, field: 'seller', fell: true },
    ];
    expect(fallenFirst(rows).map((one) => one.field)).toEqual(['seller', 'price']);
    expect([fieldWord('list_price'), fieldWord('rating')]).toEqual(['Crossed-out price', 'Rating']);
  });

  it('says how much of a budget is spent, and nothing where there is no end', () => {
    expect([spentShare(5, 10), spentShare(20, 10), spentShare(0, 0), spentShare(5, null)]).toEqual([
      50,
      100,
      100,
      null,
    ]);
    expect(shortAddress('https://www.shop.example/a/')).toBe('shop.example/a');
    expect(shortAddress('https://www.shop.example/a/long/way', 16)).toBe('shop.example/a/…');
  });
});

describe('reading archived pages again', () => {
  const slices: Record<string, Slice> = {
    first: { pages: 20, offers: 900, new: 3, changed: 7, unread: 1, gone: 0, next_cursor: 'second' },
    second: { pages: 5, offers: 200, new: 0, changed: 1, unread: 0, gone: 2, next_cursor: null },
  };
  const slice = (cursor: string | null) => Promise.resolve(slices[cursor ?? 'first'] ?? Promise.reject(new Error()));

  it('goes on to the last slice and sums up', async () => {
    const told: number[] = [];
    const ended = await readAgain({
      slice,
      from: { cursor: null, totals: NOTHING },
      signal: new AbortController().signal,
      onSlice: (totals) => told.push(totals.pages),
    });
    expect([ended, ...told]).toEqual(['done', 20, 25]);
  });

  it('stops after the slice that is under way, and goes on from there', async () => {
    const stop = new AbortController();
    let reached = { cursor: null as string | null, totals: NOTHING };
    const onSlice = (totals: typeof NOTHING, cursor: string | null) => {
      reached = { cursor, totals };
      stop.abort();
    };
    expect(await readAgain({ slice, from: reached, signal: stop.signal, onSlice })).toBe('stopped');
    expect(reached.cursor).toBe('second');
    const again = new AbortController().signal;
    expect(await readAgain({ slice, from: reached, signal: again, onSlice })).toBe('done');
    expect(reached.totals).toEqual({ pages: 25, offers: 1_100, new: 3, changed: 8, unread: 1, gone: 2 });
  });
});
