import { useQuery } from '@tanstack/react-query';

import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Collected, Collection } from '@/lib/schema';

import { collectedQuery, type CollectedSearch, type CollectionSearch } from './search';

export function useCollections({ shelf, ...filter }: CollectionSearch, limit = 50) {
  const api = useApi();
  const wanted = { ...filter, archived: shelf === 'archived', mine: shelf === 'mine', limit };
  return usePaged<Collection>({
    queryKey: keys.collectionList(wanted),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/collections', {
          params: { query: { ...wanted, ...(cursor === undefined ? {} : { cursor }) } },
          signal,
        }),
      ),
  });
}

export function useCollection(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.collection(id),
    queryFn: ({ signal }) =>
      got(api.GET('/api/v1/collections/{collection_id}', { params: { path: { collection_id: id } }, signal })),
  });
}

export function useShares(id: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: keys.shares(id),
    enabled,
    queryFn: async ({ signal }) =>
      (
        await got(
          api.GET('/api/v1/collections/{collection_id}/shares', { params: { path: { collection_id: id } }, signal }),
        )
      ).items,
  });
}

export function useCollected(id: string, search: CollectedSearch, limit = 50) {
  const api = useApi();
  return usePaged<Collected>({
    queryKey: keys.collectedList(id, { ...search, limit }),
    page: (cursor, signal) =>
      got(
        api.GET('/api/v1/collections/{collection_id}/offers', {
          params: {
            path: { collection_id: id },
            query: { ...collectedQuery(search), limit, ...(cursor === undefined ? {} : { cursor }) },
          },
          signal,
        }),
      ),
  });
}
