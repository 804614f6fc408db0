import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told, toldWithUndo } from '@/components/toast';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Watch, WatchStart } from '@/lib/schema';

export function useWatches() {
  const api = useApi();
  return useQuery({
    queryKey: keys.watches,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/watches', { signal }))).items,
  });
}

export function useWatching({ quiet = false }: { quiet?: boolean } = {}) {
  const api = useApi();
  const queries = useQueryClient();
  const settle = () => queries.invalidateQueries({ queryKey: keys.watches });

  const watch = useMutation({
    mutationFn: (wanted: WatchStart) =>
      got(api.POST('/api/v1/watches', { body: { priority: 'low', past_robots: false, ...wanted } })),
    onSuccess: (made) => {
      if (!quiet) told(`“${made.target}” is watched from now on.`);
    },
    onError: failed,
    onSettled: settle,
  });

  const unwatch = useMutation({
    mutationFn: (row: Watch) =>
      done(api.DELETE('/api/v1/watches/{watch_id}', { params: { path: { watch_id: row.id } } })),
    onMutate: async (row) => {
      await queries.cancelQueries({ queryKey: keys.watches });
      const before = queries.getQueryData<Watch[]>(keys.watches);
      queries.setQueryData<Watch[]>(keys.watches, (rows) => rows?.filter((one) => one.id !== row.id));
      return { before };
    },
    onSuccess: (_nothing, row) => {
      toldWithUndo(`“${row.target}” is no longer watched.`, () => {
        watch.mutate({ marketplace: row.marketplace, target: row.target });
      });
    },
    onError: (error, _row, context) => {
      queries.setQueryData(keys.watches, context?.before);
      failed(error);
    },
    onSettled: settle,
  });

  return { watch, unwatch };
}
