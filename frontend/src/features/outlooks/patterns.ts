import type { Pattern, PatternKind } from '@/lib/schema';

/** What each kind answers, in the order of asking. */
export const QUESTIONS: Record<PatternKind, string> = {
  recipient: 'For whom',
  occasion: 'On which occasion',
  tone: 'In which tone',
  colour: 'In which colours',
  motif: 'With which motifs',
  price: 'At which price',
};

const TIERS: Record<string, string> = { budget: 'Budget', mid: 'Middle', premium: 'Premium' };

/** A price tier by its name; what offers say is told as they say it. */
export function named({ kind, value }: Pick<Pattern, 'kind' | 'value'>): string {
  return kind === 'price' ? (TIERS[value] ?? value) : value;
}

export interface Answer {
  kind: PatternKind;
  question: string;
  all: Pattern[];
}

/** Kind by kind; one that nobody says anything of is left out. */
export function answers(patterns: readonly Pattern[]): Answer[] {
  return (Object.keys(QUESTIONS) as PatternKind[])
    .map((kind) => ({ kind, question: QUESTIONS[kind], all: patterns.filter((one) => one.kind === kind) }))
    .filter(({ all }) => all.length > 0);
}
