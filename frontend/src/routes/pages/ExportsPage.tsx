import { getRouteApi } from '@tanstack/react-router';

import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { ExportFilter, ExportList } from '@/features/exports/ExportList';
import type { ExportSearch } from '@/features/exports/search';

const route = getRouteApi('/inside/exports');

export function ExportsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const put = (next: ExportSearch) => void navigate({ search: next, replace: true });
  return (
    <Page
      title="Exports"
      about="Offers and their histories as files. Each is kept for a week."
      actions={
        <ButtonLink to="/offers" variant="default">
          Go to the offers
        </ButtonLink>
      }
    >
      <Panel flush title="Files" action={<ExportFilter search={search} onSearch={put} />}>
        <ExportList search={search} onSearch={put} />
      </Panel>
    </Page>
  );
}
