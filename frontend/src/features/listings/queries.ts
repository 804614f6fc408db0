import { type InfiniteData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { failed, told } from '@/components/toast';
import { useTaskInterval } from '@/features/live/context';
import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Listing, Paged } from '@/lib/schema';

import { isMoving } from './progress';
import type { ListingSearch } from './search';

export function useListings(filter: ListingSearch, limit = 40) {
  const api = useApi();
  const interval = useTaskInterval();
  return usePaged<Listing>({
    queryKey: keys.listingList({ ...filter, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/listings', {
          params: { query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
    refetchInterval: (items) => (items.some(isMoving) ? interval : false),
  });
}

export function useListing(id: string) {
  const api = useApi();
  const interval = useTaskInterval();
  return useQuery({
    queryKey: keys.listing(id),
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/listings/{listing_id}', { params: { path: { listing_id: id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? interval : false),
  });
}

function placeListing(queries: QueryClient, listing: Listing): void {
  const newer = (row: Listing) => (row.id === listing.id && row.updated_at <= listing.updated_at ? listing : row);
  queries.setQueryData<Listing>(keys.listing(listing.id), (row) => (row ? newer(row) : listing));
  queries.setQueriesData<InfiniteData<Paged<Listing>>>({ queryKey: keys.listingLists }, (data) =>
    data ? { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(newer) })) } : data,
  );
}

export function useListingAct(act: 'retry' | 'withdraw') {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Listing) => {
      const params = { path: { listing_id: id } };
      return got(
        act === 'retry'
          ? api.POST('/api/v1/listings/{listing_id}/retry', { params })
          : api.POST('/api/v1/listings/{listing_id}/withdraw', { params }),
      );
    },
    onSuccess: (listing) => {
      placeListing(queries, listing);
      told(act === 'retry' ? `“${listing.title}” is tried again.` : `“${listing.title}” is being withdrawn.`);
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.listings }),
  });
}
