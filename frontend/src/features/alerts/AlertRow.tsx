import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { When } from '@/components/When';
import { useRights } from '@/lib/context';
import type { Alert } from '@/lib/schema';

import { useAct } from './acts';
import classes from './alerts.module.css';
import { kindWord, StateBadge } from './badges';
import { numbersWords } from './numbers';
import { useNetworkTitle } from './queries';

/** One alert: what happened, about what and where, by which numbers, since when. */
export function AlertRow({ alert, slim = false }: { alert: Alert; slim?: boolean }) {
  const network = useNetworkTitle();
  return (
    <li
      className={`${classes.row ?? ''} ${slim ? (classes.slim ?? '') : ''}`}
      data-testid="alert"
      data-state={alert.state}
    >
      <div style={{ minWidth: 0 }}>
        <Link to="/alerts/$alertId" params={{ alertId: alert.id }} className={classes.cover}>
          {alert.subject}
        </Link>
        <Text size="sm" c="dimmed">
          {kindWord(alert.kind)}, {alert.network === null ? 'all networks' : network(alert.network)},{' '}
          <When at={alert.opened_at} />
        </Text>
      </div>
      <div className={classes.middle}>
        <Text size="sm">{alert.sentence}</Text>
        {!slim && (
          <Text size="xs" c="dimmed" mt={4} className="num">
            {numbersWords(alert)}
          </Text>
        )}
      </div>
      <StateBadge state={alert.state} />
      {!slim && <Acts alert={alert} />}
    </li>
  );
}

function Acts({ alert }: { alert: Alert }) {
  const { work } = useRights();
  const act = useAct();
  return (
    <div className={classes.acts}>
      {work && alert.state === 'open' && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Acknowledge the alert about ${alert.subject}`}
          onClick={() => {
            act.mutate({ alert, act: 'acknowledge' });
          }}
        >
          Acknowledge
        </Button>
      )}
    </div>
  );
}
