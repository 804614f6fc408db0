import { given, oneOf, type Search, text } from '@/lib/search';
import type { DesignStatus } from '@/lib/schema';

/** In the order of the tabs: what waits for a person comes first. */
export const DESIGN_STATUSES = [
  'waiting',
  'approved',
  'rejected',
  'planned',
  'expired',
  'failed',
] as const satisfies readonly DesignStatus[];

/** Whose designs: of a run, a trend or an idea. */
export interface ReviewSearch {
  run_id?: string;
  trend_id?: string;
  idea_id?: string;
}

/** Which designs are listed, as the address has it. */
export interface DesignSearch extends ReviewSearch {
  status?: DesignStatus;
}

export function reviewSearch(search: Search): ReviewSearch {
  return given<ReviewSearch>({
    run_id: id(search, 'run_id'),
    trend_id: id(search, 'trend_id'),
    idea_id: id(search, 'idea_id'),
  });
}

export function designSearch(search: Search): DesignSearch {
  return given<DesignSearch>({ status: oneOf(search, 'status', DESIGN_STATUSES), ...reviewSearch(search) });
}

/** The search with some of it changed; `undefined` takes a part out. */
export function changed(
  search: DesignSearch,
  parts: { [K in keyof DesignSearch]?: DesignSearch[K] | undefined },
): DesignSearch {
  return designSearch({ ...search, ...parts });
}

/** Whether it is of a run, a trend or an idea alone: the counts of the whole workspace say nothing of these. */
export function narrowed(search: ReviewSearch): boolean {
  return search.run_id !== undefined || search.trend_id !== undefined || search.idea_id !== undefined;
}

function id(search: Search, name: string): string | undefined {
  const written = text(search, name, 36)?.toLowerCase();
  return written !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(written) ? written : undefined;
}
