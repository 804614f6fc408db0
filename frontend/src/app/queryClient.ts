import { QueryClient } from '@tanstack/react-query';

import { asProblem } from '@/lib/problem';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The socket tells what changed; this only bounds what a missed word could cost.
        staleTime: 30_000,
        gcTime: 10 * 60_000,
        // An app on this machine answers without a network, whatever `navigator.onLine` says.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && asProblem(error).passing,
        retryDelay: (attempt, error) => (asProblem(error).retryAfterSeconds ?? 2 ** attempt) * 1000,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
