import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { HeardMoment } from '@/lib/schema';

/** Where this workspace's recordings speak of a trend. */
export function useHeardOf(trendId: string, limit = 10) {
  const api = useApi();
  return usePaged<HeardMoment>({
    queryKey: keys.heardOf(trendId),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/trends/{trend_id}/mentions', {
          params: { path: { trend_id: trendId }, query: { limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
}
