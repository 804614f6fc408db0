import { describe, expect, it } from 'vitest';

import { match } from '@/testing/gathered';

import { actOf } from './keyboard';
import { reasonsOf } from './reasons';

const { parts } = match(1);
const pressed = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false });

describe('why two offers may be one product', () => {
  it('is said as a person would, for and against', () => {
    expect(reasonsOf(parts)).toEqual({
      pro: ['Titles are 70 % alike', 'Same kind of product'],
      con: ['Another colour'],
      open: ['A picture is not seen yet', 'One costs 1.8 times as much'],
    });
  });

  it('begins with a number that both carry', () => {
    expect(reasonsOf({ ...parts, identifier: 'gtin' }).pro[0]).toBe('Both carry the same GTIN, which decides');
  });

  it.each([
    [2, 'pro', 'Pictures are nearly the same'],
    [12, 'pro', 'Pictures are alike'],
    [30, 'con', 'Pictures differ'],
  ] as const)('tells pictures that differ in %d bits', (distance, side, said) => {
    expect(reasonsOf({ ...parts, picture_distance: distance })[side]).toContain(said);
  });
});

describe('the keys of the review', () => {
  it('count in capitals too, and not with Ctrl', () => {
    expect(['s', 'D', 'u', 'ArrowRight', 'x'].map((key) => actOf(pressed(key)))).toEqual([
      'same',
      'different',
      'undo',
      'skip',
      undefined,
    ]);
    expect(actOf(pressed('s', true))).toBeUndefined();
  });
});
