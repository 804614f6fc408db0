import type { Trend } from '@/lib/schema';

import { BOARD_PARTS, type PartLook, points } from './score';
import classes from './trends.module.css';

/** One part of a score: the number and a small bar. Competition has its own colour, for there low is good. */
export function PartBar({ part, value }: { part: PartLook; value: string }) {
  return (
    <span className={classes.part} data-part={part.name}>
      <span className={classes.partValue}>{points(value)}</span>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${Math.min(100, Number(value))}%` }} />
      </span>
    </span>
  );
}

/** Each by its name, where there is no table to name them. */
export function Parts({ trend }: { trend: Trend }) {
  return (
    <dl className={classes.parts}>
      {BOARD_PARTS.map((part) => (
        <div key={part.name} title={part.about}>
          <dt>{part.name === 'competition' ? 'Competition (low is good)' : part.title}</dt>
          <dd>
            <PartBar part={part} value={trend[part.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
