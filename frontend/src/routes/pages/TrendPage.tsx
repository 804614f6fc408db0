import { Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';

import { TextLink } from '@/components/links';
import { Failure } from '@/components/Failure';
import { Page } from '@/components/Page';
import { useTrend } from '@/features/trends/queries';
import { TrendView } from '@/features/trends/TrendView';

const route = getRouteApi('/inside/trends/$trendId');

export function TrendPage() {
  const { trendId } = route.useParams();
  const { data: trend, ...query } = useTrend(trendId);
  const router = useRouter();
  const back = useCanGoBack();
  return (
    <Page
      title={trend?.name ?? 'Trend'}
      above={
        <TextLink
          to="/trends"
          size="sm"
          w="fit-content"
          onClick={(event) => {
            // Back to the board as it was: its search, its place.
            if (!back) return;
            event.preventDefault();
            router.history.back();
          }}
        >
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> {back ? 'Back' : 'All trends'}
        </TextLink>
      }
    >
      {query.isPending && (
        <Stack role="status" aria-label="Loading">
          <Skeleton h={380} radius="lg" />
          <Skeleton h={300} radius="lg" />
        </Stack>
      )}
      {query.isError && !trend && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {trend && <TrendView trend={trend} />}
    </Page>
  );
}
