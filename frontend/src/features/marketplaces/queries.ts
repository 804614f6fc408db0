import { useMutation, useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { told } from '@/components/toast';
import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Health } from '@/lib/schema';

const LOOK_AGAIN_MS = 60_000;

export function marketplacesQuery(api: Api) {
  return {
    queryKey: keys.marketplaces,
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (await got(api.GET('/api/v1/marketplaces', { signal }))).items,
    staleTime: 10 * 60_000,
  };
}

export function useMarketplaces() {
  return useQuery(marketplacesQuery(useApi()));
}

/** What people call a marketplace; its own name until the list is there. */
export function useMarketplaceTitle(): (name: string) => string {
  const { data } = useMarketplaces();
  return (name) => data?.find((one) => one.name === name)?.title ?? name;
}

export function healthQuery(api: Api, name: string) {
  return {
    queryKey: keys.health(name),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      got(api.GET('/api/v1/marketplaces/{name}/health', { params: { path: { name } }, signal })),
  };
}

export function useHealth(name: string) {
  return useQuery({ ...healthQuery(useApi(), name), refetchInterval: LOOK_AGAIN_MS });
}

/** What is known of some sources' health. Only those that are wanted are asked about; the others may be known already. */
export function useHealths(names: readonly string[], wanted: ReadonlySet<string>): UseQueryResult<Health>[] {
  const api = useApi();
  return useQueries({
    queries: names.map((name) => ({
      ...healthQuery(api, name),
      enabled: wanted.has(name),
      staleTime: 10 * LOOK_AGAIN_MS,
    })),
  });
}

export function useBudget(name: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.budget(name),
    queryFn: ({ signal }) => got(api.GET('/api/v1/marketplaces/{name}/budget', { params: { path: { name } }, signal })),
  });
}

export function useChangeBudget(name: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (pages_per_day: number | null) =>
      got(api.PUT('/api/v1/marketplaces/{name}/budget', { params: { path: { name } }, body: { pages_per_day } })),
    onSuccess: (budget) => {
      queries.setQueryData(keys.budget(name), budget);
      void queries.invalidateQueries({ queryKey: keys.audit });
      told('The budget is saved.');
    },
  });
}

/** A page as it was sent, which never changes; what became of it may. */
export function useArchivedPage(name: string, id: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: keys.archivedPage(name, id ?? ''),
    queryFn: ({ signal }) =>
      got(
        api.GET('/api/v1/marketplaces/{name}/pages/{page_id}', {
          params: { path: { name, page_id: id ?? '' } },
          signal,
        }),
      ),
    enabled: id !== null,
  });
}
