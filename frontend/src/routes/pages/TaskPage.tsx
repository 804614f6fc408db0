import { Group, Paper } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { ButtonLink, TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { useTask } from '@/features/tasks/queries';
import { waits } from '@/features/tasks/rate';
import { StatusBadge } from '@/features/tasks/StatusBadge';
import { TaskActions } from '@/features/tasks/TaskActions';
import { Rejections } from '@/features/tasks/Rejections';
import { TaskBadges } from '@/features/tasks/TaskBadges';
import { TaskFacts } from '@/features/tasks/TaskFacts';
import { TaskPages } from '@/features/tasks/TaskPages';
import { WatchToggle } from '@/features/watches/WatchToggle';

const route = getRouteApi('/inside/tasks/$taskId');

export function TaskPage() {
  const { taskId } = route.useParams();
  const { data: task, ...query } = useTask(taskId);
  return (
    <Page
      title={task?.target ?? 'Task'}
      about={
        task && (
          <Group gap={6}>
            <StatusBadge status={task.status} waiting={waits(task)} />
            <TaskBadges task={task} />
          </Group>
        )
      }
      above={
        <TextLink to="/tasks" size="sm" w="fit-content">
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> All tasks
        </TextLink>
      }
      actions={
        task && (
          <Group gap="sm">
            {task.status !== 'failed' && <TaskActions task={task} size="sm" />}
            <ButtonLink to="/offers" search={{ marketplace: task.marketplace }} variant="default">
              See offers
            </ButtonLink>
          </Group>
        )
      }
    >
      <Awaited query={query} there={task !== undefined} heights={[150, 190]} />
      {task && (
        <>
          <TaskFacts task={task} />
          <Rejections task={task} />
          <TaskPages task={task} />
          <Paper p="lg" style={{ borderColor: 'var(--wl-line)' }} shadow="sm">
            <WatchToggle marketplace={task.marketplace} target={task.target} />
          </Paper>
        </>
      )}
    </Page>
  );
}
