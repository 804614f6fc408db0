import { Group } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';

import { ButtonLink } from '@/components/links';
import { ExportButton } from '@/components/ExportButton';
import { Page } from '@/components/Page';
import { trendsCsv } from '@/features/trends/exportCsv';
import { Totals } from '@/features/trends/Totals';
import { TrendList } from '@/features/trends/TrendList';
import { useApi, useRights } from '@/lib/context';

const route = getRouteApi('/inside/trends');

export function TrendsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const { work } = useRights();
  return (
    <Page
      title="Trends"
      about={<Totals />}
      actions={
        <Group gap="sm">
          <ExportButton noun="trend" file="trends" gather={trendsCsv(api, search)} />
          {work && (
            <ButtonLink to="/runs" leftSection={<IconPlayerPlay size={16} aria-hidden />}>
              Start a run
            </ButtonLink>
          )}
        </Group>
      }
    >
      <TrendList search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
