import { describe, expect, it } from 'vitest';

import { createMemory, first, given, refused } from './kept';

const OLD = 'https://pictures.example/a/thumb.png?X-Amz-Date=1&X-Amz-Signature=old';
const NEW = 'https://pictures.example/a/thumb.png?X-Amz-Date=2&X-Amz-Signature=new';
const OTHER = 'https://pictures.example/b/thumb.png?X-Amz-Signature=new';

const fresh = () => {
  const clock = { now: 0 };
  return { clock, memory: createMemory(() => clock.now) };
};

describe('a picture’s address', () => {
  it('stays when only its signature is fresh', () => {
    const { memory } = fresh();
    expect(given(first(OLD, memory), NEW, memory)).toEqual({ shown: OLD, newest: NEW, broken: false });
  });

  it('goes on to the fresh signature once the one shown no longer works', () => {
    const { memory } = fresh();
    expect(refused(given(first(OLD, memory), NEW, memory), memory).shown).toBe(NEW);
  });

  it('is broken when the newest signature does not work either', () => {
    const { memory } = fresh();
    expect(refused(first(OLD, memory), memory).broken).toBe(true);
  });

  it('is tried again with a signature that came after it broke', () => {
    const { memory } = fresh();
    expect(given(refused(first(OLD, memory), memory), NEW, memory)).toEqual({ shown: NEW, newest: NEW, broken: false });
  });

  it('changes at once to another picture, to none, and from none', () => {
    const { memory } = fresh();
    expect(given(first(OLD, memory), OTHER, memory).shown).toBe(OTHER);
    expect(given(first(OLD, memory), null, memory).shown).toBeNull();
    expect(given(first(null, memory), OTHER, memory).shown).toBe(OTHER);
  });

  it('is the same on the next page, while it surely works', () => {
    const { clock, memory } = fresh();
    first(OLD, memory);
    expect(first(NEW, memory)).toEqual({ shown: OLD, newest: NEW, broken: false });
    clock.now += 20 * 60_000;
    expect(first(NEW, memory).shown).toBe(NEW);
  });

  it('is not remembered once it has failed', () => {
    const { memory } = fresh();
    refused(first(OLD, memory), memory);
    expect(first(NEW, memory).shown).toBe(NEW);
  });
});
