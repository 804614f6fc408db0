import { day, hourOfDay } from '@/lib/format';
import type { PulseStep } from '@/lib/schema';

import { postsWords } from './feelings';
import { drawnAt, type Per } from './period';
import classes from './pulse.module.css';

interface SmallCourseProps {
  steps: readonly PulseStep[];
  /** Every moment of the time that is shown, in its order. */
  moments: readonly number[];
  per: Per;
}

const [WIDTH, HEIGHT] = [120, 26];

/** How much was said from step to step, negative at the foot and positive on top; its words tell the largest. */
export function SmallCourse({ steps, moments, per }: SmallCourseProps) {
  const told = new Map(steps.map((step) => [drawnAt(step.at, per), step]));
  const most = Math.max(1, ...steps.map(({ posts }) => posts));
  const step = WIDTH / Math.max(1, moments.length);
  return (
    <svg
      className={classes.course}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={courseWords(steps, per)}
    >
      <title>{courseWords(steps, per)}</title>
      {moments.map((at, index) => {
        const { posts = 0, negative = 0, positive = 0 } = told.get(at) ?? {};
        let foot = HEIGHT;
        return (
          [
            ['negative', negative],
            ['neutral', posts - negative - positive],
            ['positive', positive],
          ] as const
        ).map(([feeling, many]) => {
          const high = (many / most) * HEIGHT;
          foot -= high;
          return (
            <rect
              key={`${at} ${feeling}`}
              data-feeling={feeling}
              x={index * step}
              y={foot}
              width={Math.max(0.6, step * 0.82)}
              height={high}
            />
          );
        });
      })}
    </svg>
  );
}

/** "Most on Nov 20, 2026: 12 posts". */
export function courseWords(steps: readonly PulseStep[], per: Per): string {
  const [first, ...others] = steps;
  if (first === undefined) return 'Nothing was said';
  const loudest = others.reduce((most, one) => (one.posts > most.posts ? one : most), first);
  const at = drawnAt(loudest.at, per);
  return `Most ${per === 'hour' ? `at ${hourOfDay(at)}` : `on ${day(at)}`}: ${postsWords(loudest.posts)}`;
}
