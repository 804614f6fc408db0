import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { useTaskInterval } from '@/features/live/context';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { PlanWanted, Run, Step } from '@/lib/schema';

import { isOpen } from './progress';
import type { RunSearch, StepSearch } from './search';

export function useRuns(filter: RunSearch, limit = 25) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<Run>({
    queryKey: keys.runList({ ...filter, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/runs', {
          params: { query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: (items) => (items.some(isOpen) ? interval : false),
  });
}

export function useRun(id: string) {
  const api = useApi();
  const interval = useTaskInterval();
  return useQuery({
    queryKey: keys.run(id),
    queryFn: ({ signal }) => got(api.GET('/api/v1/runs/{run_id}', { params: { path: { run_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? interval : false),
  });
}

export function useSteps(run: Run, filter: StepSearch, limit = 50) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<Step>({
    queryKey: keys.stepList(run.id, { ...filter, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/runs/{run_id}/steps', {
          params: {
            path: { run_id: run.id },
            query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) },
          },
          signal,
        }),
      ),
    refetchInterval: () => (isOpen(run) ? interval : false),
  });
}

export function useStartRun() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (trends: number) => got(api.POST('/api/v1/runs', { body: { trends } })),
    onSuccess: (run) => {
      placeRun(queries, run);
    },
  });
}

export function useRunAction(act: 'stop' | 'resume') {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => {
      const params = { path: { run_id: id } };
      return got(
        act === 'stop'
          ? api.POST('/api/v1/runs/{run_id}/stop', { params })
          : api.POST('/api/v1/runs/{run_id}/resume', { params }),
      );
    },
    onSuccess: (run) => {
      placeRun(queries, run);
      void queries.invalidateQueries({ queryKey: keys.stepsOf(run.id) });
      told(act === 'stop' ? 'The run is stopped. What it made is kept.' : 'The run goes on from where it was.');
    },
    onError: (error, id) => {
      failed(error);
      void queries.invalidateQueries({ queryKey: keys.run(id) });
    },
  });
}

function placeRun(queries: QueryClient, run: Run): void {
  queries.setQueryData(keys.run(run.id), run);
  void queries.invalidateQueries({ queryKey: keys.runLists });
}

export function usePlan() {
  const api = useApi();
  return useQuery({ queryKey: keys.plan, queryFn: ({ signal }) => got(api.GET('/api/v1/plan', { signal })) });
}

export function useChangePlan() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PlanWanted) => got(api.PUT('/api/v1/plan', { body })),
    onSuccess: (plan) => {
      queries.setQueryData(keys.plan, plan);
    },
  });
}
