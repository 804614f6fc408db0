import { points, tone } from './score';
import classes from './trends.module.css';

const R = 18;
const ROUND = 2 * Math.PI * R;

/** The overall score: its number, and a ring that is as full as it is high. */
export function ScoreRing({ value, size = 46 }: { value: string; size?: number }) {
  const score = Number(value);
  return (
    <span
      className={classes.score}
      data-tone={tone(score)}
      style={{ width: size, height: size, fontSize: size * 0.3 }}
      role="img"
      aria-label={`Score ${points(value)} of 100`}
    >
      <svg viewBox="0 0 44 44" width={size} height={size} aria-hidden focusable="false">
        <circle cx="22" cy="22" r={R} className={classes.track} />
        <circle
          cx="22"
          cy="22"
          r={R}
          className={classes.arc}
          strokeDasharray={`${(Math.min(100, score) / 100) * ROUND} ${ROUND}`}
          transform="rotate(-90 22 22)"
        />
      </svg>
      <b aria-hidden>{Math.round(score)}</b>
    </span>
  );
}
