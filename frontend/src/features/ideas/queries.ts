import { useQuery } from '@tanstack/react-query';

import { type Api, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';
import { usePaged } from '@/lib/paged';
import type { Idea, Paged } from '@/lib/schema';

import type { IdeaSearch } from './search';

/** Which ideas, without the one that is open. */
export type IdeaFilter = Omit<IdeaSearch, 'idea'>;

export function ideaPage(
  api: Api,
  filter: IdeaFilter,
  limit: number,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<Paged<Idea>> {
  return got(
    api.GET('/api/v1/ideas', {
      params: { query: { ...filter, limit, ...(cursor === undefined ? {} : { cursor }) } },
      signal,
    }),
  );
}

export function useIdeas(filter: IdeaFilter, limit = 48) {
  const api = useApi();
  return usePaged<Idea>({
    queryKey: keys.ideaList({ ...filter, limit }),
    page: (cursor, signal) => ideaPage(api, filter, limit, cursor, signal),
  });
}

export function useIdea(id: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.idea(id),
    queryFn: ({ signal }) => got(api.GET('/api/v1/ideas/{idea_id}', { params: { path: { idea_id: id } }, signal })),
  });
}
