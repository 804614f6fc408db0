import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useRef, useState } from 'react';

import { day } from '@/lib/format';

import { at, type Point } from './history';
import { MARGIN, Plot } from './Plot';
import classes from './Plot.module.css';
import { Readout, readWords } from './Readout';
import type { Series } from './series';

interface StageProps {
  shown: Point[];
  series: Series[];
  from: number;
  to: number;
  currency: string | null;
}

/** The lines above each other, with one moment that is read from all of them: under the pointer, or by the arrows. */
export function Stage({ shown, series, from, to, currency }: StageProps) {
  const { ref: sized, width } = useElementSize();
  const own = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(sized, own);
  const [moment, setMoment] = useState<number | null>(null);
  const inner = Math.max(1, width - MARGIN.left - MARGIN.right);
  const held = moment === null ? null : at(shown, moment);
  const said = `from ${day(from)} to ${day(to)}; the sightings below have every value.`;
  return (
    <div
      ref={ref}
      className={classes.stage}
      role="slider"
      tabIndex={0}
      aria-label="Moment of the history"
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={moment ?? to}
      aria-valuetext={readWords(held ?? shown.at(-1) ?? null, moment ?? to, series, currency)}
      onPointerMove={(event) => {
        const left = event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left;
        setMoment(from + Math.min(1, Math.max(0, left / inner)) * (to - from));
      }}
      onPointerLeave={() => {
        setMoment(null);
      }}
      onBlur={() => {
        setMoment(null);
      }}
      onKeyDown={(event) => {
        const next = stepped(event.key, shown, moment ?? to);
        if (next === null) return;
        event.preventDefault();
        setMoment(next);
      }}
    >
      {series.map((one) => (
        <Plot
          key={one.name}
          shown={shown}
          series={one}
          from={from}
          to={to}
          width={width}
          currency={currency}
          moment={moment}
          held={held}
          title={`${one.label} ${said}`}
        />
      ))}
      {held && moment !== null && (
        <Readout
          held={held}
          moment={moment}
          series={series}
          currency={currency}
          left={MARGIN.left + ((moment - from) / (to - from)) * inner}
          width={width}
        />
      )}
    </div>
  );
}

/** Where a key leads from a moment: to the change before, the one after, the first or the last. */
export function stepped(key: string, shown: readonly Point[], moment: number): number | null {
  const moments = shown.map((point) => point.at);
  const [first, last] = [moments[0] ?? moment, moments.at(-1) ?? moment];
  const leads = new Map([
    ['Home', first],
    ['End', last],
    ['ArrowLeft', moments.findLast((at) => at < moment) ?? first],
    ['ArrowRight', moments.find((at) => at > moment) ?? last],
  ]);
  return leads.get(key) ?? null;
}
