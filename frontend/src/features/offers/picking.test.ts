import { describe, expect, it } from 'vitest';

import { offer } from '@/testing/rows';

import { toggled } from './picking';

const shown = ['a', 'b', 'c', 'd'].map((id) => offer({ id }));
const [a, b, , d] = shown as [(typeof shown)[0], (typeof shown)[0], (typeof shown)[0], (typeof shown)[0]];
const chosen = (ids: Map<string, unknown>) => [...ids.keys()].sort().join('');

describe('a choice of offers', () => {
  it('takes one in, and out again', () => {
    const once = toggled(new Map(), shown, b, null);
    expect(chosen(once)).toBe('b');
    expect(chosen(toggled(once, shown, b, null))).toBe('');
  });

  it('reaches from the last one to here, in either direction', () => {
    expect(chosen(toggled(new Map([['b', b]]), shown, d, 'b'))).toBe('bcd');
    expect(chosen(toggled(new Map([['d', d]]), shown, a, 'd'))).toBe('abcd');
    const all = toggled(new Map([['a', a]]), shown, d, 'a');
    expect(chosen(toggled(all, shown, b, 'd'))).toBe('a');
  });

  it('reaches from nowhere when the last one is no longer shown', () => {
    expect(chosen(toggled(new Map(), shown, b, 'z'))).toBe('b');
  });
});
