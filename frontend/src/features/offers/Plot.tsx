import { useId } from 'react';

import { Axes } from '@/components/charts/Axes';
import charts from '@/components/charts/charts.module.css';
import { dayTicks, linear, niceTicks, type Scale } from '@/lib/scale';

import { type Point, steps, type Summary, summary } from './history';
import classes from './Plot.module.css';
import type { Series } from './series';

export const MARGIN = { left: 56, right: 24, top: 12, bottom: 24 };

interface PlotProps {
  shown: Point[];
  series: Series;
  from: number;
  to: number;
  width: number;
  currency: string | null;
  /** The moment that is read. */
  moment: number | null;
  held: Point | null;
  title: string;
}

/** One measure over time, drawn as what it is: a value that holds until it changes. */
export function Plot({ shown, series, from, to, width, currency, moment, held, title }: PlotProps) {
  const shade = useId();
  const sum = spread(summary(shown, series.name), series.beside ? summary(shown, series.beside) : null);
  if (!sum || width < 120) return null;
  const { height, color } = series;
  const bottom = height - MARGIN.bottom;
  const y = upright(sum, series, bottom);
  const wanted = Math.max(2, Math.floor(width / 92));
  const x = linear([from, to], [MARGIN.left, width - MARGIN.right], dayTicks(from, to, wanted));
  const line = steps(shown, series.name, x, y);
  return (
    <svg
      width={width}
      height={height}
      className={charts.plot}
      role="img"
      aria-label={title}
      style={{ '--thread': color } as React.CSSProperties}
    >
      <Axes
        x={x}
        y={y}
        width={width}
        height={height}
        margin={MARGIN}
        write={(tick) => series.tick(tick, currency)}
        span={to - from}
      />
      <linearGradient id={shade} x1="0" x2="0" y1="0" y2="1">
        <stop offset="0" stopColor={color} stopOpacity="0.2" />
        <stop offset="1" stopColor={color} stopOpacity="0" />
      </linearGradient>
      {!series.lowIsGood && <path d={areaUnder(line, bottom)} fill={`url(#${shade})`} />}
      {series.beside && <path d={steps(shown, series.beside, x, y)} className={classes.beside} />}
      <path d={line} className={charts.line} />
      {moment !== null && <Cross x={x(moment)} value={held?.[series.name] ?? null} y={y} bottom={bottom} />}
    </svg>
  );
}

/** The moment that is read, and what held there. */
function Cross({ x, value, y, bottom }: { x: number; value: number | null; y: Scale; bottom: number }) {
  return (
    <>
      <line x1={x} x2={x} y1={MARGIN.top} y2={bottom} className={charts.cross} />
      {value !== null && <circle cx={x} cy={y(value)} r={4.5} className={charts.dot} />}
    </>
  );
}

type Range = Pick<Summary, 'low' | 'high'>;

/** What both lines need. */
function spread(own: Summary | null, beside: Summary | null): Range | null {
  if (!own || !beside) return own;
  return { low: Math.min(own.low, beside.low), high: Math.max(own.high, beside.high) };
}

function upright(range: Range, series: Series, bottom: number): Scale {
  const ticks = ticksOf(range, series);
  const ends: [number, number] = series.lowIsGood ? [MARGIN.top, bottom] : [bottom, MARGIN.top];
  return linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], ends, ticks);
}

/** No place before the first, and no more stars than there are. */
function ticksOf({ low, high }: Range, { name, height }: Series): number[] {
  const roof = high === low ? low + Math.max(name === 'rating' ? 0.1 : 1, low * 0.1) : high;
  const ticks = niceTicks(low, roof, height > 160 ? 4 : 2);
  if (name === 'rating') return ticks.filter((tick) => tick <= 5);
  return name === 'rank' ? ticks.map((tick) => Math.max(1, tick)) : ticks;
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
