import { describe, expect, it } from 'vitest';

import { actOf, following, moved, moveOf } from './keyboard';

const key = (name: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe('a key', () => {
  it('means its act, with Caps Lock too', () => {
    expect(actOf(key('a'))).toBe('approve');
    expect(actOf(key('R'))).toBe('reject');
    expect(moveOf(key('J'))).toBe('next');
  });

  it('belongs to the browser when Ctrl, Alt or Command is held', () => {
    expect(actOf(key('a', { ctrlKey: true }))).toBeNull();
    expect(actOf(key('r', { metaKey: true }))).toBeNull();
    expect(moveOf(key('ArrowLeft', { altKey: true }))).toBeNull();
  });

  it('that has no meaning means nothing', () => {
    expect(actOf(key('q'))).toBeNull();
    expect(moveOf(key('constructor'))).toBeNull();
  });
});

describe('in a grid of 7 with 3 columns', () => {
  it.each([
    ['right', 0, 1],
    ['right', 6, 6],
    ['left', 0, 0],
    ['left', 3, 2],
    ['down', 1, 4],
    ['down', 4, 6],
    ['down', 6, 6],
    ['up', 5, 2],
    ['up', 1, 1],
    ['next', 2, 3],
    ['back', 3, 2],
    ['first', 5, 0],
    ['last', 1, 6],
    ['next', -1, 0],
    ['last', -1, 6],
  ] as const)('%s from %i leads to %i', (move, from, to) => {
    expect(moved(from, move, 7, 3)).toBe(to);
  });

  it('there is nowhere to go when nothing is there', () => {
    expect(moved(-1, 'next', 0, 3)).toBe(-1);
  });
});

describe('after a decision', () => {
  it('the next one that waits is looked at', () => {
    expect(following(1, [true, true, false, true])).toBe(3);
  });

  it('the nearest one before it, when none waits behind', () => {
    expect(following(2, [true, true, true, false])).toBe(1);
  });

  it('nothing, when none waits any more', () => {
    expect(following(0, [true, false, false])).toBe(-1);
  });
});
