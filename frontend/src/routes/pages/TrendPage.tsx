import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { BackLink } from '@/components/BackLink';
import { Page } from '@/components/Page';
import { useTrend } from '@/features/trends/queries';
import { TrendView } from '@/features/trends/TrendView';

const route = getRouteApi('/inside/trends/$trendId');

export function TrendPage() {
  const { trendId } = route.useParams();
  const { data: trend, ...query } = useTrend(trendId);
  return (
    <Page title={trend?.name ?? 'Trend'} above={<BackLink to="/trends" all="All trends" />}>
      <Awaited query={query} there={trend !== undefined} heights={[380, 300]} />
      {trend && <TrendView trend={trend} />}
    </Page>
  );
}
