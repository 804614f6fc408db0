import { linear, niceTicks, type Scale } from '@/lib/scale';
import type { Trend } from '@/lib/schema';

import { tone } from './score';

export interface Dot {
  trend: Trend;
  x: number;
  y: number;
  r: number;
  tone: ReturnType<typeof tone> | 'unsure';
}

export interface Stage {
  dots: Dot[];
  x: Scale;
  y: Scale;
}

export const MARGIN = { left: 44, right: 16, top: 14, bottom: 38 };
const LEAST_SPAN = 10;

/** Competition across, demand up, one dot for each trend, the best one first. */
export function stage(trends: readonly Trend[], width: number, height: number): Stage {
  const across = ticks(
    trends.map((trend) => Number(trend.competition)),
    Math.max(3, Math.floor(width / 110)),
  );
  const up = ticks(
    trends.map((trend) => Number(trend.demand)),
    5,
  );
  const x = linear([across[0] ?? 0, across.at(-1) ?? 100], [MARGIN.left, width - MARGIN.right], across);
  const y = linear([up[0] ?? 0, up.at(-1) ?? 100], [height - MARGIN.bottom, MARGIN.top], up);
  const most = Math.max(1, ...trends.map((trend) => trend.offers_count));
  const dots = trends.map((trend) => ({
    trend,
    x: x(Number(trend.competition)),
    y: y(Number(trend.demand)),
    r: 4.5 + 5.5 * Math.sqrt(trend.offers_count / most),
    tone: trend.score === null || trend.low_evidence ? ('unsure' as const) : tone(trend.score),
  }));
  dots.sort((one, other) => (other.trend.score ?? -1) - (one.trend.score ?? -1));
  return { dots, x, y };
}

/** Round steps around the values, never beyond what a part can be. */
function ticks(values: number[], wanted: number): number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const missing = Math.max(0, LEAST_SPAN - (high - low)) / 2;
  const steps = niceTicks(Math.max(0, low - missing), Math.min(100, high + missing), wanted);
  return steps.filter((step) => step <= 100 || steps.length < 3);
}

/** The dots at a place: the nearest first, then those that lie under it. */
export function at(dots: readonly Dot[], x: number, y: number, reach = 26): Dot[] {
  const away = (dot: Dot) => Math.hypot(dot.x - x, dot.y - y);
  const nearest = [...dots].sort((one, other) => away(one) - away(other))[0];
  if (!nearest || away(nearest) > reach) return [];
  const under = dots.filter((dot) => dot !== nearest && Math.hypot(dot.x - nearest.x, dot.y - nearest.y) < 5);
  return [nearest, ...under];
}

const LETTER = 6.6;
const HALF_LINE = 8;

export interface Label {
  dot: Dot;
  x: number;
  /** Written to the left of its dot, for there is no room to the right. */
  end: boolean;
}

type Box = [left: number, right: number, top: number, bottom: number];

/** The best trends' names, where they cover neither a dot nor another name. */
export function labels(dots: readonly Dot[], width: number, most = 6): Label[] {
  const taken = dots.map((dot): Box => [dot.x - dot.r, dot.x + dot.r, dot.y - dot.r, dot.y + dot.r]);
  const placed: Label[] = [];
  for (const dot of dots) {
    if (placed.length === most) break;
    const long = short(dot.trend.name).length * LETTER;
    const away = dot.r + 5;
    const end = dot.x + away + long > width - MARGIN.right;
    const x = end ? dot.x - away : dot.x + away;
    const box: Box = [end ? x - long : x, end ? x : x + long, dot.y - HALF_LINE, dot.y + HALF_LINE];
    if (box[0] < MARGIN.left || taken.some((other) => meet(box, other))) continue;
    taken.push(box);
    placed.push({ dot, x, end });
  }
  return placed;
}

function meet(one: Box, other: Box): boolean {
  return one[0] < other[1] && one[1] > other[0] && one[2] < other[3] && one[3] > other[2];
}

export function short(name: string): string {
  return name.length > 26 ? `${name.slice(0, 25).trimEnd()}…` : name;
}
