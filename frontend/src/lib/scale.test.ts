import { describe, expect, it } from 'vitest';

import { hourTicks } from './scale';

describe('hours below a chart', () => {
  it('are whole, inside, and no more than there is room for', () => {
    const from = new Date(2026, 10, 21, 13, 20).getTime();
    const ticks = hourTicks(from, from + 24 * 3_600_000, 6);
    expect(ticks.map((at) => new Date(at).getHours())).toEqual([18, 0, 6, 12]);
    expect(ticks.every((at) => new Date(at).getMinutes() === 0 && at >= from)).toBe(true);
  });
});
