import { useQuery } from '@tanstack/react-query';

import { useTrendName } from '@/features/trends/names';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Run } from '@/lib/schema';

import { isOpen } from './progress';

const MOST = 200;

/** Names of what a run works on: its trends, and the slogans of its designs. Null for what has none yet. */
export function useSubjectName(run: Run): (id: string) => string | null {
  const api = useApi();
  const trend = useTrendName();
  const drawn = useQuery({
    queryKey: keys.stepList(run.id, { names: MOST }),
    queryFn: async ({ signal }) =>
      (
        await got(
          api.GET('/api/v1/runs/{run_id}/steps', {
            params: { path: { run_id: run.id }, query: { verb: 'generate', status: 'done', limit: MOST } },
            signal,
          }),
        )
      ).items,
    staleTime: isOpen(run) ? 0 : 30_000,
  });
  const slogans = new Map(
    (drawn.data ?? []).flatMap(({ subject_id: id, facts }) =>
      typeof facts.slogan === 'string' ? [[id, `“${facts.slogan}”`] as const] : [],
    ),
  );
  return (id) => slogans.get(id) ?? trend(id);
}

/** What a run is about; null until it is known. */
export function useRunName(id: string | undefined): string | null {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.run(id ?? ''),
    queryFn: ({ signal }) => got(api.GET('/api/v1/runs/{run_id}', { params: { path: { run_id: id ?? '' } }, signal })),
    enabled: id !== undefined,
  });
  return data?.about ?? null;
}
