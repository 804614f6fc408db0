import { describe, expect, it } from 'vitest';

import { sighting } from '@/testing/rows';

import { changes } from './changes';
import { DAY_MS, points } from './history';

const NOW = Date.parse('2026-11-20T12:00:00Z');
const back = (days: number) => new Date(NOW - days * DAY_MS).toISOString();
const said = (spans: ReturnType<typeof changes>) => spans.map((span) => span.none ?? span.said.join('. '));

describe('what has changed', () => {
  const all = points([
    sighting({ seen_at: back(60), price: '20.00', reviews_count: 100, rank: 30 }),
    sighting({ seen_at: back(20), price: '25.00', reviews_count: 140, rank: 12 }),
    sighting({ seen_at: back(3), price: '22.00', reviews_count: 141, rank: 12 }),
  ]);

  it('is told against what held then, in words', () => {
    expect(said(changes(all, NOW, NOW, 'USD'))).toEqual([
      'The price fell by $3.00 (-12%), from $25.00 to $22.00. 1 more review: 141. Rated 4.5 of 5, as before. It stayed at #12',
      'The price rose by $2.00 (+10%), from $20.00 to $22.00. 41 more reviews: 141. Rated 4.5 of 5, as before. It climbed 18 places, from #30 to #12',
      'The price rose by $2.00 (+10%), from $20.00 to $22.00. 41 more reviews: 141. Rated 4.5 of 5, as before. It climbed 18 places, from #30 to #12',
    ]);
  });

  it('is not made up for a time in which nobody looked, or before it was known', () => {
    expect(said(changes(all, NOW - 10 * DAY_MS, NOW, 'USD'))[0]).toBe('It was not seen since then.');
    expect(said(changes(all.slice(2), NOW, NOW, 'USD'))[0]).toBe('It was not known yet.');
    expect(changes([], NOW, NOW, null)).toEqual([]);
  });

  it('leaves prices in another money out, and tells the others by the rate', () => {
    const mixed = [sighting({ seen_at: back(2), currency: 'EUR' }), sighting({ seen_at: back(1), price: '10' })];
    const told = points(mixed, { currency: 'USD', rate: 2, shown: 'X' });
    expect(told.map(({ price }) => price)).toEqual([null, 20]);
  });
});
