import type { Post } from '@/lib/schema';

interface Held {
  /** What stands on the screen, in its order. */
  posts: readonly Post[];
  /** Nothing comes after them. */
  whole: boolean;
}

interface Fresh {
  /** The first of the same list as they are now. */
  posts: readonly Post[];
  whole: boolean;
}

export interface Merged {
  shown: Post[];
  /** How many would stand between them, or above. */
  waiting: number;
}

/**
 * A list that does not move under its reader: each post stays in its place and shows what is known of it now, what
 * was taken back goes, and what came meanwhile is counted.
 */
export function merged(held: Held, fresh: Fresh | undefined): Merged {
  if (fresh === undefined) return { shown: [...held.posts], waiting: 0 };
  const now = new Map(fresh.posts.map((post) => [post.id, post]));
  const there = new Set(held.posts.map(({ id }) => id));
  const reach = held.whole ? fresh.posts.length : fresh.posts.findLastIndex(({ id }) => there.has(id)) + 1;
  // None of what stands there is among the first any more: all of those came before it.
  const before = reach === 0 ? fresh.posts : fresh.posts.slice(0, reach);
  const told = fresh.whole ? held.posts.length : held.posts.findLastIndex(({ id }) => now.has(id));
  const shown = held.posts.flatMap((post, index) => {
    const known = now.get(post.id);
    if (known !== undefined) return [known];
    return index < told ? [] : [post];
  });
  return { shown, waiting: before.filter(({ id }) => !there.has(id)).length };
}
