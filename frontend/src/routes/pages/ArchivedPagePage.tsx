import { Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { TextLink } from '@/components/links';
import { Failure } from '@/components/Failure';
import { Page } from '@/components/Page';
import { shortAddress } from '@/features/marketplaces/health';
import { OutcomeBadge } from '@/features/marketplaces/OutcomeBadge';
import { PageFacts } from '@/features/marketplaces/PageFacts';
import { useArchivedPage, useMarketplaceTitle } from '@/features/marketplaces/queries';

const route = getRouteApi('/inside/sources/$source/pages/$pageId');

export function ArchivedPagePage() {
  const { source, pageId } = route.useParams();
  const title = useMarketplaceTitle();
  const { data: page, ...query } = useArchivedPage(source, pageId);
  return (
    <Page
      title={page ? shortAddress(page.url, 60) : 'Page'}
      tab="Page"
      about={page && <OutcomeBadge outcome={page.outcome} />}
      above={
        page?.task_id ? (
          <Back to="/tasks/$taskId" params={{ taskId: page.task_id }} said="The task that read it" />
        ) : (
          <Back to="/sources/$source" params={{ source }} said={title(source)} />
        )
      }
    >
      {query.isPending && <Skeleton h={240} radius="lg" role="status" aria-label="Loading" />}
      {query.isError && !page && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {page && <PageFacts page={page} />}
    </Page>
  );
}

type BackProps = { said: string } & (
  { to: '/tasks/$taskId'; params: { taskId: string } } | { to: '/sources/$source'; params: { source: string } }
);

function Back({ said, ...place }: BackProps) {
  return (
    <TextLink {...place} size="sm" w="fit-content">
      <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> {said}
    </TextLink>
  );
}
