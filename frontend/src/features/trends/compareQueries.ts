import { useQueries } from '@tanstack/react-query';

import { signalsOf } from '@/features/outlooks/queries';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { asProblem } from '@/lib/problem';
import type { Outlook, Signal, TrendDetail } from '@/lib/schema';

export interface ComparedTrend {
  /** Its place among those that were asked for: it looks so, also while others are still on their way. */
  place: number;
  trend: TrendDetail;
  /** Null before it was judged. */
  outlook: Outlook | null;
  signals: Signal[];
}

const of = (id: string) => ({ path: { trend_id: id } });

/** Each of the trends with what is compared of it. One that is not there any more is told apart from one that failed. */
export function useCompared(ids: readonly string[]) {
  const api = useApi();
  const queries = useQueries({
    queries: ids.map((id) => ({
      queryKey: [...keys.trend(id), 'compared'],
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Omit<ComparedTrend, 'place'>> => {
        const [trend, outlook, signals] = await Promise.all([
          got(api.GET('/api/v1/trends/{trend_id}', { params: of(id), signal })),
          judged(got(api.GET('/api/v1/trends/{trend_id}/outlook', { params: of(id), signal }))),
          signalsOf(api, id, signal),
        ]);
        return { trend, outlook, signals };
      },
    })),
  });
  const failed = queries.find(({ error, data }) => error !== null && !data && !isGone(error));
  return {
    pending: queries.some(({ isPending }) => isPending),
    known: queries.flatMap(({ data }, place) => (data ? [{ ...data, place }] : [])),
    gone: ids.filter((_, index) => isGone(queries[index]?.error ?? null)),
    failed: failed?.error ?? null,
    retry: () => {
      for (const query of queries) if (query.isError) void query.refetch();
    },
  };
}

/** A trend that was not judged yet can be compared by all else that is known of it. */
async function judged(asked: Promise<Outlook>): Promise<Outlook | null> {
  try {
    return await asked;
  } catch (error) {
    if (asProblem(error).status === 404) return null;
    throw error;
  }
}

function isGone(error: unknown): boolean {
  return error !== null && asProblem(error).status === 404;
}
