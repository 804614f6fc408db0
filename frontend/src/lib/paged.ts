import { useInfiniteQuery } from '@tanstack/react-query';

import type { Paged } from './schema';

/** A list that is read page by page, each page by the cursor of the one before. */
export function usePaged<T>(options: {
  queryKey: readonly unknown[];
  page: (cursor: string | undefined, signal: AbortSignal) => Promise<Paged<T>>;
  refetchInterval?: (items: T[]) => number | false;
  enabled?: boolean;
}) {
  const query = useInfiniteQuery({
    queryKey: options.queryKey,
    queryFn: ({ pageParam, signal }) => options.page(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (before) => before,
    enabled: options.enabled ?? true,
    refetchInterval: ({ state }) =>
      options.refetchInterval?.(state.data?.pages.flatMap((page) => page.items) ?? []) ?? false,
  });
  return { query, items: query.data?.pages.flatMap((page) => page.items) ?? [] };
}
