import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';

import { failed, told, toldWithUndo } from '@/components/toast';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Paged, Recording, Segment } from '@/lib/schema';

/** What came back stands where it is shown, until the lists are fetched again. */
function place(queries: QueryClient, row: Recording): void {
  queries.setQueryData(keys.recording(row.id), row);
  void queries.invalidateQueries({ queryKey: keys.recordings });
}

export function useCancelRecording() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Recording) =>
      got(api.POST('/api/v1/recordings/{recording_id}/cancel', { params: { path: { recording_id: id } } })),
    onSuccess: (row) => {
      place(queries, row);
      told(`“${row.name}” is cancelled.`);
    },
    onError: failed,
  });
}

export function useRetryRecording() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, transcriber }: { id: string; transcriber: string | null }) =>
      got(
        api.POST('/api/v1/recordings/{recording_id}/retry', {
          params: { path: { recording_id: id } },
          body: { transcriber },
        }),
      ),
    onSuccess: (row) => {
      place(queries, row);
      told(`“${row.name}” is taken up again.`);
    },
    onError: failed,
  });
}

export function useDeleteRecording() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Recording) =>
      done(api.DELETE('/api/v1/recordings/{recording_id}', { params: { path: { recording_id: id } } })),
    onSuccess: (_nothing, row) => {
      told(`“${row.name}” is deleted.`);
      void queries.invalidateQueries({ queryKey: keys.said });
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.recordingLists }),
  });
}

interface Edit {
  segment: Segment;
  /** What was really said; null takes the correction back. */
  text: string | null;
}

/** Puts words right: shown at once, and taken back with one click. */
export function useEditSegment(recordingId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const key = keys.segments(recordingId);
  const put = (next: Segment) => {
    queries.setQueryData<InfiniteData<Paged<Segment>>>(key, (data) =>
      data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(swap(next)) })) } : data,
    );
  };
  const edit = useMutation({
    mutationFn: ({ segment, text }: Edit) =>
      got(
        api.PUT('/api/v1/recordings/{recording_id}/segments/{number}', {
          params: { path: { recording_id: recordingId, number: segment.number } },
          body: { text },
        }),
      ),
    onMutate: async ({ segment, text }) => {
      await queries.cancelQueries({ queryKey: key });
      put(edited(segment, text));
    },
    onSuccess: (row, { segment, text }) => {
      put(row);
      toldWithUndo(text === null ? 'It says what was heard again.' : 'The words are put right.', () => {
        edit.mutate({ segment: row, text: segment.heard === null ? null : segment.text });
      });
    },
    onError: (error, { segment }) => {
      put(segment);
      failed(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.said }),
  });
  return edit;
}

function swap(next: Segment): (one: Segment) => Segment {
  return (one) => (one.number === next.number ? next : one);
}

/** As the API will answer. */
export function edited(segment: Segment, text: string | null): Segment {
  const heard = segment.heard ?? segment.text;
  return text === null
    ? { ...segment, text: heard, heard: null, edited_by: null, edited_at: null, mood: null }
    : { ...segment, text: text.trim(), heard, mood: null };
}
