import { describe, expect, it } from 'vitest';

import { sighting } from '@/testing/rows';

import { at, DAY_MS, points, steps, summary, within } from './history';

const DAY = (day: number) => Date.parse('2026-06-01T00:00:00Z') + day * DAY_MS;
const seen = (day: number, price: string | null, reviews = 10) =>
  sighting({ seen_at: new Date(DAY(day)).toISOString(), price, reviews_count: reviews });

describe('an offer’s history', () => {
  const all = points([seen(0, '20.00'), seen(10, '25.00', 30), seen(20, null), seen(30, '15.00', 60)]);

  it('carries the value that held into the range, and the last one to its end', () => {
    const shown = within(all, DAY(5), DAY(40));
    expect(shown[0]).toMatchObject({ at: DAY(5), price: 20 });
    expect(shown.at(-1)).toMatchObject({ at: DAY(40), price: 15 });
    expect(shown).toHaveLength(5);
  });

  it('knows what held at a moment, and that nothing did before the first sighting', () => {
    expect(at(all, DAY(12))?.price).toBe(25);
    expect(at(all, DAY(-1))).toBeNull();
  });

  it('is drawn as steps, with a gap where no price was shown', () => {
    const path = steps(
      all,
      'price',
      (moment) => (moment - DAY(0)) / DAY_MS,
      (price) => price,
    );
    expect(path).toBe('M0.0,20.0H10.0V25.0H20.0M30.0,15.0');
  });

  it('is summed up by its ends, its range and its change', () => {
    expect(summary(all, 'price')).toEqual({ first: 20, last: 15, low: 15, high: 25, change: -0.25 });
    expect(summary(points([seen(0, null)]), 'price')).toBeNull();
    expect(summary(points([seen(0, '1', 0), seen(1, '1', 4)]), 'reviews')?.change).toBeNull();
  });
});
