import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay, IconScale } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { ButtonLink } from '@/components/links';
import { ExportButton } from '@/components/ExportButton';
import { Page } from '@/components/Page';
import { WeightsDialog } from '@/features/outlooks/WeightsDialog';
import { trendsCsv } from '@/features/trends/exportCsv';
import { Totals } from '@/features/trends/Totals';
import { TrendList } from '@/features/trends/TrendList';
import { useApi, useRights } from '@/lib/context';

import { TrendTabs } from './TrendTabs';

const route = getRouteApi('/inside/trends');

export function TrendsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const { work } = useRights();
  const [weighing, { open, close }] = useDisclosure(false);
  return (
    <Page
      title="Trends"
      about={<Totals />}
      actions={
        <Group gap="sm">
          <Button variant="default" leftSection={<IconScale size={16} aria-hidden />} onClick={open}>
            How the score is weighed
          </Button>
          <ExportButton noun="trend" file="trends" gather={trendsCsv(api, search)} />
          {work && (
            <ButtonLink to="/runs" leftSection={<IconPlayerPlay size={16} aria-hidden />}>
              Start a run
            </ButtonLink>
          )}
        </Group>
      }
    >
      <TrendTabs />
      <TrendList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
      <WeightsDialog opened={weighing} onClose={close} />
    </Page>
  );
}
