import type { Kinship } from '@/lib/schema';

/** A sentence around the other trend's name; without another trend, around what this one was called. */
export interface KinWords {
  before: string;
  other: string | null;
  after: string;
}

export function kinWords({ kind, trend_id, before_id }: Kinship, id: string): KinWords {
  const came = trend_id === id;
  const other = came ? before_id : trend_id;
  if (kind === 'renamed')
    return { before: other === id ? 'Was called' : 'Was called ', other: other === id ? null : other, after: '.' };
  if (kind === 'split') {
    return came ? { before: 'Came out of ', other, after: '.' } : { before: '', other, after: ' came out of it.' };
  }
  return came ? { before: '', other, after: ' went into it.' } : { before: 'Went into ', other, after: '.' };
}
