import { useMutation, useQueryClient } from '@tanstack/react-query';

import { failed } from '@/components/toast';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Match, MatchVerdict } from '@/lib/schema';

import type { MatchSearch } from './search';

export type Pair = Pick<Match, 'first' | 'second'>;

export function pairId({ first, second }: Pair): string {
  return `${first.id}/${second.id}`;
}

const at = ({ first, second }: Pair) => ({ path: { first_id: first.id, second_id: second.id } });

export function usePairs({ verdict, of }: MatchSearch, limit: number) {
  const api = useApi();
  const wanted = { verdict: verdict ?? ('maybe' as const), ours: of !== 'everybody', limit };
  return usePaged<Match>({
    queryKey: keys.matchList(wanted),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/matches', {
          params: { query: { ...wanted, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
}

/** A person's word on two offers: it stands above the matcher's, in this workspace. */
export function useDecidePair() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ pair, verdict }: { pair: Pair; verdict: MatchVerdict }) =>
      got(api.PUT('/api/v1/matches/{first_id}/{second_id}', { params: at(pair), body: { verdict } })),
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.matches }),
  });
}

export function useUndecidePair() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (pair: Pair) => done(api.DELETE('/api/v1/matches/{first_id}/{second_id}', { params: at(pair) })),
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.matches }),
  });
}
