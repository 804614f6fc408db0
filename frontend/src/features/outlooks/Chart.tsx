import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useRef, useState } from 'react';

import { day } from '@/lib/format';

import classes from './Chart.module.css';
import { Plot, MARGIN } from './Plot';
import { Readout, readWords } from './Readout';
import { moments, nearest, type Thread } from './threads';

export interface ChartProps {
  /** What is drawn, in words: what a picture of it would be called. */
  title: string;
  threads: Thread[];
  /** Exactly, and short for the axis. */
  write: (value: number) => string;
  tick?: (value: number) => string;
  height?: number;
  /** The first place stands on top. */
  lowIsGood?: boolean;
  /** A moment that parts what was from what may be. */
  parted?: number | null;
}

/** Lines over days, with one moment that is read from all of them: under the pointer, or by the arrows. */
export function Chart({ title, threads, write, tick = write, height = 250, lowIsGood, parted = null }: ChartProps) {
  const { ref: sized, width } = useElementSize();
  const own = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, own);
  const [at, setAt] = useState<number | null>(null);
  const known = moments(threads);
  const [from, to] = [known[0] ?? 0, known.at(-1) ?? 1];
  const wide = Math.max(width, 260);
  const inner = wide - MARGIN.left - MARGIN.right;
  const held = at === null ? null : nearest(known, at);
  return (
    <div
      ref={ref}
      className={classes.stage}
      role="slider"
      tabIndex={0}
      aria-label={`${title}: the day that is read`}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={held ?? to}
      aria-valuetext={readWords(threads, held ?? to, write)}
      onPointerMove={(event) => {
        const left = event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left;
        setAt(from + (left / inner) * (to - from));
      }}
      onPointerLeave={() => {
        setAt(null);
      }}
      onBlur={() => {
        setAt(null);
      }}
      onKeyDown={(event) => {
        const next = stepped(event.key, known, held ?? to);
        if (next === null) return;
        event.preventDefault();
        setAt(next);
      }}
    >
      <Plot
        title={`${title}, from ${day(from)} to ${day(to)}`}
        threads={threads}
        from={from}
        to={to}
        width={wide}
        height={height}
        tick={tick}
        lowIsGood={lowIsGood ?? false}
        parted={parted}
        held={held}
      />
      {held !== null && (
        <Readout
          threads={threads}
          at={held}
          write={write}
          left={MARGIN.left + ((held - from) / Math.max(1, to - from)) * inner}
          width={wide}
        />
      )}
    </div>
  );
}

/** Where a key leads: to the day before, the one after, the first or the last. */
export function stepped(key: string, all: readonly number[], at: number): number | null {
  const [first, last] = [all[0] ?? at, all.at(-1) ?? at];
  const leads = new Map([
    ['Home', first],
    ['End', last],
    ['ArrowLeft', all.findLast((one) => one < at) ?? first],
    ['ArrowRight', all.find((one) => one > at) ?? last],
  ]);
  return leads.get(key) ?? null;
}
