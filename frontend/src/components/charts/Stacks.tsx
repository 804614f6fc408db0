import { Text } from '@mantine/core';
import { useId } from 'react';

import { dateTime, day } from '@/lib/format';
import { dayTicks, hourTicks, linear, niceTicks } from '@/lib/scale';

import { Axes } from './Axes';
import classes from './charts.module.css';
import { patternOf, Patterns } from './Patterns';
import { HOURS_OF, MARGIN } from './Plot';
import { Reading, Tip } from './Reading';
import { KindKey } from './StackKeys';
import { type Bar, barWords, type Kind, spans, whole } from './stacks';

interface StacksProps {
  title: string;
  kinds: readonly Kind[];
  /** Every moment has its bar, in order; an empty one is a moment of nothing. */
  bars: readonly Bar[];
  /** How long a moment lasts. */
  step: number;
  /** "12 posts". */
  total: (all: number) => string;
  hourly?: boolean;
  height?: number;
}

/** Bars over time, each parted, with one that is read. */
export function Stacks({ title, kinds, bars, step, total, hourly = false, height = 220 }: StacksProps) {
  const [from, to] = [bars[0]?.at ?? 0, (bars.at(-1)?.at ?? 0) + step];
  const when = hourly ? dateTime : day;
  const held = (at: number) => bars.findLast((bar) => bar.at <= at);
  return (
    <Reading
      label={`${title}: the ${hourly ? 'hour' : 'day'} that is read`}
      words={(at) => `${when(held(at)?.at ?? at)}, ${barWords(held(at), kinds, total)}`}
      stops={bars.map(({ at }) => at)}
      from={from}
      to={to}
      margin={MARGIN}
      narrowest={260}
      snap={(at) => held(at)?.at ?? from}
    >
      {({ width, held: read, left }) => {
        const bar = read === null ? undefined : held(read);
        return (
          <>
            <Drawn {...{ title, kinds, bars, hourly, height, width, from, to, step }} read={bar?.at ?? null} />
            {bar && (
              <Tip left={left} width={width}>
                <Text size="xs" c="dimmed">
                  {when(bar.at)}
                </Text>
                <Text size="xs" fw={600} className="num">
                  {total(whole(bar))}
                </Text>
                {whole(bar) > 0 &&
                  kinds.map((kind, index) => (
                    <Text key={kind.name} size="xs" className="num">
                      <KindKey kind={kind} /> <span className={classes.read}>{kind.title}</span>{' '}
                      <b>{bar.parts[index]}</b>
                    </Text>
                  ))}
              </Tip>
            )}
          </>
        );
      }}
    </Reading>
  );
}

type DrawnProps = Required<Omit<StacksProps, 'total'>> & {
  width: number;
  from: number;
  to: number;
  read: number | null;
};

function Drawn({ title, kinds, bars, step, hourly, height, width, from, to, read }: DrawnProps) {
  const id = useId();
  const most = Math.max(1, ...bars.map(whole));
  const ticks = niceTicks(0, most, 4).filter(Number.isInteger);
  const y = linear([0, ticks.at(-1) ?? most], [height - MARGIN.bottom, MARGIN.top], ticks);
  const hours = hourly && to - from < HOURS_OF;
  const below = (hours ? hourTicks : dayTicks)(from, to, Math.max(2, Math.floor(width / 96)));
  const x = linear([from, to], [MARGIN.left, width - MARGIN.right], below);
  const wide = Math.max(1, (x(from + step) - x(from)) * 0.82);
  return (
    <svg width={width} height={height} className={classes.plot} role="img" aria-label={title}>
      <Patterns id={id} kinds={kinds} />
      <Axes {...{ x, y, width, height, margin: MARGIN, write: String, span: to - from, hourly: hours }} />
      {bars.map((bar) => (
        <g key={bar.at} className={classes.bar} data-read={bar.at === read || undefined}>
          {spans(bar).map(([foot, head], index) => {
            const kind = kinds[index];
            if (kind === undefined || head === foot) return null;
            return (
              <rect
                key={kind.name}
                x={x(bar.at)}
                y={y(head)}
                width={wide}
                height={Math.max(0.5, y(foot) - y(head))}
                fill={`url(#${patternOf(id, kind.name)})`}
              />
            );
          })}
        </g>
      ))}
    </svg>
  );
}
