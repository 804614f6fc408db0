import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { lasted, money, plural } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Run } from '@/lib/schema';

import { isOpen, undecided } from './progress';
import { RunBadge } from './RunBadge';
import classes from './runs.module.css';
import { Strip } from './Strip';

export function RunRow({ run, slim = false }: { run: Run; slim?: boolean }) {
  const actor = useActorName();
  return (
    <li
      className={`${classes.row ?? ''} ${slim ? (classes.slim ?? '') : ''}`}
      data-testid="run"
      data-status={run.status}
    >
      <div style={{ minWidth: 0 }}>
        <Link to="/runs/$runId" params={{ runId: run.id }} className={classes.cover}>
          {run.about}
        </Link>
        <Text size="sm" c="dimmed">
          {actor(run.started_by)}, <When at={run.created_at} />
        </Text>
      </div>
      <div className={classes.middle}>
        <Strip run={run} />
        <Text size="xs" c="dimmed" mt={6} className="num">
          <Spent run={run} />
        </Text>
      </div>
      <RunBadge status={run.status} />
      {run.reason !== null && !slim && (
        <Text
          size="sm"
          c={run.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}
          className={classes.reason}
        >
          {run.reason}
        </Text>
      )}
    </li>
  );
}

function Spent({ run }: { run: Run }) {
  const now = useNow();
  const waiting = undecided(run);
  return [
    run.started_at === null ? 'Not begun' : lasted(run.started_at, run.ended_at ?? now),
    Number(run.cost.money) > 0 ? money(run.cost.money, 'USD') : 'no cost',
    ...(waiting > 0 && isOpen(run) ? [`${plural(waiting, 'design')} to decide on`] : []),
  ].join(', ');
}
