import type { Kind } from '@/components/charts/stacks';
import type { Thread } from '@/components/charts/threads';
import { EMOTION_LOOKS, SENTIMENT_LOOKS } from '@/features/posts/moods';
import { plural, portion } from '@/lib/format';

import { type Counts, type EMOTIONS, type Feeling, FEELINGS, type Share, shareOf } from './counts';

const COLORS: Record<Feeling, string> = {
  negative: 'var(--mantine-color-madder-4)',
  neutral: 'var(--mantine-color-gray-5)',
  positive: 'var(--mantine-color-pine-5)',
};
const PATTERNS = { negative: 'lines', neutral: 'dots', positive: 'full' } as const satisfies Record<
  Feeling,
  Kind['pattern']
>;
const LINES: Record<Feeling, Omit<Thread, 'name' | 'title' | 'color' | 'spots'>> = {
  negative: { dash: '7 4', mark: 'triangle' },
  neutral: { dash: '2 3', mark: 'cross' },
  positive: { mark: 'circle' },
};

/** How each feeling is drawn in bars. */
export const KINDS: readonly Kind[] = FEELINGS.map((name) => ({
  name,
  title: SENTIMENT_LOOKS[name][0],
  color: COLORS[name],
  pattern: PATTERNS[name],
}));

export interface Moment {
  at: number;
  counts: Counts;
}

/** The share of each feeling from moment to moment, with its bounds; a moment without posts is a gap. */
export function threadsOf(moments: readonly Moment[]): Thread[] {
  return FEELINGS.map((name) => ({
    name,
    title: SENTIMENT_LOOKS[name][0],
    color: COLORS[name],
    ...LINES[name],
    spots: moments.map(({ at, counts }) => {
      const found = shareOf(counts[name], counts.posts);
      return { at, value: found?.share ?? null, low: found?.lower ?? null, high: found?.upper ?? null };
    }),
  }));
}

/** "8% to 18%". */
export function boundsWords({ lower, upper }: Share): string {
  return `${portion(lower)} to ${portion(upper)}`;
}

export function postsWords(posts: number): string {
  return posts === 0 ? 'No posts' : plural(posts, 'post');
}

/** What an emotion is called where it is counted. */
export function emotionLookOf(name: (typeof EMOTIONS)[number]) {
  return EMOTION_LOOKS[name === 'calm' ? 'neutral' : name];
}

/** "Negative 25%, neutral 25%, positive 50%". */
export function moodWords(counts: Counts): string {
  return FEELINGS.map((name) => {
    const found = shareOf(counts[name], counts.posts);
    return `${SENTIMENT_LOOKS[name][0]} ${portion(found?.share ?? null)}`;
  }).join(', ');
}
