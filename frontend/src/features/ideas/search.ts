import { given, type Search, text } from '@/lib/search';

/** Which ideas are listed, and which one is open, as the address has it. */
export interface IdeaSearch {
  query?: string;
  run_id?: string;
  trend_id?: string;
  idea?: string;
}

export function ideaSearch(search: Search): IdeaSearch {
  return given<IdeaSearch>({
    query: text(search, 'query'),
    run_id: id(search, 'run_id'),
    trend_id: id(search, 'trend_id'),
    idea: id(search, 'idea'),
  });
}

/** The search with some of it changed; `undefined` takes a part out. */
export function changed(
  search: IdeaSearch,
  parts: { [K in keyof IdeaSearch]?: IdeaSearch[K] | undefined },
): IdeaSearch {
  return ideaSearch({ ...search, ...parts });
}

function id(search: Search, name: string): string | undefined {
  const written = text(search, name, 36)?.toLowerCase();
  return written !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(written) ? written : undefined;
}
