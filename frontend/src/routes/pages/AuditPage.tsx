import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { AuditFilters, AuditTrail } from '@/features/audit/AuditTrail';
import { ChainBadge } from '@/features/audit/ChainBadge';
import type { AuditSearch } from '@/features/audit/search';

const route = getRouteApi('/inside/audit');

export function AuditPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const put = (next: AuditSearch) => void navigate({ search: next, replace: true });
  return (
    <Page
      title="Audit trail"
      tab="Audit"
      about="Who did what, and when. Entries are only ever added, each sealed to the one before it."
      actions={<ChainBadge />}
    >
      <Panel flush title="Entries" action={<AuditFilters search={search} onSearch={put} />}>
        <AuditTrail search={search} onSearch={put} />
      </Panel>
    </Page>
  );
}
