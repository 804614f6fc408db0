import { describe, expect, it } from 'vitest';

import { createPace } from './pace';
import { missing, partsOf } from './parts';

describe('parts', () => {
  it('are all as large as the first, except the last', () => {
    expect(partsOf(40, 16).map(({ start, end }) => end - start)).toEqual([16, 16, 8]);
    expect(partsOf(32, 16)).toHaveLength(2);
  });
  it('that came in another size are missing', () => {
    const arrived = [
      { number: 1, size: 16 },
      { number: 2, size: 9 },
    ];
    expect(missing(partsOf(40, 16), arrived).map(({ number }) => number)).toEqual([2, 3]);
  });
});

it('speed is that of the last seconds, and nothing while too little is known', () => {
  let at = 0;
  const pace = createPace(() => at);
  pace.tell(0);
  expect(pace.speed()).toBeNull();
  at = 1000;
  pace.tell(5000);
  expect(pace.speed()).toBe(5000);
  at = 20_000;
  pace.tell(5000);
  expect(pace.speed()).toBeNull();
});
