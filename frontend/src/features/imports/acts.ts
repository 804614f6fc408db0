import { useMutation, useQueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Import, ImportWishes } from '@/lib/schema';

const SAID = {
  cancel: (row: Import) => `“${row.name}” is cancelled. Rows that were read are kept.`,
  retry: (row: Import) => `“${row.name}” goes on.`,
  undo: (row: Import) => `“${row.name}” is being taken back.`,
};
export type Act = keyof typeof SAID;

function usePlaced() {
  const queries = useQueryClient();
  return (row: Import) => {
    queries.setQueryData(keys.oneImport(row.id), row);
    void queries.invalidateQueries({ queryKey: keys.imports });
  };
}

export function useImportAct(act: Act) {
  const api = useApi();
  const queries = useQueryClient();
  const placed = usePlaced();
  return useMutation({
    mutationFn: (row: Import) => {
      const params = { path: { import_id: row.id } };
      if (act === 'cancel') return got(api.POST('/api/v1/imports/{import_id}/cancel', { params }));
      if (act === 'retry') return got(api.POST('/api/v1/imports/{import_id}/retry', { params }));
      return got(api.POST('/api/v1/imports/{import_id}/undo', { params }));
    },
    onSuccess: (row, was) => {
      placed(row);
      told(was.status === 'waiting' ? `“${row.name}” is discarded.` : SAID[act](row));
    },
    onError: (error) => {
      failed(error);
      void queries.invalidateQueries({ queryKey: keys.imports });
    },
  });
}

export function useStartImport(id: string) {
  const api = useApi();
  const placed = usePlaced();
  return useMutation({
    mutationFn: (said: ImportWishes & { dry_run: boolean }) =>
      got(api.POST('/api/v1/imports/{import_id}/start', { params: { path: { import_id: id } }, body: said })),
    onSuccess: placed,
  });
}
