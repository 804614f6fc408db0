import { Skeleton, Stack } from '@mantine/core';

import { Failure } from './Failure';

interface AwaitedProps {
  query: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };
  /** Something is on the screen already: a failed look at it again is no reason to take it away. */
  there: boolean;
  /** Of what is on its way. */
  heights: readonly number[];
}

/** What stands where one thing will be shown: its shape while it is on its way, and why it did not come. */
export function Awaited({ query, there, heights }: AwaitedProps) {
  if (query.isPending)
    return (
      <Stack role="status" aria-label="Loading">
        {heights.map((height) => (
          <Skeleton key={height} h={height} radius="lg" />
        ))}
      </Stack>
    );
  return query.isError && !there && <Failure error={query.error} onRetry={() => void query.refetch()} />;
}
