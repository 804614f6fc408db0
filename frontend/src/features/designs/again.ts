import { useMutation, useQueryClient } from '@tanstack/react-query';

import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { DesignChanges } from '@/lib/schema';

/** Drawn again, with what is to be different: a design of its own, beside the one that it came from. */
export function useDrawAgain(id: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (changes: DesignChanges) =>
      got(api.POST('/api/v1/designs/{design_id}/edit', { params: { path: { design_id: id } }, body: changes })),
    onSuccess: (design) => {
      queries.setQueryData(keys.design(design.id), design);
      void queries.invalidateQueries({ queryKey: keys.designLists });
      void queries.invalidateQueries({ queryKey: keys.designCounts });
      void queries.invalidateQueries({ queryKey: keys.runs });
    },
  });
}
