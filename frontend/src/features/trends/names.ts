import { useQuery } from '@tanstack/react-query';

import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';

import { trendPage } from './queries';

const MOST = 200;

/** What trends are called, of the best ones: those that ideas and runs are about. Null for any other. */
export function useTrendName(): (id: string) => string | null {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.trendList({ names: MOST }),
    queryFn: async ({ signal }) => (await trendPage(api, { sort: '-overall' }, MOST, undefined, signal)).items,
    staleTime: 30_000,
  });
  const names = new Map((data ?? []).map(({ id, name }) => [id, name] as const));
  return (id) => names.get(id) ?? null;
}
