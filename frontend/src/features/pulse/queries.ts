import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';

import { useQuietInterval } from '@/features/live/context';
import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Moods, PulsePoint } from '@/lib/schema';
import { given } from '@/lib/search';

import { type Counts, EMOTIONS, FEELINGS } from './counts';
import { type Per, perOf, type RangeName, sinceOf, USUAL_RANGE } from './period';
import type { PulseSearch } from './search';

interface Where {
  range: RangeName;
  network?: string;
}

function where({ range = USUAL_RANGE, network }: PulseSearch): Where {
  return given<Where>({ range, network });
}

function asked({ range, network }: Where) {
  return given<{ since: string; network?: string }>({
    since: new Date(sinceOf(range, Date.now())).toISOString(),
    network,
  });
}

/** Of every subject that is followed, and of which something was said. */
export function usePulses(search: PulseSearch) {
  const api = useApi();
  const filter = where(search);
  return useQuery({
    queryKey: keys.pulseList(filter),
    queryFn: async ({ signal }) =>
      (await got(api.GET('/api/v1/pulse', { params: { query: asked(filter) }, signal }))).items,
    placeholderData: keepPreviousData,
    refetchInterval: useQuietInterval(),
  });
}

/** Each subject, or each network, with its course: the loudest first. */
export function usePulseParts(by: 'subject' | 'network', search: PulseSearch) {
  const api = useApi();
  const filter = { ...where(search), ...given<{ subject_id?: string }>({ subject_id: search.subject }) };
  const per = perOf(filter.range, undefined);
  return useQuery({
    queryKey: keys.pulseParts({ ...filter, by }),
    queryFn: async ({ signal }) => {
      const query = {
        ...asked(filter),
        ...given<{ subject_id?: string }>({ subject_id: search.subject }),
        by,
        per,
      } as const;
      return (await got(api.GET('/api/v1/pulse/parts', { params: { query }, signal }))).items;
    },
    placeholderData: keepPreviousData,
    refetchInterval: useQuietInterval(),
  });
}

/** Of more than so many subjects no lines are drawn together. */
export const MOST_DRAWN = 12;

/** Hour by hour, or day by day, of these subjects together. */
export function usePoints(ids: readonly string[], search: PulseSearch) {
  const api = useApi();
  const filter = where(search);
  const per = perOf(filter.range, search.per);
  const refetchInterval = useQuietInterval();
  return useQueries({
    queries: ids.slice(0, MOST_DRAWN).map((id) => ({
      queryKey: keys.pulse(id, { ...filter, per }),
      queryFn: ({ signal }: { signal: AbortSignal }) => pointsOf(api, id, filter, per, signal),
      refetchInterval,
    })),
    combine: (answers) => ({
      points: answers.flatMap(({ data = [] }) => data),
      isPending: answers.some(({ isPending }) => isPending),
      error: answers.find(({ error, data }) => error !== null && data === undefined)?.error ?? null,
      refetch: () => Promise.all(answers.map(({ refetch }) => refetch())),
    }),
  });
}

async function pointsOf(api: Api, id: string, filter: Where, per: Per, signal: AbortSignal): Promise<PulsePoint[]> {
  const params = { path: { subject_id: id }, query: { ...asked(filter), per } };
  return (await got(api.GET('/api/v1/pulse/{subject_id}', { params, signal }))).points;
}

/** What was counted, without its shares: those of several subjects are worked out anew. */
export function countsOf({ posts, unsure, sentiments, emotions }: Moods): Counts {
  const of = (told: Moods['sentiments'], names: readonly string[]) =>
    names.map((name) => [name, told[name]?.posts ?? 0] as const);
  return Object.fromEntries([
    ['posts', posts],
    ['unsure', unsure],
    ...of(sentiments, FEELINGS),
    ...of(emotions, EMOTIONS),
  ]) as Counts;
}
