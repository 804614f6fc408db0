import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { count, lasted } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Task } from '@/lib/schema';

import { isOpen } from './queries';
import { TaskProgress } from './TaskProgress';
import classes from './tasks.module.css';

export function TaskFacts({ task }: { task: Task }) {
  const title = useMarketplaceTitle();
  const actor = useActorName();
  const now = useNow();
  const facts: [string, ReactNode][] = [
    ['Marketplace', title(task.marketplace)],
    ['Started by', actor(task.started_by)],
    ['Asked for', <When key="asked" at={task.created_at} />],
    ['Began', task.started_at === null ? 'Not yet' : <When key="began" at={task.started_at} />],
    ['Ended', task.ended_at === null ? 'Not yet' : <When key="ended" at={task.ended_at} />],
    ['Took', task.started_at === null ? '–' : lasted(task.started_at, task.ended_at ?? now)],
  ];
  return (
    <Stack gap="lg">
      <Reason task={task} />
      <Panel title="What it brought">
        <Stack gap="lg">
          {isOpen(task) && <TaskProgress task={task} />}
          <Facts
            facts={[
              [
                'Pages read',
                task.pages_total === null
                  ? count(task.pages_done)
                  : `${count(task.pages_done)} of ${count(task.pages_total)}`,
              ],
              ['Offers seen', count(task.offers_seen)],
              ['New', count(task.offers_new)],
              ['Changed', count(task.offers_changed)],
            ]}
          />
        </Stack>
      </Panel>
      <Panel title="How it went">
        <Facts facts={facts} />
      </Panel>
    </Stack>
  );
}

function Reason({ task }: { task: Task }) {
  if (task.reason === null) return null;
  const failed = task.status === 'failed';
  const Icon = failed ? IconAlertTriangle : IconInfoCircle;
  return (
    <Alert color={failed ? 'madder' : 'gray'} icon={<Icon aria-hidden />} title={failed ? 'Why it failed' : 'Note'}>
      {task.reason}
      {task.retry_at !== null && isOpen(task) && (
        <>
          {' '}
          It is tried again <When at={task.retry_at} />.
        </>
      )}
    </Alert>
  );
}

function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
