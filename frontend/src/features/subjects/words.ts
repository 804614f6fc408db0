import type { Subject } from '@/lib/schema';

/** Two spellings of one subject: as the server takes them to be the same. */
function key(words: string): string {
  return words.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The subject of these words among those that are followed. */
export function subjectOf(words: string, followed: readonly Subject[]): Subject | undefined {
  return followed.find((one) => key(one.words) === key(words));
}

export const LONGEST = 100;

/** Those of the names that could be followed, and are not yet. */
export function worthFollowing(names: readonly string[], followed: readonly Subject[], most: number): string[] {
  return names.filter((name) => name.length <= LONGEST && subjectOf(name, followed) === undefined).slice(0, most);
}
