import { type InfiniteData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told, toldWithUndo } from '@/components/toast';
import { useTaskInterval } from '@/features/live/context';
import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { ArchivedPage, Paged, Task, TaskStart } from '@/lib/schema';

import type { TaskSearch } from './search';

export function isOpen(task: Task): boolean {
  return task.status === 'queued' || task.status === 'running';
}

export function useTasks(filter: TaskSearch, limit = 25) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<Task>({
    queryKey: keys.taskList({ ...filter, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/tasks', {
          params: { query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: (items) => (items.some(isOpen) ? interval : false),
  });
}

export function useTask(id: string) {
  const api = useApi();
  const interval = useTaskInterval();
  return useQuery({
    queryKey: keys.task(id),
    queryFn: ({ signal }) => got(api.GET('/api/v1/tasks/{task_id}', { params: { path: { task_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? interval : false),
  });
}

/** Puts one row into every list that shows it. An older answer never overwrites a newer one. */
export function placeTask(queries: QueryClient, task: Task): void {
  const newer = (row: Task) => (row.id === task.id && row.updated_at <= task.updated_at ? task : row);
  queries.setQueryData<Task>(keys.task(task.id), (row) => (row ? newer(row) : task));
  queries.setQueriesData<InfiniteData<Paged<Task>>>({ queryKey: keys.taskLists }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(newer) })) } : data,
  );
}

/** A message names tasks: only their rows are fetched, not the lists around them. */
export async function refreshTasks(api: Api, queries: QueryClient, ids: readonly string[]): Promise<void> {
  const shown = queries.getQueryCache().findAll({ queryKey: keys.tasks, type: 'active' }).length > 0;
  if (!shown) {
    if (ids.length > 0) await queries.invalidateQueries({ queryKey: keys.tasks });
    return;
  }
  const rows = await Promise.allSettled(
    ids.map((id) => got(api.GET('/api/v1/tasks/{task_id}', { params: { path: { task_id: id } } }))),
  );
  for (const row of rows) if (row.status === 'fulfilled') placeTask(queries, row.value);
}

export function useStartTask() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: TaskStart) =>
      got(api.POST('/api/v1/tasks', { body: { priority: 'normal', past_robots: false, ...wanted } })),
    onSuccess: (task) => {
      queries.setQueryData(keys.task(task.id), task);
      void queries.invalidateQueries({ queryKey: keys.taskLists });
    },
  });
}

export function usePages(task: Task) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<ArchivedPage>({
    queryKey: keys.taskPages(task.id),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/tasks/{task_id}/pages', {
          params: { path: { task_id: task.id }, query: { limit: 25, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: () => (isOpen(task) ? interval : false),
  });
}

type Act = 'cancel' | 'retry';

export function useTaskAction(act: Act) {
  const api = useApi();
  const queries = useQueryClient();
  const ask = (which: Act, id: string) => {
    const params = { path: { task_id: id } };
    return got(
      which === 'cancel'
        ? api.POST('/api/v1/tasks/{task_id}/cancel', { params })
        : api.POST('/api/v1/tasks/{task_id}/retry', { params }),
    );
  };
  const onError = (error: unknown, id: string) => {
    failed(error);
    void queries.invalidateQueries({ queryKey: keys.task(id) });
    void queries.invalidateQueries({ queryKey: keys.taskLists });
  };
  const goOn = async (id: string) => {
    try {
      placeTask(queries, await ask('retry', id));
    } catch (error) {
      onError(error, id);
    }
  };
  return useMutation({
    mutationFn: (id: string) => ask(act, id),
    onSuccess: (task) => {
      placeTask(queries, task);
      if (act === 'retry') told(`“${task.target}” goes on where it stopped.`);
      // What was cancelled is taken up where it was.
      else toldWithUndo(`“${task.target}” is cancelled. What was read is kept.`, () => void goOn(task.id));
    },
    onError,
  });
}
