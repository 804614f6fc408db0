// @vitest-environment node
import { describe, expect, it } from 'vitest';

import { task } from '@/testing/rows';

import { rateInWords, waits } from './rate';
import { freshFields, limitsInWords, taskOf, watchOf } from './wanted';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 10, 0, seconds)).toISOString();

describe('the pace of a collection', () => {
  it('is told a minute where it is quick, and an hour where it is slow', () => {
    expect(rateInWords(task({ started_at: at(0), updated_at: at(60), pages_done: 55 }), 'en')).toBe(
      '55 pages a minute',
    );
    expect(rateInWords(task({ started_at: at(0), updated_at: at(600), pages_done: 3 }), 'en')).toBe('18 pages an hour');
  });

  it('is not made up from too little', () => {
    expect(rateInWords(task({ started_at: null }))).toBeNull();
    expect(rateInWords(task({ started_at: at(0), updated_at: at(2), pages_done: 9 }))).toBeNull();
    expect(rateInWords(task({ started_at: at(0), updated_at: at(60), pages_done: 1 }))).toBeNull();
  });

  it('halts while a task waits for its next try', () => {
    expect(waits(task({ retry_at: at(0) }))).toBe(true);
    expect(waits(task({ retry_at: at(0), status: 'failed' }))).toBe(false);
  });
});

describe('what a form asks for', () => {
  const fields = { ...freshFields('etsy'), target: 'mug', max_pages: 5, max_offers: '' };

  it('is a task, or a watch, with limits only where they are written', () => {
    const limits = { priority: 'normal', max_pages: 5, past_robots: false };
    expect(taskOf(fields)).toEqual({ marketplace: 'etsy', target: 'mug', ...limits, max_offers: null });
    expect(watchOf({ ...fields, pace: { follows: false, amount: 2, unit: 'days' } })).toEqual({
      marketplace: 'etsy',
      target: 'mug',
      ...limits,
      every_minutes: 2_880,
    });
  });

  it('says in a few words what is not as usual', () => {
    expect(limitsInWords(freshFields('etsy'))).toBe('as usual');
    expect(limitsInWords({ ...fields, priority: 'high', past_robots: true })).toBe(
      'high priority, 5 pages at most, past robots.txt',
    );
  });
});
