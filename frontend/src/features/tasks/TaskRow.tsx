import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Countdown } from '@/components/Countdown';
import { When } from '@/components/When';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { count, plural } from '@/lib/format';
import type { Task } from '@/lib/schema';

import { isOpen } from './queries';
import { waits } from './rate';
import { StatusBadge } from './StatusBadge';
import { TaskActions } from './TaskActions';
import { TaskBadges } from './TaskBadges';
import { TaskProgress } from './TaskProgress';
import classes from './tasks.module.css';

export function TaskRow({ task, slim = false }: { task: Task; slim?: boolean }) {
  const title = useMarketplaceTitle();
  return (
    <li
      className={`${classes.row ?? ''} ${slim ? (classes.slim ?? '') : ''}`}
      data-testid="task"
      data-status={task.status}
    >
      <div style={{ minWidth: 0 }}>
        <Link to="/tasks/$taskId" params={{ taskId: task.id }} className={classes.target}>
          {task.target}
        </Link>
        <Group gap="4px 8px">
          <Text size="sm" c="dimmed">
            {title(task.marketplace)},{' '}
            {task.ended_at === null ? <When at={task.created_at} /> : <When at={task.ended_at} />}
          </Text>
          {!slim && <TaskBadges task={task} />}
        </Group>
      </div>
      <Middle task={task} slim={slim} />
      <StatusBadge status={task.status} waiting={waits(task)} />
      {!slim && (
        <div className={classes.acts}>
          <TaskActions task={task} />
        </div>
      )}
      {!slim && <Reason task={task} />}
    </li>
  );
}

function Reason({ task }: { task: Task }) {
  if (task.reason === null) return null;
  return (
    <Text size="sm" c={task.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} className={classes.reason}>
      {task.reason}
      {waits(task) && (
        <>
          {' '}
          It is tried again <Countdown to={task.retry_at} />.
        </>
      )}
    </Text>
  );
}

function Middle({ task, slim }: { task: Task; slim: boolean }) {
  if (slim && !isOpen(task)) return null;
  return (
    <div className={classes.middle}>{isOpen(task) ? <TaskProgress task={task} quiet /> : <Yield task={task} />}</div>
  );
}

/** What a collection brought in. */
function Yield({ task }: { task: Task }) {
  const rejected = task.offers_rejected > 0 ? `, ${count(task.offers_rejected)} rejected` : '';
  return (
    <Text size="sm" className="num">
      {plural(task.offers_seen, 'offer')}
      <Text span c="dimmed">
        {task.offers_seen > 0 && `, ${count(task.offers_new)} new, ${count(task.offers_changed)} changed`}
        {rejected}
      </Text>
    </Text>
  );
}
