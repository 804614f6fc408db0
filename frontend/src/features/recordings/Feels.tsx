import { IconLanguage } from '@tabler/icons-react';

import { scoresWords } from '@/features/posts/moods';
import type { SegmentMood } from '@/lib/schema';

import { moodLook, moodWords, sureOf } from './feelings';
import classes from './mood.module.css';

/** How a segment feels, in a small word; what is neutral shows a sign alone. */
export function Feels({ mood }: { mood: SegmentMood | null }) {
  if (mood === null) return null;
  const look = moodLook(mood);
  const words = moodWords(mood);
  const Icon = look?.[2] ?? IconLanguage;
  const sure = sureOf(mood);
  const quiet = words === 'Neutral';
  return (
    <span className={classes.feels} title={titleOf(mood, words)} data-mood={sure ?? 'unclear'} data-testid="mood">
      <Icon size={14} aria-hidden color={colorOf(sure)} />
      <span className={quiet ? classes.heard : undefined}>{words}</span>
    </span>
  );
}

function titleOf(mood: SegmentMood, words: string): string {
  if (moodLook(mood) === null) return words;
  return [scoresWords(mood.sentiment_scores), scoresWords(mood.emotion_scores)].filter((one) => one !== '').join('\n');
}

function colorOf(sentiment: string | null): string | undefined {
  if (sentiment === 'positive') return 'var(--mantine-color-pine-5)';
  return sentiment === 'negative' ? 'var(--mantine-color-madder-4)' : undefined;
}
