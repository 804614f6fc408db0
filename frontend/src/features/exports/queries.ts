import { type InfiniteData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { useTaskInterval } from '@/features/live/context';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Export, ExportDetail, ExportStart, Paged } from '@/lib/schema';

import type { ExportSearch } from './search';

export function isOpen({ status }: Pick<Export, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

export function useExports(search: ExportSearch, limit = 25) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<Export>({
    queryKey: keys.exportList({ ...search, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/exports', {
          params: { query: { ...search, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: (items) => (items.some(isOpen) ? interval : false),
  });
}

/** One export with its files. Their addresses can be read for an hour only, so they are asked for when wanted. */
export function useExport(id: string | null) {
  const api = useApi();
  const interval = useTaskInterval();
  return useQuery({
    queryKey: keys.export(id ?? ''),
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/exports/{export_id}', { params: { path: { export_id: id ?? '' } }, signal })),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? interval : false),
  });
}

export function useExportColumns(enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: keys.exportColumns,
    queryFn: ({ signal }) => got(api.GET('/api/v1/exports/columns', { signal })),
    staleTime: Infinity,
    enabled,
  });
}

export function useStartExport() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: ExportStart) => got(api.POST('/api/v1/exports', { body: wanted })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.exportLists });
    },
  });
}

/** The files of an export, with addresses that are fresh. */
export function useFetchFiles() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => got(api.GET('/api/v1/exports/{export_id}', { params: { path: { export_id: id } } })),
    onSuccess: (detail) => {
      queries.setQueryData<ExportDetail>(keys.export(detail.id), detail);
    },
    onError: failed,
  });
}

/** Puts a row into every list that shows it. An older answer never overwrites a newer one. */
function place(queries: QueryClient, row: Export): void {
  const newer = (one: Export) => (one.id === row.id && one.updated_at <= row.updated_at ? row : one);
  queries.setQueriesData<InfiniteData<Paged<Export>>>({ queryKey: keys.exportLists }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(newer) })) } : data,
  );
}

export function useExportAct(act: 'cancel' | 'retry') {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => {
      const params = { path: { export_id: id } };
      return got(
        act === 'cancel'
          ? api.POST('/api/v1/exports/{export_id}/cancel', { params })
          : api.POST('/api/v1/exports/{export_id}/retry', { params }),
      );
    },
    onSuccess: (row) => {
      place(queries, row);
      told(act === 'cancel' ? 'The export is cancelled.' : 'The export is written again, from its beginning.');
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.exports }),
  });
}

export function useDeleteExport() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (row: Export) =>
      done(api.DELETE('/api/v1/exports/{export_id}', { params: { path: { export_id: row.id } } })),
    onSuccess: (_nothing, row) => {
      queries.removeQueries({ queryKey: keys.export(row.id) });
      told('The export and its files are deleted.');
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.exportLists }),
  });
}
