import { describe, expect, it } from 'vitest';

import { post } from '@/testing/posts';

import { merged } from './fresh';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => post({ id })) as [Post, Post, Post, Post];
type Post = ReturnType<typeof post>;
const ids = (posts: readonly Post[]) => posts.map(({ id }) => id).join('');

describe('a list that is read while more comes', () => {
  it('stays as it is, and counts what came above', () => {
    const { shown, waiting } = merged({ posts: [c, d], whole: false }, { posts: [a, b, c, d], whole: false });
    expect([ids(shown), waiting]).toEqual(['cd', 2]);
  });
  it('counts what is behind its end only where it has all of them', () => {
    expect(merged({ posts: [a], whole: false }, { posts: [a, b, c], whole: true }).waiting).toBe(0);
    expect(merged({ posts: [a], whole: true }, { posts: [a, b, c], whole: true }).waiting).toBe(2);
  });
  it('shows the mood that was read meanwhile, where the post stands', () => {
    const read = { ...b, sentiment: 'negative' };
    expect(merged({ posts: [a, b], whole: true }, { posts: [a, read], whole: true }).shown[1]?.sentiment).toBe(
      'negative',
    );
  });
  it('lets go what was taken back, and keeps what is only too far down to be told of', () => {
    expect(ids(merged({ posts: [a, b, c, d], whole: false }, { posts: [a, c], whole: false }).shown)).toBe('acd');
    expect(ids(merged({ posts: [a, b, c], whole: true }, { posts: [a], whole: true }).shown)).toBe('a');
  });
  it('counts all of the first where none of it is among them any more', () => {
    const { shown, waiting } = merged({ posts: [d], whole: false }, { posts: [a, b, c], whole: false });
    expect([ids(shown), waiting]).toEqual(['d', 3]);
  });
});
