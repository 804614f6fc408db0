import type { Mention } from '@/lib/schema';

/** A trend, and the words by which a segment speaks of it. */
export interface SpokenOf {
  trendId: string;
  name: string;
  said: string[];
}

export type BySegment = ReadonlyMap<number, SpokenOf[]>;

export function bySegment(mentions: readonly Mention[]): BySegment {
  const found = new Map<number, SpokenOf[]>();
  for (const { trend_id: trendId, name, moments } of mentions) {
    for (const { number, said } of moments) found.set(number, [...(found.get(number) ?? []), { trendId, name, said }]);
  }
  return found;
}

export interface Stretch {
  text: string;
  of: SpokenOf | null;
}

/** The text cut where it speaks of trends. Words are whole: “cat” is none in “category”. */
export function stretchesOf(text: string, spoken: readonly SpokenOf[]): Stretch[] {
  const whose = new Map(spoken.flatMap((of) => of.said.map((words) => [words, of] as const)));
  if (whose.size === 0) return [{ text, of: null }];
  const longest = [...whose.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const any = new RegExp(`(?<![\\p{L}\\p{N}])(${longest.join('|')})(?![\\p{L}\\p{N}])`, 'u');
  return text
    .split(any)
    .map((part, index): Stretch => ({ text: part, of: index % 2 === 1 ? (whose.get(part) ?? null) : null }))
    .filter((part) => part.text !== '');
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
