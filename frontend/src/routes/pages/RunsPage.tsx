import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { RunFilter, RunList } from '@/features/runs/RunList';
import type { RunSearch } from '@/features/runs/search';
import { StartRun } from '@/features/runs/StartRun';
import { useRights } from '@/lib/context';

const route = getRouteApi('/inside/runs');

export function RunsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { work } = useRights();
  const put = (next: RunSearch) => void navigate({ search: next, replace: true });
  return (
    <Page title="Runs" about="Each run goes from the market’s trends to designs that wait for your yes.">
      <Panel title="Start a run">
        {work ? (
          <StartRun onStarted={(run) => void navigate({ to: '/runs/$runId', params: { runId: run.id } })} />
        ) : (
          <Text c="dimmed">Your role is viewer. A member or an owner of the workspace can start a run.</Text>
        )}
      </Panel>
      <Panel flush title="All runs" action={<RunFilter search={search} onSearch={put} />}>
        <RunList search={search} onSearch={put} />
      </Panel>
    </Page>
  );
}
