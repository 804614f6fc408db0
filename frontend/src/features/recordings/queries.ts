import { useQuery } from '@tanstack/react-query';

import { useTaskInterval } from '@/features/live/context';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Recording, SaidSegment, Segment } from '@/lib/schema';

import type { RecordingSearch } from './search';

/** Its file is there, or being brought, and it has not ended. */
export function isAtWork({ status }: Pick<Recording, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

export function useRecordings({ status }: RecordingSearch, limit = 25) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<Recording>({
    queryKey: keys.recordingList({ status, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/recordings', {
          params: { query: { limit, ...(status ? { status } : {}), ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: (items) => (items.some(isAtWork) ? interval : false),
  });
}

export function useRecording(id: string) {
  const api = useApi();
  const interval = useTaskInterval();
  return useQuery({
    queryKey: keys.recording(id),
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/recordings/{recording_id}', { params: { path: { recording_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? interval : false),
  });
}

export function useTranscribers() {
  const api = useApi();
  return useQuery({
    queryKey: keys.transcribers,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/recordings/transcribers', { signal }))).items,
    staleTime: Infinity,
  });
}

/** What a transcriber is called, in lists and facts. */
export function useTranscriberTitle(): (name: string) => string {
  const { data } = useTranscribers();
  return (name) => data?.find((one) => one.name === name)?.title ?? name;
}

export function useSegments(id: string) {
  const api = useApi();
  return usePaged<Segment>({
    queryKey: keys.segments(id),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/recordings/{recording_id}/segments', {
          params: { path: { recording_id: id }, query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
}

/** The trends that it speaks of, and when. */
export function useMentions(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.mentions(id),
    queryFn: async ({ signal }) =>
      (
        await got(
          api.GET('/api/v1/recordings/{recording_id}/mentions', { params: { path: { recording_id: id } }, signal }),
        )
      ).items,
  });
}

/** Where words are said, in every recording. */
export function useSaid(words: string, limit = 25) {
  const api = useApi();
  return usePaged<SaidSegment>({
    queryKey: keys.saidList({ words, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/recordings/said', {
          params: { query: { words, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    enabled: words !== '',
  });
}
