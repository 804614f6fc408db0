import { useQuery } from '@tanstack/react-query';

import { useTaskInterval } from '@/features/live/context';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { BadRow, Import, ImportWishes, UploadStatus } from '@/lib/schema';

import type { UploadSearch } from './search';

/** Somebody is at it, or it waits for its turn. */
export function isAtWork({ status }: { status: UploadStatus }): boolean {
  return status === 'queued' || status === 'running' || status === 'undoing';
}

export function useImportKinds() {
  const api = useApi();
  return useQuery({
    queryKey: keys.importKinds,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/imports/kinds', { signal }))).items,
    staleTime: Infinity,
  });
}

export function useImports(search: UploadSearch, limit = 25) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<Import>({
    queryKey: keys.importList({ ...search, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/imports', {
          params: { query: { ...search, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: (items) => (items.some(isAtWork) ? interval : false),
  });
}

export function useImport(id: string) {
  const api = useApi();
  const interval = useTaskInterval();
  return useQuery({
    queryKey: keys.oneImport(id),
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/imports/{import_id}', { params: { path: { import_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? interval : false),
  });
}

/** The first rows as they would be read with these wishes. Nothing is kept, so it may be asked as often as one likes. */
export function usePreview(id: string, wishes: ImportWishes) {
  const api = useApi();
  return useQuery({
    queryKey: keys.importPreview(id, wishes),
    queryFn: ({ signal }) =>
      got(
        api.POST('/api/v1/imports/{import_id}/preview', {
          params: { path: { import_id: id } },
          body: wishes,
          signal,
        }),
      ),
    placeholderData: (before) => before,
    staleTime: Infinity,
    retry: false,
  });
}

export function useBadRows(id: string) {
  const api = useApi();
  return usePaged<BadRow>({
    queryKey: keys.badRows(id),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/imports/{import_id}/bad-rows', {
          params: { path: { import_id: id }, query: { limit: 50, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
}
