import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHourglass, IconInfoCircle } from '@tabler/icons-react';

import { Countdown } from '@/components/Countdown';
import { ButtonLink } from '@/components/links';
import type { Task } from '@/lib/schema';

import { waits } from './rate';
import { TaskActions } from './TaskActions';

const LOOKS = {
  failed: ['Why it failed', 'madder', IconAlertTriangle],
  waiting: ['It waits', 'saffron', IconHourglass],
  told: ['Note', 'gray', IconInfoCircle],
} as const;

/** Why a task stands as it does, in the API's words, and what helps. */
export function TaskReason({ task }: { task: Task }) {
  const standing = task.status === 'failed' ? 'failed' : waits(task) ? 'waiting' : 'told';
  if (task.reason === null && standing !== 'waiting') return null;
  const [title, color, Icon] = LOOKS[standing];
  return (
    <Alert color={color} icon={<Icon aria-hidden />} title={title}>
      <Stack gap="sm" align="flex-start">
        <div>
          {task.reason}
          <Next task={task} />
        </div>
        {standing !== 'told' && (
          <Group gap="sm">
            {standing === 'failed' && <TaskActions task={task} />}
            <ButtonLink to="/sources/$source" params={{ source: task.marketplace }} size="compact-sm" variant="default">
              How the source is doing
            </ButtonLink>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}

/** What happens by itself, or what a person can do. */
function Next({ task }: { task: Task }) {
  if (waits(task)) {
    return (
      <Text size="sm" mt={4}>
        {task.tries > 0 && `Failed tries of this page: ${task.tries}. `}The next one is <Countdown to={task.retry_at} />
        . Nothing needs to be done.
      </Text>
    );
  }
  if (task.status !== 'failed') return null;
  return (
    <Text size="sm" mt={4}>
      What was read is kept. A retry goes on from the page that failed.
    </Text>
  );
}
