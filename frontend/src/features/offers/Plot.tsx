import { useId } from 'react';

import { dayOfYear } from '@/lib/format';
import { dayTicks, linear, niceTicks } from '@/lib/scale';

import { type Measure, type Point, steps, summary } from './history';
import classes from './Plot.module.css';

export const MARGIN = { left: 56, right: 24, top: 12, bottom: 24 };

interface PlotProps {
  shown: Point[];
  measure: Measure;
  from: number;
  to: number;
  width: number;
  height: number;
  color: string;
  write: (value: number) => string;
  /** The moment under the pointer. */
  moment: number | null;
  held: Point | null;
  title: string;
}

/** One measure over time, drawn as what it is: a value that holds until it changes. */
export function Plot({ shown, measure, from, to, width, height, color, write, moment, held, title }: PlotProps) {
  const shade = useId();
  const sum = summary(shown, measure);
  if (!sum || width < 120) return null;
  const ticks = niceTicks(
    sum.low,
    sum.high === sum.low ? sum.low + Math.max(1, sum.low * 0.1) : sum.high,
    height > 160 ? 4 : 2,
  );
  const bottom = height - MARGIN.bottom;
  const y = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [bottom, MARGIN.top], ticks);
  const x = linear(
    [from, to],
    [MARGIN.left, width - MARGIN.right],
    dayTicks(from, to, Math.max(2, Math.floor(width / 92))),
  );
  const line = steps(shown, measure, x, y);
  const value = held?.[measure] ?? null;
  return (
    <svg
      width={width}
      height={height}
      className={classes.plot}
      role="img"
      aria-label={title}
      style={{ '--thread': color } as React.CSSProperties}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} className={classes.grid} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className={classes.tick}>
            {write(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <text
          key={tick}
          x={Math.max(MARGIN.left, Math.min(width - MARGIN.right, x(tick)))}
          y={height - 6}
          textAnchor="middle"
          className={classes.tick}
        >
          {dayOfYear(tick)}
        </text>
      ))}
      <linearGradient id={shade} x1="0" x2="0" y1="0" y2="1">
        <stop offset="0" stopColor={color} stopOpacity="0.2" />
        <stop offset="1" stopColor={color} stopOpacity="0" />
      </linearGradient>
      <path d={areaUnder(line, bottom)} fill={`url(#${shade})`} />
      <path d={line} className={classes.line} />
      {moment !== null && (
        <>
          <line x1={x(moment)} x2={x(moment)} y1={MARGIN.top} y2={bottom} className={classes.cross} />
          {value !== null && <circle cx={x(moment)} cy={y(value)} r={4.5} className={classes.dot} />}
        </>
      )}
    </svg>
  );
}

/** Each unbroken stretch of the line, closed down to the axis. */
function areaUnder(line: string, bottom: number): string {
  return line
    .split('M')
    .filter(Boolean)
    .map((stretch) => {
      const start = stretch.split(',')[0] ?? '0';
      return `M${stretch}V${bottom}H${start}Z`;
    })
    .join('');
}
