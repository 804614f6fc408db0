// @vitest-environment node
import { describe, expect, it } from 'vitest';

import type { Watch } from '@/lib/schema';
import { watch } from '@/testing/collecting';

import { FOLLOWING, minutesOf, paceFault, paceOf } from './pace';
import { chosen, watchSearch } from './search';
import { limitFault, wishesAgain, wishFields, wishOf } from './wish';

describe('a pace', () => {
  it.each([
    [null, FOLLOWING],
    [60, { follows: false, amount: 1, unit: 'hours' }],
    [1_440, { follows: false, amount: 24, unit: 'hours' }],
    [2_880, { follows: false, amount: 2, unit: 'days' }],
    [90, { follows: false, amount: 1.5, unit: 'hours' }],
  ] as const)('of %s minutes is written as people choose it, and read back', (minutes, pace) => {
    expect(paceOf(minutes)).toEqual(pace);
    expect(minutesOf(pace)).toBe(minutes);
  });

  it('is something from an hour to four weeks', () => {
    expect(paceFault({ follows: false, amount: 0.5, unit: 'hours' })).toContain('1 hour');
    expect(paceFault({ follows: false, amount: 29, unit: 'days' })).toContain('28 days');
    expect(paceFault({ follows: false, amount: '', unit: 'days' })).not.toBeNull();
    expect(paceFault({ follows: false, amount: 28, unit: 'days' })).toBeNull();
    expect(paceFault(FOLLOWING)).toBeNull();
  });
});

describe('a wish', () => {
  const row: Watch = watch({ every_minutes: 2_880, priority: 'high', max_pages: 20, past_robots: true });

  it('goes through the form unchanged, and is wished again whole', () => {
    const { every_minutes, priority, max_pages, past_robots } = row;
    expect(wishOf(wishFields(row))).toEqual({ every_minutes, priority, max_pages, past_robots });
    expect(wishesAgain(row)).toEqual({
      marketplace: row.marketplace,
      target: row.target,
      every_minutes,
      priority,
      max_pages,
      past_robots,
    });
  });

  it('has limits that are whole numbers, or none', () => {
    expect(limitFault(10_000)('')).toBeNull();
    expect(limitFault(10_000)(1)).toBeNull();
    expect([0, 1.5, 10_001].map(limitFault(10_000)).includes(null)).toBe(false);
  });
});

describe('the list of watches', () => {
  const soon = watch({ id: 'soon', next_at: '2026-11-21T10:00:00Z' });
  const later = watch({ id: 'later', next_at: '2026-11-22T10:00:00Z', marketplace: 'etsy' });
  const paused = watch({ id: 'paused', next_at: '2026-11-20T10:00:00Z', paused_at: '2026-11-19T10:00:00Z' });
  const ids = (rows: Watch[]) => rows.map((one) => one.id);

  it('begins with whoever is visited next, and ends with what is paused', () => {
    expect(ids(chosen([paused, later, soon], {}))).toEqual(['soon', 'later', 'paused']);
  });

  it('is narrowed by state and marketplace', () => {
    expect(ids(chosen([paused, later, soon], { state: 'paused' }))).toEqual(['paused']);
    expect(ids(chosen([paused, later, soon], { state: 'active', marketplace: 'etsy' }))).toEqual(['later']);
    expect(watchSearch({ state: 'nonsense', marketplace: 'etsy' })).toEqual({ marketplace: 'etsy' });
  });
});
