import { useId } from 'react';

import { patternOf, Patterns } from '@/components/charts/Patterns';

import { type Counts, FEELINGS } from './counts';
import { KINDS, moodWords } from './feelings';
import classes from './pulse.module.css';

/** What part feels how, on one line. */
export function MoodBar({ counts }: { counts: Counts }) {
  const id = useId();
  const all = Math.max(1, counts.posts);
  return (
    <svg className={classes.mood} role="img" aria-label={moodWords(counts)}>
      <Patterns id={id} kinds={KINDS} />
      {FEELINGS.map((name, index) => {
        const before = FEELINGS.slice(0, index).reduce((sum, one) => sum + counts[one], 0);
        return (
          <rect
            key={name}
            x={`${(before / all) * 100}%`}
            width={`${(counts[name] / all) * 100}%`}
            height="100%"
            fill={`url(#${patternOf(id, name)})`}
          />
        );
      })}
    </svg>
  );
}
