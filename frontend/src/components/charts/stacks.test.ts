import { describe, expect, it } from 'vitest';

import { barWords, type Kind, spans, whole } from './stacks';

const kinds: Kind[] = ['Bad', 'Good'].map((title) => ({ name: title, title, color: 'red', pattern: 'full' }));
const bar = { at: 0, parts: [3, 9] };
const total = (all: number) => `${all} in all`;

describe('a bar of a stack', () => {
  it('puts each part on the one before', () => {
    expect([whole(bar), spans(bar)]).toEqual([
      12,
      [
        [0, 3],
        [3, 12],
      ],
    ]);
  });
  it('is said in words, also where there is none', () => {
    expect(barWords(bar, kinds, total)).toBe('12 in all: Bad 3, Good 9');
    expect(barWords(undefined, kinds, total)).toBe('0 in all');
  });
});
