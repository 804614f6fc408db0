import { DAY_MS } from '@/lib/days';
import { dayTicks, hourTicks, linear, type Scale } from '@/lib/scale';

import { Axes } from './Axes';
import classes from './charts.module.css';
import { band, extent, lone, marked, path, shape, spotAt, type Thread, upright } from './threads';

export const MARGIN = { left: 52, right: 16, top: 12, bottom: 24 };

/** Of more time than this, days are marked, not hours. */
export const HOURS_OF = 3 * DAY_MS;

interface PlotProps {
  title: string;
  threads: Thread[];
  from: number;
  to: number;
  width: number;
  height: number;
  tick: (value: number) => string;
  lowIsGood: boolean;
  parted: number | null;
  held: number | null;
  hourly: boolean;
}

export function Plot({ title, threads, from, to, width, height, tick, lowIsGood, parted, held, hourly }: PlotProps) {
  const range = extent(threads);
  if (range === null) return null;
  const bottom = height - MARGIN.bottom;
  const ticks = upright(range, 4);
  const span: [number, number] = lowIsGood ? [MARGIN.top, bottom] : [bottom, MARGIN.top];
  const y = linear([ticks[0] ?? 0, ticks.at(-1) ?? 1], span, ticks);
  const [first, last] = from === to ? [from - DAY_MS, to + DAY_MS] : [from, to];
  const hours = hourly && last - first < HOURS_OF;
  const below = (hours ? hourTicks : dayTicks)(first, last, Math.max(2, Math.floor(width / 96)));
  const x = linear([first, last], [MARGIN.left, width - MARGIN.right], below);
  return (
    <svg width={width} height={height} className={classes.plot} role="img" aria-label={title}>
      <Axes x={x} y={y} width={width} height={height} margin={MARGIN} write={tick} span={last - first} hourly={hours} />
      {parted !== null && <line x1={x(parted)} x2={x(parted)} y1={MARGIN.top} y2={bottom} className={classes.cross} />}
      {threads.map((thread) => (
        <Drawn key={thread.name} thread={thread} x={x} y={y} />
      ))}
      {held !== null && <Held threads={threads} at={held} x={x} y={y} bottom={bottom} />}
    </svg>
  );
}

function Drawn({ thread, x, y }: { thread: Thread; x: Scale; y: Scale }) {
  const { spots, mark, color, dash } = thread;
  return (
    <g style={{ '--thread': color } as React.CSSProperties}>
      <path d={band(spots, x, y)} className={classes.band} />
      <path d={path(spots, x, y)} className={classes.line} strokeDasharray={dash} />
      {lone(spots).map((spot) => (
        <circle key={spot.at} cx={x(spot.at)} cy={y(spot.value)} r={2} className={classes.mark} />
      ))}
      {mark &&
        marked(thread).map((spot) => (
          <path key={spot.at} d={shape(mark, x(spot.at), y(spot.value))} className={classes.mark} />
        ))}
    </g>
  );
}

interface HeldProps {
  threads: Thread[];
  at: number;
  x: Scale;
  y: Scale;
  bottom: number;
}

/** The day that is read, and what each line knows of it. */
function Held({ threads, at, x, y, bottom }: HeldProps) {
  return (
    <>
      <line x1={x(at)} x2={x(at)} y1={MARGIN.top} y2={bottom} className={classes.cross} />
      {threads.map((thread) => {
        const value = spotAt(thread, at)?.value ?? null;
        if (value === null) return null;
        return (
          <circle
            key={thread.name}
            cx={x(at)}
            cy={y(value)}
            r={4.5}
            className={classes.dot}
            style={{ '--thread': thread.color } as React.CSSProperties}
          />
        );
      })}
    </>
  );
}
