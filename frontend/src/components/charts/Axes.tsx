import { DAY_MS } from '@/lib/days';
import { dayOfYear, hourOfDay } from '@/lib/format';
import type { Scale } from '@/lib/scale';

import classes from './charts.module.css';
import type { Margin } from './Reading';

interface AxesProps {
  x: Scale;
  y: Scale;
  width: number;
  height: number;
  margin: Margin;
  write: (tick: number) => string;
  /** How much time is drawn. */
  span: number;
  /** Hours below, where there is room for them. */
  hourly?: boolean;
}

/** Lines across at each step, and the days below. */
export function Axes({ x, y, width, height, margin, write, span, hourly = false }: AxesProps) {
  // Of more than a year a day of the year alone would be two days.
  const named = span > 370 * DAY_MS ? monthOf : hourly ? hourOfDay : dayOfYear;
  return (
    <g aria-hidden>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={margin.left} x2={width - margin.right} y1={y(tick)} y2={y(tick)} className={classes.grid} />
          <text x={margin.left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className={classes.tick}>
            {write(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <text
          key={tick}
          x={Math.max(margin.left, Math.min(width - margin.right, x(tick)))}
          y={height - 6}
          textAnchor="middle"
          className={classes.tick}
        >
          {named(tick)}
        </text>
      ))}
    </g>
  );
}

function monthOf(at: number): string {
  return new Intl.DateTimeFormat(undefined, { month: 'short', year: '2-digit' }).format(new Date(at));
}
