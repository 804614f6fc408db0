import { useQuery } from '@tanstack/react-query';

import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';

/** How many designs wait for a yes or no; null until it is known. */
export function useUndecided(): number | null {
  const api = useApi();
  const { data } = useQuery({
    queryKey: keys.designCounts,
    queryFn: ({ signal }) => got(api.GET('/api/v1/designs/counts', { signal })),
  });
  return data ? (data.counts.waiting ?? 0) : null;
}
