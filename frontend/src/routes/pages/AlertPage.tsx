import { Group, Stack } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { BackLink } from '@/components/BackLink';
import { Page } from '@/components/Page';
import { AlertActs } from '@/features/alerts/AlertActs';
import { KindBadge, StateBadge } from '@/features/alerts/badges';
import { AlertView } from '@/features/alerts/AlertView';
import { useAlert } from '@/features/alerts/queries';
import type { AlertDetail } from '@/lib/schema';

const route = getRouteApi('/inside/alerts/$alertId');

export function AlertPage() {
  const { alertId } = route.useParams();
  const { data: alert, ...query } = useAlert(alertId);
  return (
    <Page
      title={alert ? `“${alert.subject}”` : 'Alert'}
      tab={alert ? `Alert: ${alert.subject}` : 'Alert'}
      about={alert && <About alert={alert} />}
      above={<BackLink to="/alerts" all="All alerts" />}
      actions={alert && <AlertActs alert={alert} />}
    >
      <Awaited query={query} there={alert !== undefined} heights={[240, 320]} />
      {alert && <AlertView alert={alert} />}
    </Page>
  );
}

function About({ alert }: { alert: AlertDetail }) {
  return (
    <Stack gap="xs">
      {alert.sentence}
      <Group gap={6}>
        <StateBadge state={alert.state} />
        <KindBadge kind={alert.kind} />
      </Group>
    </Stack>
  );
}
