import { type InfiniteData, type QueryClient, useQuery } from '@tanstack/react-query';

import { useTaskInterval } from '@/features/live/context';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Design, DesignDetail, Paged } from '@/lib/schema';

import type { DesignSearch } from './search';

/** A person may still say yes or no. What expired was closed politely: it can be decided on as well. */
export function isOpen(design: Pick<Design, 'status'>): boolean {
  return design.status === 'waiting' || design.status === 'expired';
}

export function useDesigns(filter: DesignSearch, limit = 48) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<Design>({
    queryKey: keys.designList({ ...filter, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/designs', {
          params: { query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: (items) => (items.some(({ status }) => status === 'planned') ? interval : false),
  });
}

export function useDesign(id: string | undefined) {
  const api = useApi();
  const interval = useTaskInterval();
  return useQuery({
    queryKey: keys.design(id ?? ''),
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/designs/{design_id}', { params: { path: { design_id: id ?? '' } }, signal })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.status === 'planned' ? interval : false),
  });
}

/** How many designs of the workspace stand how. */
export function useDesignCounts() {
  const api = useApi();
  return useQuery({
    queryKey: keys.designCounts,
    queryFn: ({ signal }) => got(api.GET('/api/v1/designs/counts', { signal })),
  });
}

/** Who can draw, and what may be chosen; it changes only with the app itself. */
export function useStudios() {
  const api = useApi();
  return useQuery({
    queryKey: keys.studios,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/studios', { signal }))).items,
    staleTime: Infinity,
  });
}

/** Puts an answer into the page of the design and every list that shows it. An older one never overwrites a newer. */
export function placeDesign(queries: QueryClient, design: DesignDetail): void {
  const newer = <T extends Design>(row: T): T =>
    row.id === design.id && row.updated_at <= design.updated_at ? { ...row, ...design } : row;
  queries.setQueryData<DesignDetail>(keys.design(design.id), (row) => (row ? newer(row) : design));
  queries.setQueriesData<InfiniteData<Paged<Design>>>({ queryKey: keys.designLists }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(newer) })) } : data,
  );
}
