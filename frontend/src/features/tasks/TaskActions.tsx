import { Button } from '@mantine/core';
import { IconRotateClockwise, IconX } from '@tabler/icons-react';

import { useRights } from '@/lib/context';
import type { Task } from '@/lib/schema';

import { isOpen, useTaskAction } from './queries';

/** What can be done with a task as it stands. */
export function TaskActions({ task, size = 'compact-sm' }: { task: Task; size?: 'compact-sm' | 'sm' }) {
  const cancel = useTaskAction('cancel');
  const retry = useTaskAction('retry');
  const { work } = useRights();
  if (!work || task.status === 'succeeded') return null;
  return isOpen(task) ? (
    <Button
      size={size}
      variant="default"
      leftSection={<IconX size={14} aria-hidden />}
      loading={cancel.isPending}
      aria-label={`Cancel ${task.target}`}
      onClick={() => {
        cancel.mutate(task.id);
      }}
    >
      Cancel
    </Button>
  ) : (
    <Button
      size={size}
      variant="default"
      leftSection={<IconRotateClockwise size={14} aria-hidden />}
      loading={retry.isPending}
      aria-label={`Retry ${task.target}`}
      onClick={() => {
        retry.mutate(task.id);
      }}
    >
      Retry
    </Button>
  );
}
