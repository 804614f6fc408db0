import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { AlertFilters } from '@/features/alerts/AlertFilters';
import { AlertList } from '@/features/alerts/AlertList';
import type { AlertSearch } from '@/features/alerts/search';

import { AlertTabs } from './AlertTabs';

const route = getRouteApi('/inside/alerts');

export function AlertsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const put = (next: AlertSearch) => void navigate({ search: next, replace: true });
  return (
    <Page title="Alerts" about="What turned in the talk about the subjects that this workspace follows.">
      <AlertTabs />
      <Panel flush title="What was found" action={<AlertFilters search={search} onSearch={put} />}>
        <AlertList search={search} onSearch={put} />
      </Panel>
    </Page>
  );
}
