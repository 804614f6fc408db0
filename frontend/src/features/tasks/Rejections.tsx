import { Group, Progress, Text } from '@mantine/core';

import { Panel } from '@/components/Panel';
import { count, plural } from '@/lib/format';
import type { Task } from '@/lib/schema';

import classes from './tasks.module.css';

/** Why something on a page was passed over, the most frequent reason first. */
export function Rejections({ task }: { task: Task }) {
  const reasons = Object.entries(task.rejections).sort(([, one], [, other]) => other - one);
  if (reasons.length === 0) return null;
  const most = reasons[0]?.[1] ?? 1;
  return (
    <Panel title="Passed over" about={`${plural(task.offers_rejected, 'thing')} on its pages, and why.`}>
      <ul className={classes.rejections}>
        {reasons.map(([reason, times]) => (
          <li key={reason}>
            <Group justify="space-between" gap="sm" wrap="nowrap" align="flex-start">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {reason}
              </Text>
              <Text size="sm" fw={550} className="num">
                {count(times)}
              </Text>
            </Group>
            <Progress value={(times / most) * 100} size={4} radius="xl" color="madder.4" aria-hidden mt={4} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
