import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told, toldWithUndo } from '@/components/toast';
import { done, got } from '@/lib/api';
import { useApi, useRights } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Watch, WatchStart, WatchWish } from '@/lib/schema';

import { wishesAgain } from './wish';

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
  const { own } = useRights();
  const settle = () => queries.invalidateQueries({ queryKey: keys.watches });

  const watch = useMutation({
    mutationFn: (wanted: WatchStart) =>
      got(api.POST('/api/v1/watches', { body: { priority: 'low', past_robots: false, ...wanted } })),
    onSuccess: (made) => {
      if (!quiet) told(`“${made.target}” is watched from now on.`);
    },
    onError: quiet ? () => undefined : failed,
    onSettled: settle,
  });

  const change = useMutation({
    mutationFn: ({ row, wish }: { row: Watch; wish: WatchWish }) =>
      got(
        api.PUT('/api/v1/watches/{watch_id}', {
          params: { path: { watch_id: row.id } },
          body: { priority: 'low', past_robots: false, ...wish },
        }),
      ),
    onSuccess: (row) => {
      place(queries, row);
      told(`“${row.target}” is watched as you chose.`);
    },
    onSettled: settle,
  });

  const rest = useRest();
  const restore = async (row: Watch) => {
    const made = await watch.mutateAsync(wishesAgain(row)).catch(() => null);
    if (made !== null && row.paused_at !== null) rest.mutate({ row: made, pause: true });
  };

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
      // What goes past robots.txt only an owner can wish again.
      if (row.past_robots && !own) told(`“${row.target}” is no longer watched.`);
      else toldWithUndo(`“${row.target}” is no longer watched.`, () => void restore(row));
    },
    onError: (error, _row, context) => {
      queries.setQueryData(keys.watches, context?.before);
      failed(error);
    },
    onSettled: settle,
  });

  return { watch, change, unwatch };
}

/** Pause a watch, or have it go on. Shown at once, taken back if the server says no. */
export function useRest() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ row, pause }: { row: Watch; pause: boolean }) => {
      const params = { path: { watch_id: row.id } };
      return got(
        pause
          ? api.POST('/api/v1/watches/{watch_id}/pause', { params })
          : api.POST('/api/v1/watches/{watch_id}/resume', { params }),
      );
    },
    onMutate: async ({ row, pause }) => {
      await queries.cancelQueries({ queryKey: keys.watches });
      const before = queries.getQueryData<Watch[]>(keys.watches);
      place(queries, { ...row, paused_at: pause ? new Date().toISOString() : null });
      return { before };
    },
    onSuccess: (row) => {
      place(queries, row);
    },
    onError: (error, _wanted, context) => {
      queries.setQueryData(keys.watches, context?.before);
      failed(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.watches }),
  });
}

function place(queries: QueryClient, row: Watch): void {
  queries.setQueryData<Watch[]>(keys.watches, (rows) => rows?.map((one) => (one.id === row.id ? row : one)));
}
