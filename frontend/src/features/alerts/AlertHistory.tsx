import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { When } from '@/components/When';
import { useActorName, within } from '@/features/accounts/actor';
import type { Alert } from '@/lib/schema';

import classes from './alerts.module.css';

/** What became of it, step by step. */
export function AlertHistory({ alert }: { alert: Alert }) {
  const actor = useActorName();
  const { acknowledged_at: seen, acknowledged_by: by, closed_at: closed } = alert;
  return (
    <ol className={classes.history}>
      <Step at={alert.opened_at}>Opened by its rule</Step>
      {seen !== null && <Step at={seen}>Acknowledged by {within(actor(by ?? ''))}</Step>}
      {closed !== null && (
        <Step at={closed}>
          {closedWords(alert, actor)}
          {alert.reason !== null && (
            <Text size="sm" c="dimmed" className={classes.text}>
              “{alert.reason}”
            </Text>
          )}
        </Step>
      )}
    </ol>
  );
}

function Step({ at, children }: { at: string; children: ReactNode }) {
  return (
    <li>
      <Text size="sm" component="div">
        {children}
      </Text>
      <Text size="xs" c="dimmed">
        <When at={at} />
      </Text>
    </li>
  );
}

export function closedWords(alert: Pick<Alert, 'closed_why' | 'closed_by'>, actor: (who: string) => string): string {
  if (alert.closed_why === 'data') return 'Closed by itself: the numbers fell under the lower threshold';
  if (alert.closed_why === 'unwatched') return 'Closed: it is no longer followed, or its rule is off';
  return `Closed by ${within(actor(alert.closed_by ?? ''))}`;
}
