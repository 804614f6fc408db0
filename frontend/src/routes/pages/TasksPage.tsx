import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { StartTask } from '@/features/tasks/StartTask';
import { TaskFilters, TaskList } from '@/features/tasks/TaskList';
import type { TaskSearch } from '@/features/tasks/search';
import { useRights } from '@/lib/context';

const route = getRouteApi('/inside/tasks');

export function TasksPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { work } = useRights();
  const put = (next: TaskSearch) => void navigate({ search: next, replace: true });
  return (
    <Page title="Tasks" about="Each task collects one target from one marketplace, page by page.">
      <Panel title="Start a collection">
        {work ? (
          <StartTask />
        ) : (
          <Text c="dimmed">Your role is viewer. A member or an owner of the workspace can start a collection.</Text>
        )}
      </Panel>
      <Panel flush title="Collections" action={<TaskFilters search={search} onSearch={put} />}>
        <TaskList search={search} onSearch={put} />
      </Panel>
    </Page>
  );
}
