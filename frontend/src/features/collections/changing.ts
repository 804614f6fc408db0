import { useMutation, useQueryClient } from '@tanstack/react-query';

import { failed, told, toldWithUndo } from '@/components/toast';
import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Collection, NewCollection, Visibility } from '@/lib/schema';

export interface Described {
  name?: string;
  description?: string;
  visibility?: Visibility;
}

const at = (row: Pick<Collection, 'id'>) => ({ path: { collection_id: row.id } });

/** The row as it is now, and every list that may show it. */
function usePlaced() {
  const queries = useQueryClient();
  return (row: Collection) => {
    queries.setQueryData(keys.collection(row.id), row);
    void queries.invalidateQueries({ queryKey: keys.collectionLists });
  };
}

export function useMakeCollection() {
  const api = useApi();
  const placed = usePlaced();
  return useMutation({
    mutationFn: (wanted: NewCollection) => got(api.POST('/api/v1/collections', { body: wanted })),
    onSuccess: placed,
  });
}

export function useChangeCollection() {
  const api = useApi();
  const placed = usePlaced();
  return useMutation({
    mutationFn: ({ row, said }: { row: Collection; said: Described }) =>
      got(api.PATCH('/api/v1/collections/{collection_id}', { params: at(row), body: said })),
    onSuccess: placed,
  });
}

export function useCopyCollection() {
  const api = useApi();
  const placed = usePlaced();
  return useMutation({
    mutationFn: ({ row, name }: { row: Collection; name: string }) =>
      got(api.POST('/api/v1/collections/{collection_id}/copy', { params: at(row), body: { name } })),
    onSuccess: placed,
  });
}

const restored = (api: Api, row: Collection, name?: string) =>
  got(
    api.POST('/api/v1/collections/{collection_id}/restore', {
      params: at(row),
      body: name === undefined ? {} : { name },
    }),
  );

export function useRestoreCollection() {
  const api = useApi();
  const placed = usePlaced();
  return useMutation({
    mutationFn: ({ row, name }: { row: Collection; name?: string }) => restored(api, row, name),
    onSuccess: (row) => {
      placed(row);
      told(`“${row.name}” is back.`);
    },
  });
}

/** Put away at once; the way back stands in the word about it. */
export function useArchiveCollection() {
  const api = useApi();
  const placed = usePlaced();
  const { mutate: restore } = useRestoreCollection();
  return useMutation({
    mutationFn: (row: Collection) => got(api.POST('/api/v1/collections/{collection_id}/archive', { params: at(row) })),
    onSuccess: (row) => {
      placed(row);
      toldWithUndo(`“${row.name}” is archived. Nothing in it is lost.`, () => {
        restore({ row }, { onError: failed });
      });
    },
    onError: failed,
  });
}

export function useTakeOver() {
  const api = useApi();
  const placed = usePlaced();
  return useMutation({
    mutationFn: (row: Collection) =>
      got(api.POST('/api/v1/collections/{collection_id}/take-over', { params: at(row) })),
    onSuccess: (row) => {
      placed(row);
      told(`“${row.name}” is yours now.`);
    },
    onError: failed,
  });
}
