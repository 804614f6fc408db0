import { describe, expect, it } from 'vitest';

import { current, decided, joined, NOTHING, returned, turned, undecided } from './queue';

const three = joined(NOTHING, ['a', 'b', 'c']);

describe('the queue of a review', () => {
  it('goes to the next one after each decision, and ends when none waits', () => {
    const second = decided(three, 'a');
    expect(current(second)).toBe('b');
    expect(current(decided(decided(second, 'b'), 'c'))).toBeUndefined();
  });

  it('comes back to those that were skipped', () => {
    const skipped = turned(three, 1);
    expect(current(skipped)).toBe('b');
    expect(current(decided(decided(skipped, 'b'), 'c'))).toBe('a');
  });

  it('turns back past what is decided, and around the ends', () => {
    expect(current(turned(three, -1))).toBe('c');
    expect(current(turned(decided(three, 'c'), -1))).toBe('b');
  });

  it('keeps the one that is looked at when others come, and loses none that left the list', () => {
    const looked = turned(three, 1);
    const more = joined(looked, ['c', 'd']);
    expect(current(more)).toBe('b');
    expect(more.ids).toEqual(['a', 'b', 'c', 'd']);
    expect(joined(more, ['a'])).toBe(more);
  });

  it('has one again whose decision was refused', () => {
    const gone = decided(three, 'a');
    expect(current(turned(undecided(gone, 'a'), -1))).toBe('a');
  });

  it('shows the one again whose decision was taken back, wherever one had come to', () => {
    const gone = decided(decided(three, 'a'), 'b');
    expect(current(returned(gone, 'a'))).toBe('a');
    expect(returned(gone, 'x')).toBe(gone);
  });

  it('stays where it is when another one is decided elsewhere', () => {
    expect(current(decided(three, 'b'))).toBe('a');
  });
});
