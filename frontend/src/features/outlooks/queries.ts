import { useQuery } from '@tanstack/react-query';

import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import { asProblem } from '@/lib/problem';
import type { LeadTimes, Pattern, Saying, Signal } from '@/lib/schema';

const of = (id: string) => ({ path: { trend_id: id } });

/** A trend that was not judged yet has none, and asking again does not change that. */
export function useOutlook(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.outlook(id),
    queryFn: ({ signal }) => got(api.GET('/api/v1/trends/{trend_id}/outlook', { params: of(id), signal })),
  });
}

export function notJudged(error: unknown): boolean {
  return asProblem(error).status === 404;
}

export async function signalsOf(api: Api, id: string, signal: AbortSignal): Promise<Signal[]> {
  return (await got(api.GET('/api/v1/trends/{trend_id}/signals', { params: of(id), signal }))).items;
}

export function useSignals(id: string) {
  const api = useApi();
  return useQuery({ queryKey: keys.signals(id), queryFn: ({ signal }) => signalsOf(api, id, signal) });
}

/** What was said of it, day by day; nothing as long as nobody follows its name. */
export function useTalk(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.talk(id),
    queryFn: async ({ signal }) =>
      (await got(api.GET('/api/v1/trends/{trend_id}/talk', { params: of(id), signal }))).items,
  });
}

export function useKinships(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.kinships(id),
    queryFn: async ({ signal }) =>
      (await got(api.GET('/api/v1/trends/{trend_id}/kinships', { params: of(id), signal }))).items,
  });
}

/** What trends can be chosen by. */
export function usePatternChoices() {
  const api = useApi();
  return useQuery({
    queryKey: keys.patternChoices,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/trends/patterns', { signal }))).items,
  });
}

/** The offers of a trend that say so. */
export function useSayings(id: string, { kind, value }: Pick<Pattern, 'kind' | 'value'>, limit = 20) {
  const api = useApi();
  return usePaged<Saying>({
    queryKey: keys.sayings(id, kind, value),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/trends/{trend_id}/patterns/offers', {
          params: { ...of(id), query: { kind, value, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
}

export function useCalendar(times: LeadTimes) {
  const api = useApi();
  return useQuery({
    queryKey: keys.calendar(times),
    queryFn: async ({ signal }) =>
      (await got(api.GET('/api/v1/trends/calendar', { params: { query: times }, signal }))).items,
    placeholderData: (before) => before,
  });
}
