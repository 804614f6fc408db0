import { dateTime, day } from '@/lib/format';

import { MARGIN, Plot } from './Plot';
import { Readout, readWords } from './Readout';
import { Reading } from './Reading';
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
  /** Its moments are hours, not days. */
  hourly?: boolean;
}

/** Lines over days, with one moment that is read from all of them. */
export function Chart({
  title,
  threads,
  write,
  tick = write,
  height = 250,
  lowIsGood,
  parted = null,
  hourly = false,
}: ChartProps) {
  const when = hourly ? dateTime : day;
  const known = moments(threads);
  const [from, to] = [known[0] ?? 0, known.at(-1) ?? 1];
  return (
    <Reading
      label={`${title}: the ${hourly ? 'hour' : 'day'} that is read`}
      words={(at) => readWords(threads, at, write, when)}
      stops={known}
      from={from}
      to={to}
      margin={MARGIN}
      narrowest={260}
      snap={(at) => nearest(known, at) ?? to}
    >
      {({ width, held, left }) => (
        <>
          <Plot
            title={`${title}, from ${when(from)} to ${when(to)}`}
            threads={threads}
            from={from}
            to={to}
            width={width}
            height={height}
            tick={tick}
            lowIsGood={lowIsGood ?? false}
            parted={parted}
            held={held}
            hourly={hourly}
          />
          {held !== null && <Readout threads={threads} at={held} write={write} when={when} left={left} width={width} />}
        </>
      )}
    </Reading>
  );
}
