import { niceTicks } from '@/lib/scale';

/** What was known at a moment. Null is a gap: nobody looked, and no zero stands for it. */
export interface Spot {
  at: number;
  value: number | null;
  low?: number | null;
  high?: number | null;
}

export const MARKS = ['circle', 'square', 'triangle', 'diamond', 'cross'] as const;
export type Mark = (typeof MARKS)[number];

/** One line of a chart. Its colour, its dashes and its mark each tell it apart. */
export interface Thread {
  name: string;
  title: string;
  color: string;
  dash?: string;
  mark?: Mark;
  spots: Spot[];
}

type To = (value: number) => number;

/** Straight lines between what is known, broken at each gap. */
export function path(spots: readonly Spot[], x: To, y: To): string {
  return stretches(spots)
    .filter((stretch) => stretch.length > 1)
    .map((stretch) => `M${stretch.map((spot) => `${x(spot.at).toFixed(1)},${y(spot.value).toFixed(1)}`).join('L')}`)
    .join('');
}

interface Known extends Spot {
  value: number;
}

/** Runs of spots without a gap between them. */
export function stretches(spots: readonly Spot[]): Known[][] {
  const runs: Known[][] = [];
  let open = false;
  for (const spot of spots) {
    const { value } = spot;
    if (value === null) {
      open = false;
      continue;
    }
    if (open) runs.at(-1)?.push({ ...spot, value });
    else runs.push([{ ...spot, value }]);
    open = true;
  }
  return runs;
}

/** What is known between two gaps is no line: it is drawn as a dot. */
export function lone(spots: readonly Spot[]): Known[] {
  return stretches(spots).flatMap((stretch) => (stretch.length === 1 ? stretch : []));
}

/** The area between the low and the high ends, stretch by stretch. */
export function band(spots: readonly Spot[], x: To, y: To): string {
  const bounded = spots.map((spot) => ({ ...spot, value: ends(spot) === null ? null : spot.value }));
  return stretches(bounded)
    .filter((stretch) => stretch.length > 1)
    .map((stretch) => {
      const edge = (side: 'low' | 'high') =>
        stretch.map((spot) => `${x(spot.at).toFixed(1)},${y(spot[side] ?? spot.value).toFixed(1)}`);
      return `M${edge('high').join('L')}L${edge('low').reverse().join('L')}Z`;
    })
    .join('');
}

export function ends({ low = null, high = null }: Spot): [number, number] | null {
  return low === null || high === null ? null : [low, high];
}

/** The lowest and the highest of all that is drawn. */
export function extent(threads: readonly Thread[]): [number, number] | null {
  const values = threads.flatMap(({ spots }) =>
    spots.flatMap((spot) => [spot.value, ...(spot.value === null ? [] : (ends(spot) ?? []))]),
  );
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return [known.reduce((least, value) => Math.min(least, value)), known.reduce((most, value) => Math.max(most, value))];
}

/** Round steps for what is drawn; from nothing on where that is not far. */
export function upright([low, high]: [number, number], wanted: number): number[] {
  const from = low >= 0 && low < (high - low) * 2 ? 0 : low;
  return niceTicks(from, high === from ? from + 1 : high, wanted);
}

/** Every moment of which some line knows something. */
export function moments(threads: readonly Thread[]): number[] {
  const all = threads.flatMap(({ spots }) => spots.map(({ at }) => at));
  return [...new Set(all)].sort((one, other) => one - other);
}

export function nearest(all: readonly number[], at: number): number | null {
  return all.reduce<number | null>(
    (best, one) => (best !== null && Math.abs(best - at) <= Math.abs(one - at) ? best : one),
    null,
  );
}

export function spotAt({ spots }: Thread, at: number): Spot | null {
  return spots.find((spot) => spot.at === at) ?? null;
}

/** Where a line carries its mark: at so many known spots, evenly apart. */
export function marked({ spots }: Thread, wanted = 8): Known[] {
  const known = stretches(spots).flat();
  const every = Math.max(1, Math.ceil(known.length / wanted));
  return known.filter((_, index) => index % every === Math.floor(every / 2));
}

const SIZE = 4;

/** A mark as a path around its middle. */
export function shape(mark: Mark, x: number, y: number, size = SIZE): string {
  const [left, right, top, foot] = [x - size, x + size, y - size, y + size].map((edge) => edge.toFixed(1));
  const [across, up] = [x.toFixed(1), y.toFixed(1)];
  return {
    circle: `M${left},${up}a${size},${size} 0 1 0 ${2 * size},0a${size},${size} 0 1 0 ${-2 * size},0Z`,
    square: `M${left},${top}H${right}V${foot}H${left}Z`,
    triangle: `M${across},${top}L${right},${foot}L${left},${foot}Z`,
    diamond: `M${across},${top}L${right},${up}L${across},${foot}L${left},${up}Z`,
    cross: `M${left},${top}L${right},${foot}M${right},${top}L${left},${foot}`,
  }[mark];
}
