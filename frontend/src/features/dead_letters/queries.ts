import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { plural } from '@/lib/format';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { DeadLetter } from '@/lib/schema';

const A_PAGE = 25;
const EVERY_MS = 30_000;

export function useDeadLetters() {
  const api = useApi();
  return usePaged<DeadLetter>({
    queryKey: keys.deadLetters,
    page: (cursor, signal) => {
      const query = { limit: A_PAGE, ...(cursor === undefined ? {} : { cursor }) };
      return got(api.GET('/api/v1/dead-letters', { params: { query }, signal }));
    },
  });
}

/** They move while nobody says so: looked at again every half minute. */
export function useQueues() {
  const api = useApi();
  return useQuery({
    queryKey: keys.queues,
    queryFn: ({ signal }) => got(api.GET('/api/v1/dead-letters/queues', { signal })),
    refetchInterval: EVERY_MS,
  });
}

/** Has one of them tried again, or all of them. */
export function useRedrive() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: DeadLetter | 'all') =>
      got(
        which === 'all'
          ? api.POST('/api/v1/dead-letters/redrive')
          : api.POST('/api/v1/dead-letters/{post_id}/redrive', { params: { path: { post_id: which.id } } }),
      ),
    onSuccess: ({ posts }) => {
      told(posts === 0 ? 'It was read meanwhile.' : `${plural(posts, 'post')} will be read again.`);
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.deadLetters }),
  });
}
