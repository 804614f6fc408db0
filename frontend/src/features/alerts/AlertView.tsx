import { Stack } from '@mantine/core';

import { Facts } from '@/components/Facts';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import type { AlertDetail } from '@/lib/schema';

import { AlertHistory } from './AlertHistory';
import { AlertPosts } from './AlertPosts';
import classes from './alerts.module.css';
import { Gauge } from './Gauge';
import { heldOf, restOf } from './numbers';
import { useNetworkTitle } from './queries';

export function AlertView({ alert }: { alert: AlertDetail }) {
  return (
    <div className={classes.detail}>
      <Stack gap="lg" miw={0}>
        <Numbers alert={alert} />
        <Panel flush title="The posts that caused it" about="The most telling first, as they were when it opened.">
          <AlertPosts posts={alert.posts} />
        </Panel>
      </Stack>
      <Stack gap="lg" miw={0}>
        <About alert={alert} />
        <Panel title="History">
          <AlertHistory alert={alert} />
        </Panel>
      </Stack>
    </div>
  );
}

function Numbers({ alert }: { alert: AlertDetail }) {
  const held = heldOf(alert);
  return (
    <Panel title="The numbers that opened it" about="As they were then, held against the rule as it was then.">
      <Stack gap="lg">
        {held && <Gauge held={held} />}
        <Facts least={130} facts={restOf(alert)} />
      </Stack>
    </Panel>
  );
}

function About({ alert }: { alert: AlertDetail }) {
  const network = useNetworkTitle();
  return (
    <Panel title="What it is about">
      <Facts
        least={130}
        facts={[
          ['Subject', alert.subject],
          ['Network', network(alert.network)],
          ['Since', <When key="since" at={alert.opened_at} />],
        ]}
      />
    </Panel>
  );
}
