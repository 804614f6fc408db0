import { Chip, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import plotClasses from '@/features/offers/Plot.module.css';
import { DAY_MS, moment } from '@/lib/days';
import { day, dayOfYear, money, plural } from '@/lib/format';
import { dayTicks, linear } from '@/lib/scale';
import type { TrendPoint } from '@/lib/schema';

import { line, type Measure, MEASURES, nearest } from './history';
import { useTrendPoints } from './queries';
import { points as written } from './score';

const HEIGHT = 240;
const MARGIN = { left: 40, right: 14, top: 12, bottom: 26 };

/** The score and its parts from day to day. */
export function ScoreHistory({ id }: { id: string }) {
  const history = useTrendPoints(id);
  const [shown, setShown] = useState<Measure[]>(['overall', 'demand', 'competition']);
  return (
    <Panel title="History of the classic score" about="One point for each day on which it was analysed.">
      {history.isPending && <Skeleton h={HEIGHT + 40} />}
      {history.isError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.data?.length === 0 && <Empty title="No history yet">The next analysis writes the first point.</Empty>}
      {history.data && history.data.length > 0 && (
        <Stack gap="md">
          <Chip.Group
            multiple
            value={shown}
            onChange={(names) => {
              setShown(MEASURES.map(({ name }) => name).filter((name) => names.includes(name)));
            }}
          >
            <Group gap={6} role="group" aria-label="What is drawn">
              {MEASURES.map(({ name, title, color }) => (
                <Chip key={name} value={name} size="xs" radius="sm" variant="outline">
                  <span className={plotClasses.key} style={{ background: color }} aria-hidden />
                  {title}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <Chart points={history.data} shown={shown} />
        </Stack>
      )}
    </Panel>
  );
}

function Chart({ points, shown }: { points: TrendPoint[]; shown: Measure[] }) {
  const { ref, width } = useElementSize();
  const [held, setHeld] = useState<TrendPoint | null>(null);
  const [first, last] = [moment(points[0]?.day ?? ''), moment(points.at(-1)?.day ?? '')];
  // A single day stands in the middle of three.
  const [from, to] = first === last ? [first - DAY_MS, last + DAY_MS] : [first, last];
  const wide = Math.max(width, 240);
  const inner = wide - MARGIN.left - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const ticks =
    first === last ? [first] : dayTicks(from, to + DAY_MS / 2, Math.max(2, Math.floor(wide / 92))).map(noon);
  const x = linear([from, to], [MARGIN.left, wide - MARGIN.right], ticks);
  const y = linear([0, 100], [bottom, MARGIN.top], [0, 25, 50, 75, 100]);
  return (
    <div
      ref={ref}
      className={plotClasses.stage}
      onPointerMove={(event) => {
        const left = event.clientX - event.currentTarget.getBoundingClientRect().left - MARGIN.left;
        setHeld(nearest(points, from + (left / inner) * (to - from)));
      }}
      onPointerLeave={() => {
        setHeld(null);
      }}
    >
      <svg width="100%" height={HEIGHT} className={plotClasses.plot} role="img" aria-label={spoken(points)}>
        {y.ticks.map((tick) => (
          <g key={tick}>
            <line x1={MARGIN.left} x2={wide - MARGIN.right} y1={y(tick)} y2={y(tick)} className={plotClasses.grid} />
            <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className={plotClasses.tick}>
              {tick}
            </text>
          </g>
        ))}
        {ticks
          .filter((tick) => tick >= from && tick <= to)
          .map((tick) => (
            <text key={tick} x={x(tick)} y={HEIGHT - 6} textAnchor="middle" className={plotClasses.tick}>
              {dayOfYear(tick)}
            </text>
          ))}
        {held && (
          <line
            x1={x(moment(held.day))}
            x2={x(moment(held.day))}
            y1={MARGIN.top}
            y2={bottom}
            className={plotClasses.cross}
          />
        )}
        {MEASURES.filter(({ name }) => shown.includes(name)).map(({ name, color }) => (
          <g key={name} style={{ '--thread': color } as React.CSSProperties}>
            <path d={line(points, name, x, y)} className={plotClasses.line} />
            {(points.length < 32 ? points : held ? [held] : []).map((point) => (
              <circle
                key={point.day}
                cx={x(moment(point.day))}
                cy={y(Number(point[name]))}
                r={point.day === held?.day || points.length === 1 ? 5 : 3}
                className={plotClasses.dot}
              />
            ))}
          </g>
        ))}
      </svg>
      {held && <Tip point={held} shown={shown} left={x(moment(held.day))} width={wide} />}
    </div>
  );
}

function noon(at: number): number {
  return at + DAY_MS / 2;
}

function spoken(points: TrendPoint[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return 'No history';
  if (first === last) return `Score ${written(last.overall)} on ${day(moment(last.day))}, the only day so far.`;
  return `Score from ${written(first.overall)} on ${day(moment(first.day))} to ${written(last.overall)} on ${day(moment(last.day))}.`;
}

function Tip({ point, shown, left, width }: { point: TrendPoint; shown: Measure[]; left: number; width: number }) {
  return (
    <div className={plotClasses.tip} style={left < width / 2 ? { left: left + 14 } : { right: width - left + 14 }}>
      <Text size="xs" c="dimmed">
        {day(moment(point.day))}
      </Text>
      {MEASURES.filter(({ name }) => shown.includes(name)).map(({ name, title }) => (
        <Text key={name} size="xs" className="num" fw={name === 'overall' ? 600 : 400}>
          {title} {written(point[name])}
        </Text>
      ))}
      <Text size="xs" c="dimmed" className="num">
        {plural(point.offers_count, 'offer')}
        {point.price_avg !== null && `, price ${money(point.price_avg, null)}`}
      </Text>
    </div>
  );
}
