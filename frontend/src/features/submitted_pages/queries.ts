import { useMutation, useQueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { isAtWork } from '@/features/imports/queries';
import type { UploadSearch } from '@/features/imports/search';
import { useTaskInterval } from '@/features/live/context';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { SubmittedPage } from '@/lib/schema';

export function useSubmittedPages(search: UploadSearch, limit = 25) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<SubmittedPage>({
    queryKey: keys.submittedPageList({ ...search, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/submitted-pages', {
          params: { query: { ...search, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: (items) => (items.some(isAtWork) ? interval : false),
  });
}

export function useSubmittedAct(act: 'cancel' | 'retry') {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: SubmittedPage) => {
      const params = { path: { page_id: id } };
      return got(
        act === 'cancel'
          ? api.POST('/api/v1/submitted-pages/{page_id}/cancel', { params })
          : api.POST('/api/v1/submitted-pages/{page_id}/retry', { params }),
      );
    },
    onSuccess: () => {
      told(act === 'cancel' ? 'The page is not read.' : 'The page is read again.');
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.submittedPages }),
  });
}
