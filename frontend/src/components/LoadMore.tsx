import { Button, Center, Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';

import { plural } from '@/lib/format';

import { Failure } from './Failure';

interface LoadMoreProps {
  shown: number;
  noun: string;
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
  /** Load when the end comes into view; the button stays for those who do not scroll. */
  auto?: boolean;
}

export function LoadMore({ shown, noun, query, auto = false }: LoadMoreProps) {
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const near = auto && (entry?.isIntersecting ?? false);
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [near, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  if (isFetchNextPageError) return <Failure error={query.error} onRetry={() => void fetchNextPage()} />;
  return (
    <Center ref={ref} py="md" px="md">
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Load more
        </Button>
      ) : (
        <Text size="sm" c="dimmed">
          {shown > 0 &&
            `That is all: ${plural(shown, noun, noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`)}.`}
        </Text>
      )}
    </Center>
  );
}
