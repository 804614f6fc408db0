import { useMutation, useQueryClient } from '@tanstack/react-query';

import { failed } from '@/components/toast';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Collection, Share, Visibility } from '@/lib/schema';

export const VISIBILITIES: { value: Visibility; label: string; about: string }[] = [
  { value: 'maker', label: 'Only its maker', about: 'And the owners of the workspace, who see every collection.' },
  { value: 'members', label: 'These people', about: 'Whoever you share it with, as far as you say.' },
  { value: 'workspace', label: 'Whole workspace', about: 'Everybody looks at it; these people may change it too.' },
];

/** With whom it is shared. Each answer is the whole list as it is now. */
export function useSharing(row: Pick<Collection, 'id'>) {
  const api = useApi();
  const queries = useQueryClient();
  const key = keys.shares(row.id);
  // What was kept to its maker is for members after the first share.
  const settle = () => queries.invalidateQueries({ queryKey: keys.collections });

  const share = useMutation({
    mutationFn: ({ member_id, may }: Pick<Share, 'member_id' | 'may'>) =>
      got(
        api.PUT('/api/v1/collections/{collection_id}/shares/{member_id}', {
          params: { path: { collection_id: row.id, member_id } },
          body: { may },
        }),
      ),
    onSuccess: ({ items }) => {
      queries.setQueryData(key, items);
    },
    onError: failed,
    onSettled: settle,
  });

  const unshare = useMutation({
    mutationFn: ({ member_id }: Pick<Share, 'member_id'>) =>
      done(
        api.DELETE('/api/v1/collections/{collection_id}/shares/{member_id}', {
          params: { path: { collection_id: row.id, member_id } },
        }),
      ),
    onMutate: async ({ member_id }) => {
      await queries.cancelQueries({ queryKey: key });
      const before = queries.getQueryData<Share[]>(key);
      queries.setQueryData<Share[]>(key, (rows) => rows?.filter((one) => one.member_id !== member_id));
      return { before };
    },
    onError: (error, _share, context) => {
      queries.setQueryData(key, context?.before);
      failed(error);
    },
    onSettled: settle,
  });
  return { share, unshare };
}
