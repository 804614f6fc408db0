import { useElementSize, useMergedRef } from '@mantine/hooks';
import { type PointerEvent, type ReactNode, useRef, useState } from 'react';

import classes from './charts.module.css';

export interface Margin {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

interface ReadingProps {
  label: string;
  /** What is known of a moment, for who hears it. */
  words: (at: number) => string;
  /** The moments that the arrows go to, in order. */
  stops: readonly number[];
  from: number;
  to: number;
  margin: Margin;
  narrowest?: number;
  /** The moment that is meant where the pointer is. */
  snap?: (at: number) => number;
  children: (seen: { width: number; held: number | null; left: number }) => ReactNode;
}

/** A picture over time, in which one moment is read: under the pointer, or by the arrows. */
export function Reading({
  label,
  words,
  stops,
  from,
  to,
  margin,
  narrowest = 0,
  snap = (at) => at,
  children,
}: ReadingProps) {
  const { ref: sized, width: there } = useElementSize();
  const own = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, own);
  const [held, setHeld] = useState<number | null>(null);
  const width = Math.max(there, narrowest);
  const inner = Math.max(1, width - margin.left - margin.right);
  const forget = () => {
    setHeld(null);
  };
  const read = (event: PointerEvent<HTMLDivElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left - margin.left;
    setHeld(snap(from + Math.min(1, Math.max(0, left / inner)) * (to - from)));
  };
  return (
    <div
      ref={ref}
      className={classes.stage}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={held ?? to}
      aria-valuetext={words(held ?? to)}
      onPointerMove={read}
      onPointerDown={read}
      onPointerLeave={(event) => {
        // A finger that is lifted leaves what it pointed at to be read.
        if (event.pointerType === 'mouse') forget();
      }}
      onBlur={forget}
      onKeyDown={(event) => {
        const next = stepped(event.key, stops, held ?? to);
        if (next === null) return;
        event.preventDefault();
        setHeld(next);
      }}
    >
      {children({ width, held, left: margin.left + (((held ?? to) - from) / Math.max(1, to - from)) * inner })}
    </div>
  );
}

/** Where a key leads from a moment: to the stop before, the one after, the first or the last. */
export function stepped(key: string, stops: readonly number[], at: number): number | null {
  const [first, last] = [stops[0] ?? at, stops.at(-1) ?? at];
  const leads = new Map([
    ['Home', first],
    ['End', last],
    ['ArrowLeft', stops.findLast((stop) => stop < at) ?? first],
    ['ArrowRight', stops.find((stop) => stop > at) ?? last],
  ]);
  return leads.get(key) ?? null;
}

/** Beside the moment that is read, on the side that has room. */
export function Tip({ left, width, children }: { left: number; width: number; children: ReactNode }) {
  return (
    <div className={classes.tip} style={left < width / 2 ? { left: left + 14 } : { right: width - left + 14 }}>
      {children}
    </div>
  );
}
