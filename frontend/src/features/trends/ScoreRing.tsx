import { points, tone } from './score';
import classes from './trends.module.css';

const R = 18;
const ROUND = 2 * Math.PI * R;

interface ScoreRingProps {
  /** Null is not known, and is no score. */
  value: string | number | null;
  size?: number;
  name?: string;
  /** It rests on so little that its height says nothing: drawn without a colour of its own. */
  unsure?: boolean;
}

/** A score: its number, and a ring that is as full as it is high. */
export function ScoreRing({ value, size = 46, name = 'Score', unsure = false }: ScoreRingProps) {
  const score = value === null ? null : Number(value);
  return (
    <span
      className={classes.score}
      data-tone={score === null || unsure ? 'unsure' : tone(score)}
      style={{ width: size, height: size, fontSize: size * 0.3 }}
      role="img"
      aria-label={spoken(name, value, unsure)}
    >
      <svg viewBox="0 0 44 44" width={size} height={size} aria-hidden focusable="false">
        <circle cx="22" cy="22" r={R} className={classes.track} />
        {score !== null && (
          <circle
            cx="22"
            cy="22"
            r={R}
            className={classes.arc}
            strokeDasharray={`${(Math.min(100, score) / 100) * ROUND} ${ROUND}`}
            transform="rotate(-90 22 22)"
          />
        )}
      </svg>
      <b aria-hidden>{score === null ? '–' : Math.round(score)}</b>
    </span>
  );
}

function spoken(name: string, value: string | number | null, unsure: boolean): string {
  if (value === null) return `${name} not known`;
  return `${name} ${points(value)} of 100${unsure ? ', of little evidence' : ''}`;
}
