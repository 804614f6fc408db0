import { Group, Skeleton, Stack } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, useCanGoBack, useRouter } from '@tanstack/react-router';

import { Failure } from '@/components/Failure';
import { TextLink } from '@/components/links';
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
      above={<Back />}
      actions={alert && <AlertActs alert={alert} />}
    >
      {query.isPending && (
        <Stack role="status" aria-label="Loading">
          <Skeleton h={240} radius="lg" />
          <Skeleton h={320} radius="lg" />
        </Stack>
      )}
      {query.isError && !alert && <Failure error={query.error} onRetry={() => void query.refetch()} />}
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

function Back() {
  const router = useRouter();
  const back = useCanGoBack();
  return (
    <TextLink
      to="/alerts"
      size="sm"
      w="fit-content"
      onClick={(event) => {
        // Back to the list as it was: its filter, its place.
        if (!back) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> {back ? 'Back' : 'All alerts'}
    </TextLink>
  );
}
