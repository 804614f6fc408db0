import { useQuery } from '@tanstack/react-query';

import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';

export function useMarketplaces() {
  const api = useApi();
  return useQuery({
    queryKey: keys.marketplaces,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/marketplaces', { signal }))).items,
    staleTime: 10 * 60_000,
  });
}

/** What people call a marketplace; its own name until the list is there. */
export function useMarketplaceTitle(): (name: string) => string {
  const { data } = useMarketplaces();
  return (name) => data?.find((one) => one.name === name)?.title ?? name;
}
