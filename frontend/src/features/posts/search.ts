import type { PostQuery, Sentiment } from '@/lib/schema';
import { given, oneOf, type Search, text } from '@/lib/search';

import { type Emotion, EMOTIONS, SENTIMENTS } from './moods';

/** Which posts are listed and how, as the address has it; the newest first is the usual order. */
export interface PostSearch {
  order?: 'top';
  text?: string;
  sentiment?: Sentiment;
  emotion?: Emotion;
  language?: string;
}

export function postSearch(search: Search): PostSearch {
  return given<PostSearch>({
    order: oneOf(search, 'order', ['top']),
    text: text(search, 'text', 100),
    sentiment: oneOf(search, 'sentiment', SENTIMENTS),
    emotion: oneOf(search, 'emotion', EMOTIONS),
    language: text(search, 'language', 3),
  });
}

/** How many of them narrow the list. */
export function narrowings({ order: _order, ...filters }: PostSearch): number {
  return Object.keys(filters).length;
}

/** Of whom and where; `since` is worked out when it is asked. */
export interface PostScope {
  subject?: string;
  network?: string;
  range: string;
  since: () => string | undefined;
}

export function postQuery({ subject, network, since }: PostScope, search: PostSearch): PostQuery {
  return given<PostQuery>({ ...search, order: search.order ?? 'newest', subject_id: subject, network, since: since() });
}
