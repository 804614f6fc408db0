import { Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { plural } from '@/lib/format';
import type { Trend } from '@/lib/schema';

import { at, type Dot, labels, MARGIN, short, type Stage, stage } from './dots';
import classes from './Board.module.css';
import { points } from './score';

const HEIGHT = 320;

/** Demand against competition. One stop for the keyboard: the arrows go from dot to dot, Enter opens. */
export function Board({ trends }: { trends: Trend[] }) {
  const { ref, width } = useElementSize();
  const [held, setHeld] = useState<Dot[]>([]);
  const [turn, setTurn] = useState(0);
  const drawn = stage(trends, Math.max(width, 280), HEIGHT);
  const { dots } = drawn;
  const stop = Math.min(turn, dots.length - 1);

  const step = (event: React.KeyboardEvent<SVGGElement>) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (stop + by + dots.length) % dots.length;
    setTurn(next);
    event.currentTarget.querySelectorAll('a')[next]?.focus();
  };
  return (
    <div
      ref={ref}
      className={classes.stage}
      style={{ height: HEIGHT }}
      onPointerMove={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        setHeld(at(dots, event.clientX - box.left, event.clientY - box.top));
      }}
      onPointerLeave={() => {
        setHeld([]);
      }}
    >
      <svg
        width="100%"
        height={HEIGHT}
        className={classes.plot}
        role="group"
        aria-label="Trends by demand and competition"
      >
        <Axes drawn={drawn} width={Math.max(width, 280)} />
        {/* The keys move the focus among the links inside: each of them is what is operated. */}
        <g onKeyDown={step}>
          {dots.map((dot, index) => (
            <Link
              key={dot.trend.id}
              to="/trends/$trendId"
              params={{ trendId: dot.trend.id }}
              tabIndex={index === stop ? 0 : -1}
              className={classes.dot}
              data-tone={dot.tone}
              aria-label={spoken(dot.trend)}
              onFocus={() => {
                setTurn(index);
                setHeld([dot]);
              }}
              onBlur={() => {
                setHeld([]);
              }}
            >
              <circle cx={dot.x} cy={dot.y} r={Math.max(12, dot.r)} className={classes.reach} />
              <circle cx={dot.x} cy={dot.y} r={dot.r} className={classes.knot} />
            </Link>
          ))}
        </g>
        <g aria-hidden className={classes.names}>
          {labels(dots, width).map(({ dot, x, end }) => (
            <text key={dot.trend.id} x={x} y={dot.y} dy="0.32em" textAnchor={end ? 'end' : 'start'}>
              {short(dot.trend.name)}
            </text>
          ))}
        </g>
      </svg>
      <Tip held={held} width={width} />
    </div>
  );
}

function spoken(trend: Trend): string {
  return `${trend.name}: score ${scored(trend)}, demand ${points(trend.demand)}, competition ${points(trend.competition)}`;
}

function scored({ score, low_evidence }: Trend): string {
  if (score === null) return 'not known';
  return low_evidence ? `${points(score)} of little evidence` : points(score);
}

function Axes({ drawn: { x, y }, width }: { drawn: Stage; width: number }) {
  const bottom = HEIGHT - MARGIN.bottom;
  return (
    <g aria-hidden>
      {y.ticks.map((tick) => (
        <g key={tick}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} className={classes.grid} />
          <text x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end" className={classes.tick}>
            {points(tick)}
          </text>
        </g>
      ))}
      {x.ticks.map((tick) => (
        <g key={tick}>
          <line x1={x(tick)} x2={x(tick)} y1={MARGIN.top} y2={bottom} className={classes.grid} />
          <text x={x(tick)} y={bottom + 16} textAnchor="middle" className={classes.tick}>
            {points(tick)}
          </text>
        </g>
      ))}
      <text x={width - MARGIN.right} y={HEIGHT - 4} textAnchor="end" className={classes.axis}>
        Competition →
      </text>
      <text x={12} y={MARGIN.top} textAnchor="end" transform={`rotate(-90 12 ${MARGIN.top})`} className={classes.axis}>
        Demand →
      </text>
    </g>
  );
}

function Tip({ held: [first, ...others], width }: { held: Dot[]; width: number }) {
  if (!first) return null;
  const { trend, x, y } = first;
  const side = x < width / 2 ? { left: x + 16 } : { right: width - x + 16 };
  return (
    <div className={classes.tip} style={{ ...side, top: Math.max(0, Math.min(y - 20, HEIGHT - 130)) }}>
      <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {trend.name}
      </Text>
      <Text size="xs" className="num">
        Score {scored(trend)}, {plural(trend.offers_count, 'offer')}
      </Text>
      <Text size="xs" c="dimmed" className="num">
        Demand {points(trend.demand)}, competition {points(trend.competition)}
      </Text>
      {others.length > 0 && (
        <Text size="xs" c="dimmed" mt={2}>
          and {others.length} more here:{' '}
          {others
            .slice(0, 3)
            .map((dot) => dot.trend.name)
            .join(', ')}
        </Text>
      )}
    </div>
  );
}
