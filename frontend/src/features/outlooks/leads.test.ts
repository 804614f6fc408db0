import { describe, expect, it } from 'vitest';

import type { Lead } from '@/lib/schema';

import { leadSaid } from './leads';

const told: Lead = { first: 'reddit', second: 'etsy', days: 6, low: 5, high: 8, correlation: 0.7, p: 0.005 };
const title = (source: string) => source.toUpperCase();

describe('which source moved first', () => {
  it('is said with its distance and how sure that is', () => {
    expect(leadSaid(told, title)).toBe(
      'REDDIT is 6 days ahead of ETSY, between 5 and 8 with 80% certainty (p\u00a00.005).',
    );
  });

  it('is turned round where the second was ahead', () => {
    expect(leadSaid({ ...told, days: -1, low: -1, high: -1 }, title)).toBe(
      'ETSY is 1 day ahead of REDDIT, to the day (p\u00a00.005).',
    );
  });

  it('is nobody where they move together, or where chance does as well', () => {
    expect(leadSaid({ ...told, days: 0, low: -2, high: 1 }, title)).toContain('move together, between -2 and 1');
    expect(leadSaid({ ...told, p: 0.4 }, title)).toBe(
      'Nothing shows which of REDDIT and ETSY moves first (p\u00a00.4).',
    );
  });
});
