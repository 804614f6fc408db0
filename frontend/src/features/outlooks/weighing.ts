import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, toldWithUndo } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Weights } from '@/lib/schema';

import { PARTS } from './parts';

export function useWeights() {
  const api = useApi();
  return useQuery({
    queryKey: keys.weights,
    queryFn: ({ signal }) => got(api.GET('/api/v1/trends/weights', { signal })),
  });
}

interface Wish {
  weights: Weights;
  /** What it was before, to be had back; none where this is the way back. */
  before?: Weights;
}

/** Weighed so at once, for everybody in the workspace; the way back stands in the word about it. */
export function useWeigh() {
  const api = useApi();
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ weights }: Wish) => got(api.PUT('/api/v1/trends/weights', { body: weights })),
    onMutate: async ({ weights }) => {
      await queries.cancelQueries({ queryKey: keys.weights });
      const shown = queries.getQueryData<Weights>(keys.weights);
      queries.setQueryData(keys.weights, weights);
      return { shown };
    },
    onSuccess: (_now, { before }) => {
      if (!before) return;
      toldWithUndo('The score is weighed so from now on.', () => {
        mutate({ weights: before });
      });
    },
    onError: (error, _wish, context) => {
      queries.setQueryData(keys.weights, context?.shown);
      failed(error);
    },
    onSettled: async () => {
      await Promise.all(
        [keys.weights, keys.trendLists, keys.eachTrend].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
  return mutate;
}

export function alike(one: Weights, other: Weights): boolean {
  return PARTS.every(({ name }) => Math.abs(one[name] - other[name]) < 1e-6);
}
