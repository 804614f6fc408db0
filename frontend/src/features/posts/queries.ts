import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { useQuietInterval } from '@/features/live/context';
import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Paged, Post } from '@/lib/schema';

import { merged } from './fresh';
import { postQuery, type PostScope, type PostSearch } from './search';

const A_PAGE = 20;
/** So many of the first are asked for again and again. */
export const LOOKED_AT = 100;

function postPage(
  api: Api,
  scope: PostScope,
  search: PostSearch,
  limit: number,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Paged<Post>> {
  const query = { ...postQuery(scope, search), limit, ...(cursor === undefined ? {} : { cursor }) };
  return got(api.GET('/api/v1/posts', { params: { query }, signal }));
}

const TOP = 3;

/** What people did most with. */
export function useTopPosts(scope: PostScope) {
  const api = useApi();
  const { since: _since, ...named } = scope;
  return useQuery({
    queryKey: keys.topPosts(named),
    queryFn: async ({ signal }) => (await postPage(api, scope, { order: 'top' }, TOP, undefined, signal)).items,
    placeholderData: keepPreviousData,
    refetchInterval: useQuietInterval(),
  });
}

/** Posts that stay in their places while more come; `showNew` puts those where they belong. */
export function usePosts(scope: PostScope, search: PostSearch) {
  const api = useApi();
  const queries = useQueryClient();
  const { since: _since, ...named } = scope;
  const filter = { ...named, ...search };
  const key = keys.heldPosts(filter);
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => postPage(api, scope, search, A_PAGE, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    // It goes on when its reader says so, and begins anew with the page.
    staleTime: Infinity,
    gcTime: 0,
  });
  const fresh = useQuery({
    queryKey: keys.freshPostList(filter),
    queryFn: ({ signal }) => postPage(api, scope, search, LOOKED_AT, undefined, signal),
    refetchInterval: useQuietInterval(),
  });
  const { shown, waiting } = merged(
    { posts: query.data?.pages.flatMap((page) => page.items) ?? [], whole: !query.hasNextPage },
    fresh.data && { posts: fresh.data.items, whole: (fresh.data.next_cursor ?? null) === null },
  );
  const { isFetching, refetch } = query;
  const showNew = () => {
    queries.setQueryData<InfiniteData<Paged<Post>, string | undefined>>(
      key,
      (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    );
    return refetch();
  };
  // Nobody reads an empty list: nothing is disturbed by what comes into it.
  const unread = query.isSuccess && shown.length === 0 && waiting > 0 && !isFetching;
  useEffect(() => {
    if (unread) void refetch();
  }, [unread, refetch]);
  return { query, items: shown, waiting, showNew };
}
