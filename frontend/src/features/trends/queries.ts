import { useQuery } from '@tanstack/react-query';

import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Evidence, Paged, Trend } from '@/lib/schema';

import { trendQuery, type TrendSearch } from './search';

export function trendPage(
  api: Api,
  search: TrendSearch,
  limit: number,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Paged<Trend>> {
  return got(
    api.GET('/api/v1/trends', {
      params: { query: { ...trendQuery(search), limit, ...(cursor === undefined ? {} : { cursor }) } },
      signal,
    }),
  );
}

export function useTrends(search: TrendSearch, limit = 50) {
  const api = useApi();
  return usePaged<Trend>({
    queryKey: keys.trendList({ ...search, limit }),
    page: (cursor, signal) => trendPage(api, search, limit, cursor, signal),
  });
}

export function useTrendTotals() {
  const api = useApi();
  return useQuery({
    queryKey: keys.trendTotals,
    queryFn: ({ signal }) => got(api.GET('/api/v1/trends/totals', { signal })),
  });
}

export function useTrend(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.trend(id),
    queryFn: ({ signal }) => got(api.GET('/api/v1/trends/{trend_id}', { params: { path: { trend_id: id } }, signal })),
  });
}

export function useTrendPoints(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.trendPoints(id),
    queryFn: async ({ signal }) =>
      (await got(api.GET('/api/v1/trends/{trend_id}/points', { params: { path: { trend_id: id } }, signal }))).items,
  });
}

export function useEvidence(id: string, limit = 20) {
  const api = useApi();
  return usePaged<Evidence>({
    queryKey: keys.evidence(id),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/trends/{trend_id}/evidence', {
          params: { path: { trend_id: id }, query: { limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
}
