import { Badge, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconEye, IconRobot } from '@tabler/icons-react';

import type { Task } from '@/lib/schema';

/** What is unusual about a task: how urgent it is, who opened it, what it may pass. */
export function TaskBadges({ task }: { task: Task }) {
  return (
    <>
      {task.priority === 'high' && (
        <Badge color="saffron" leftSection={<IconArrowUp size={12} aria-hidden />}>
          High priority
        </Badge>
      )}
      {task.priority === 'low' && task.watch_id === null && (
        <Badge color="gray" leftSection={<IconArrowDown size={12} aria-hidden />}>
          Low priority
        </Badge>
      )}
      {task.watch_id !== null && (
        <Tooltip label="The schedule opened it, for a watch">
          <Badge color="pine" leftSection={<IconEye size={12} aria-hidden />}>
            Watch
          </Badge>
        </Tooltip>
      )}
      {task.past_robots && (
        <Badge color="madder" leftSection={<IconRobot size={12} aria-hidden />}>
          Past robots.txt
        </Badge>
      )}
    </>
  );
}
