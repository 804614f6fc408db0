// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { createInFlight } from './inFlight';

function page(kept: Map<string, string>, at: number) {
  const waits: number[] = [];
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const flight = createInFlight(
    storage,
    () => at,
    (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  );
  return { flight, waits };
}

describe('a renewal that a page left behind', () => {
  it('is waited for by the next page', async () => {
    const kept = new Map<string, string>();
    page(kept, 1_000_000).flight.began();
    const next = page(kept, 1_000_300);
    await next.flight.landed();
    expect(next.waits).toEqual([1_700]);
  });

  it('holds nobody up when it was answered', async () => {
    const kept = new Map<string, string>();
    const first = page(kept, 1_000_000).flight;
    first.began();
    first.ended();
    const next = page(kept, 1_000_010);
    await next.flight.landed();
    expect(next.waits).toEqual([]);
  });

  it('is forgotten in time, and a clock that was set back costs no more than that', async () => {
    const kept = new Map<string, string>();
    page(kept, 1_000_000).flight.began();
    const later = page(kept, 1_009_000);
    await later.flight.landed();
    expect(later.waits).toEqual([]);
    const earlier = page(kept, 10);
    await earlier.flight.landed();
    expect(earlier.waits).toEqual([2_000]);
  });
});
