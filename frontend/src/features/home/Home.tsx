import { Box, SimpleGrid, Stack } from '@mantine/core';

import { TextLink } from '@/components/links';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { OpenAlerts } from '@/features/alerts/OpenAlerts';
import { NewestOffers } from '@/features/offers/NewestOffers';
import { LatestRuns } from '@/features/runs/LatestRuns';
import { useCollectNow } from '@/features/tasks/collectNow';
import { useTasks } from '@/features/tasks/queries';
import { TaskRow } from '@/features/tasks/TaskRow';
import taskClasses from '@/features/tasks/tasks.module.css';
import { BestTrends } from '@/features/trends/BestTrends';
import { useWatches } from '@/features/watches/queries';
import { WatchList } from '@/features/watches/WatchList';
import { useNow } from '@/lib/now';

import { Figures } from './Figures';
import { FirstRun } from './FirstRun';
import { recent } from './recent';
import { useUndecided } from './waiting';

const DAY_MS = 86_400_000;
const LOOKED_AT = 100;
const SHOWN = 6;

export function Home() {
  const { query, items } = useTasks({}, LOOKED_AT);
  const watches = useWatches();
  const { collect, busy } = useCollectNow();
  const since = useNow() - DAY_MS;
  const undecided = useUndecided();

  if (query.isPending) {
    return (
      <Panel flush title="Latest tasks">
        <Rows count={5} />
      </Panel>
    );
  }
  if (query.isError && items.length === 0) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (items.length === 0 && (watches.data?.length ?? 0) === 0) {
    return (
      <Stack gap="lg">
        <OpenAlerts />
        <FirstRun />
      </Stack>
    );
  }

  return (
    <Stack gap="lg">
      <Figures
        recent={recent(items, since, query.hasNextPage)}
        watched={watches.data?.length ?? null}
        undecided={undecided}
      />
      <OpenAlerts />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Panel flush title="Best trends" action={<More to="/trends">All trends</More>}>
          <BestTrends />
        </Panel>
        <Panel flush title="Runs" action={<More to="/runs">All runs</More>}>
          <LatestRuns />
        </Panel>
        <Panel flush title="Latest tasks" action={<More to="/tasks">All tasks</More>}>
          <ul className={taskClasses.list} aria-label="Latest tasks">
            {items.slice(0, SHOWN).map((task) => (
              <TaskRow key={task.id} task={task} slim />
            ))}
          </ul>
        </Panel>
        <Panel flush title="Watched targets" action={<More to="/watches">All watches</More>}>
          <WatchList slim onCollect={collect} busy={busy} />
        </Panel>
      </SimpleGrid>
      <Panel title="Newest offers" action={<More to="/offers">All offers</More>}>
        <NewestOffers />
      </Panel>
    </Stack>
  );
}

function More({ to, children }: { to: '/tasks' | '/watches' | '/offers' | '/trends' | '/runs'; children: string }) {
  return (
    <Box style={{ flex: 'none' }}>
      <TextLink
        to={to}
        {...(to === '/offers' ? { search: { sort: '-first_seen_at' } } : {})}
        size="sm"
        fw={550}
        lh="28px"
      >
        {children}
      </TextLink>
    </Box>
  );
}
