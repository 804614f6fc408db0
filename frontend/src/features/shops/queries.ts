import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Shop, ShopWanted } from '@/lib/schema';

/** Where can be sold; it changes only with the app itself. */
export function useChannels() {
  const api = useApi();
  return useQuery({
    queryKey: keys.channels,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/channels', { signal }))).items,
    staleTime: Infinity,
  });
}

export function useChannelTitle(): (name: string) => string {
  const { data } = useChannels();
  return (name) => data?.find((one) => one.name === name)?.title ?? name;
}

export function useShops() {
  const api = useApi();
  return useQuery({
    queryKey: keys.shops,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/shops', { signal }))).items,
  });
}

export function useConnectShop() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ShopWanted) => got(api.POST('/api/v1/shops', { body })),
    onSuccess: (shop) => {
      told(`“${shop.name}” is connected.`);
      void queries.invalidateQueries({ queryKey: keys.shops });
    },
  });
}

export function useDisconnectShop() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Shop) => got(api.DELETE('/api/v1/shops/{shop_id}', { params: { path: { shop_id: id } } })),
    onSuccess: (shop) => {
      told(`“${shop.name}” is disconnected.`);
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.shops }),
  });
}
