import { useQuery } from '@tanstack/react-query';

import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Offer, Paged } from '@/lib/schema';

import { offerQuery, type OfferSearch } from './search';

export function offerPage(
  api: Api,
  search: OfferSearch,
  limit: number,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Paged<Offer>> {
  return got(
    api.GET('/api/v1/offers', {
      params: { query: { ...offerQuery(search), limit, ...(cursor === undefined ? {} : { cursor }) } },
      signal,
    }),
  );
}

export function useOffers(search: OfferSearch, limit = 50) {
  const api = useApi();
  return usePaged<Offer>({
    queryKey: keys.offerList({ ...search, limit }),
    page: (cursor, signal) => offerPage(api, search, limit, cursor, signal),
  });
}

export function useOffer(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.offer(id),
    queryFn: ({ signal }) => got(api.GET('/api/v1/offers/{offer_id}', { params: { path: { offer_id: id } }, signal })),
  });
}

const LONGEST_HISTORY = 2000;

export function useHistory(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.history(id),
    queryFn: async ({ signal }) =>
      (
        await got(
          api.GET('/api/v1/offers/{offer_id}/history', {
            params: { path: { offer_id: id }, query: { limit: LONGEST_HISTORY } },
            signal,
          }),
        )
      ).items,
  });
}
