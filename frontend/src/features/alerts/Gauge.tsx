import { Text } from '@mantine/core';

import classes from './Gauge.module.css';
import type { Held } from './numbers';

/** One number on its scale, the span that it surely lies in, and the two thresholds. */
export function Gauge({ held }: { held: Held }) {
  const { what, value, low, high, enter, leave, most, write } = held;
  const at = (one: number) => `${Math.min(100, Math.max(0, (one / most) * 100))}%`;
  const bounded = low !== null && high !== null;
  return (
    <figure className={classes.gauge}>
      <figcaption>
        <Text span fz={26} fw={650} lh={1.2} className="num">
          {write(value)}
        </Text>{' '}
        <Text span size="sm" c="dimmed">
          {what.toLowerCase()}
          {bounded && `, surely ${write(low)} to ${write(high)}`}
        </Text>
      </figcaption>
      <div
        className={classes.scale}
        role="img"
        aria-label={`${what} ${write(value)}; it opens over ${write(enter)} and closes under ${write(leave)}`}
      >
        <span className={classes.over} style={{ left: at(enter) }} />
        {bounded && (
          <span className={classes.between} style={{ left: at(low), width: `calc(${at(high)} - ${at(low)})` }} />
        )}
        <span className={classes.leave} style={{ left: at(leave) }} />
        <span className={classes.enter} style={{ left: at(enter) }} />
        <span className={classes.value} style={{ left: at(value) }} />
      </div>
      <Text size="xs" c="dimmed" component="div" className={classes.words} aria-hidden>
        <span>
          <span className={classes.leaveKey} /> closes under {write(leave)}
        </span>
        <span>
          <span className={classes.enterKey} /> opens over {write(enter)}
        </span>
      </Text>
    </figure>
  );
}
