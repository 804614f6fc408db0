import { Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { ButtonLink, TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { Machine } from '@/features/runs/Machine';
import { NextStep } from '@/features/runs/NextStep';
import { useRun } from '@/features/runs/queries';
import { RunActions } from '@/features/runs/RunActions';
import { RunBadge } from '@/features/runs/RunBadge';
import { RunFacts } from '@/features/runs/RunFacts';
import type { StepSearch } from '@/features/runs/search';
import { Timeline } from '@/features/runs/Timeline';

const route = getRouteApi('/inside/runs/$runId');

export function RunPage() {
  const { runId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: run, ...query } = useRun(runId);
  const put = (next: StepSearch) => void navigate({ search: next, replace: true, resetScroll: false });
  return (
    <Page
      title={run?.about ?? 'Run'}
      about={run && <RunBadge status={run.status} />}
      above={
        <TextLink to="/runs" size="sm" w="fit-content">
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> All runs
        </TextLink>
      }
      actions={
        run && (
          <Group gap="sm">
            <ButtonLink to="/ideas" search={{ run_id: run.id }} variant="default">
              Ideas
            </ButtonLink>
            <ButtonLink to="/designs" search={{ run_id: run.id }} variant="default">
              Designs
            </ButtonLink>
            <RunActions run={run} />
          </Group>
        )
      }
    >
      <Awaited query={query} there={run !== undefined} heights={[190, 300]} />
      {run && (
        <>
          <NextStep run={run} />
          <Panel title="Where it is" about="Choose a verb to see its steps.">
            <Machine
              run={run}
              chosen={search.verb}
              onChoose={(verb) => {
                put(verb === undefined ? {} : { verb });
              }}
            />
          </Panel>
          <RunFacts run={run} />
          <Timeline run={run} search={search} onSearch={put} />
        </>
      )}
    </Page>
  );
}
