import { describe, expect, it } from 'vitest';

import { stepped } from './Reading';
import { band, extent, lone, marked, nearest, path, shape, type Spot, stretches, upright } from './threads';

const spots: Spot[] = [
  { at: 0, value: 10, low: 5, high: 15 },
  { at: 1, value: 20, low: 10, high: 30 },
  { at: 2, value: null },
  { at: 3, value: 5 },
];
const thread = { name: 'a', title: 'A', color: 'red', spots };
const same = (value: number) => value;

describe('a line of a chart', () => {
  it('is broken at a gap, and what stands alone there is a dot', () => {
    expect(path(spots, same, same)).toBe('M0.0,10.0L1.0,20.0');
    expect(lone(spots).map(({ at }) => at)).toEqual([3]);
    expect(stretches(spots).map((one) => one.length)).toEqual([2, 1]);
  });
  it('has a band around it where its ends are known', () => {
    expect(band(spots, same, same)).toBe('M0.0,15.0L1.0,30.0L1.0,10.0L0.0,5.0Z');
    expect(band([{ at: 0, value: 1 }], same, same)).toBe('');
  });
  it('is measured with its band, from nothing on where that is near', () => {
    expect(extent([thread])).toEqual([5, 30]);
    expect(extent([])).toBeNull();
    expect(upright([5, 30], 3)[0]).toBe(0);
    expect(upright([900, 1000], 3)[0]).toBe(900);
    expect(upright([0, 0], 3).length).toBeGreaterThan(1);
  });
  it('carries its mark a few times', () => {
    expect(marked(thread, 2).map(({ at }) => at)).toEqual([1]);
    expect(shape('square', 10, 10, 2)).toBe('M8.0,8.0H12.0V12.0H8.0Z');
  });
  it('is read at the nearest moment, and by the arrows', () => {
    expect(nearest([0, 5, 9], 6)).toBe(5);
    expect(nearest([], 6)).toBeNull();
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'a'].map((key) => stepped(key, [0, 5, 9], 5))).toEqual([
      0,
      9,
      0,
      9,
      null,
    ]);
  });
});
