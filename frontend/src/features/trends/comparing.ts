import { given, type Search, text } from '@/lib/search';

/** So many lines can still be told apart. */
export const MOST = 5;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST = 2_000;

/** Which trends are compared, as the address has it: their ids with commas between. */
export interface CompareSearch {
  ids?: string;
}

export function compareSearch(search: Search): CompareSearch {
  return given<CompareSearch>({ ids: text(search, 'ids', LONGEST) });
}

export interface Compared {
  ids: string[];
  /** What is no id at all. */
  strange: string[];
  /** How many more than can be compared the address names. */
  over: number;
}

export function compared({ ids }: CompareSearch): Compared {
  const named = [...new Set((ids ?? '').toLowerCase().split(/[\s,]+/))].filter((one) => one !== '');
  const known = named.filter((one) => ID.test(one));
  return {
    ids: known.slice(0, MOST),
    strange: named.filter((one) => !ID.test(one)),
    over: Math.max(0, known.length - MOST),
  };
}

/** The address of a comparison; without any, it says nothing. */
export function comparing(ids: readonly string[]): CompareSearch {
  return ids.length === 0 ? {} : { ids: ids.join(',') };
}
