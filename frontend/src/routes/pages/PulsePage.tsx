import { IconEar } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { OpenAlerts } from '@/features/alerts/OpenAlerts';
import { PulseView } from '@/features/pulse/PulseView';
import { useRights } from '@/lib/context';

import { PulseTabs } from './PulseTabs';

const route = getRouteApi('/inside/pulse');

export function PulsePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { work } = useRights();
  return (
    <Page
      title="Pulse"
      about="What people say in public of what you follow, and how they feel about it, as it comes."
      actions={
        work && (
          <ButtonLink to="/subjects" variant="default" leftSection={<IconEar size={16} aria-hidden />}>
            Follow another
          </ButtonLink>
        )
      }
    >
      <PulseTabs />
      <PulseView
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        alerts={<OpenAlerts subject={search.subject} />}
      />
    </Page>
  );
}
