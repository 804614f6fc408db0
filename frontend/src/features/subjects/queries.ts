import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told, toldWithUndo } from '@/components/toast';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Subject } from '@/lib/schema';

import { networksOf } from './networks';
import { worthFollowing } from './words';

export function useSubjects() {
  const api = useApi();
  return useQuery({
    queryKey: keys.subjects,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/subjects', { signal }))).items,
  });
}

/** What a network is called; its own name until that is known. */
export function useNetworkTitle(): (network: string) => string {
  const { data = [] } = useSubjects();
  const titles = new Map(networksOf(data).map(({ name, title }) => [name, title] as const));
  return (network) => titles.get(network) ?? network;
}

export function useFollow() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (words: string) => got(api.POST('/api/v1/subjects', { body: { words } })),
    onSuccess: (made) => {
      queries.setQueryData<Subject[]>(
        keys.subjects,
        (rows) =>
          rows &&
          [...rows.filter(({ id }) => id !== made.id), made].sort((one, other) => one.words.localeCompare(other.words)),
      );
      told(`Wareloom listens for “${made.words}” from now on.`);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.social }),
  });
}

/** Gone at once, and back if the server says no, or its reader thinks again. */
export function useUnfollow() {
  const api = useApi();
  const queries = useQueryClient();
  const follow = useFollow();
  return useMutation({
    mutationFn: (row: Subject) =>
      done(api.DELETE('/api/v1/subjects/{subject_id}', { params: { path: { subject_id: row.id } } })),
    onMutate: async (row) => {
      await queries.cancelQueries({ queryKey: keys.subjects });
      const before = queries.getQueryData<Subject[]>(keys.subjects);
      queries.setQueryData<Subject[]>(keys.subjects, (rows) => rows?.filter(({ id }) => id !== row.id));
      return { before };
    },
    onSuccess: (_nothing, row) => {
      toldWithUndo(`“${row.words}” is no longer listened for. What was heard is kept.`, () => {
        follow.mutate(row.words, { onError: failed });
      });
    },
    onError: (error, _row, context) => {
      queries.setQueryData(keys.subjects, context?.before);
      failed(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.social }),
  });
}

const OFFERED = 6;
const LOOKED_AT = 30;

/** Names of the best trends that are not followed yet. */
export function useSuggestions(): string[] {
  const api = useApi();
  const { data: followed } = useSubjects();
  const { data: names = [] } = useQuery({
    queryKey: keys.trendList({ suggested: LOOKED_AT }),
    queryFn: async ({ signal }) => {
      const query = { sort: '-score', limit: LOOKED_AT } as const;
      const found = await got(api.GET('/api/v1/trends', { params: { query }, signal }));
      return found.items.map(({ name }) => name);
    },
    staleTime: 5 * 60_000,
  });
  return followed === undefined ? [] : worthFollowing(names, followed, OFFERED);
}
