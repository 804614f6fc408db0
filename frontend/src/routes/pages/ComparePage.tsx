import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { CompareView } from '@/features/trends/CompareView';

import { TrendTabs } from './TrendTabs';

const route = getRouteApi('/inside/trends/compare');

export function ComparePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title="Compare trends" about="Up to five side by side. Whoever opens this address sees the same ones.">
      <TrendTabs />
      <CompareView search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
