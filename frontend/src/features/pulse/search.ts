import { postSearch, type PostSearch } from '@/features/posts/search';
import { given, oneOf, type Search, text, uuid } from '@/lib/search';

import { type Per, PERS, type RangeName, RANGES, USUAL_RANGE } from './period';

/** Of what the pulse is told, where and when, and which posts below it; as the address has it. */
export interface PulseSearch extends PostSearch {
  subject?: string;
  network?: string;
  range?: RangeName;
  per?: Per;
}

export function pulseSearch(search: Search): PulseSearch {
  const range = oneOf(
    search,
    'range',
    RANGES.map(({ value }) => value),
  );
  return {
    ...given<PulseSearch>({
      subject: uuid(search, 'subject'),
      network: text(search, 'network', 40),
      range: range === USUAL_RANGE ? undefined : range,
      per: oneOf(search, 'per', PERS),
    }),
    ...postSearch(search),
  };
}

/** The search with some of it changed; `undefined` takes a part out. */
export function changed(
  search: PulseSearch,
  parts: { [K in keyof PulseSearch]?: PulseSearch[K] | undefined },
): PulseSearch {
  return pulseSearch({ ...search, ...parts });
}
