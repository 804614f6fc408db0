export const FEELINGS = ['negative', 'neutral', 'positive'] as const;
export type Feeling = (typeof FEELINGS)[number];
export const EMOTIONS = ['joy', 'surprise', 'anger', 'sadness', 'fear', 'disgust', 'calm'] as const;

const COUNTED = ['posts', ...FEELINGS, 'unsure', ...EMOTIONS] as const;
export type Counts = Record<(typeof COUNTED)[number], number>;

export function sum(points: readonly Counts[]): Counts {
  const entries = COUNTED.map((name) => [name, points.reduce((all, point) => all + point[name], 0)] as const);
  return Object.fromEntries(entries) as Counts;
}

export interface Share {
  share: number;
  lower: number;
  upper: number;
}

const SURE = 1.96;

/** A part of a whole, and within which bounds it lies nineteen times out of twenty (Wilson). Null of nothing. */
export function shareOf(part: number, all: number): Share | null {
  if (all === 0) return null;
  const [share, spread] = [part / all, SURE ** 2 / all];
  const middle = (share + spread / 2) / (1 + spread);
  const half = (SURE * Math.sqrt((share * (1 - share)) / all + spread / all / 4)) / (1 + spread);
  return { share, lower: Math.max(0, middle - half), upper: Math.min(1, middle + half) };
}

/** Fewer posts than this tell little of how people feel. */
export const FEW = 30;
