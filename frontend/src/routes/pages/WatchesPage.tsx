import { getRouteApi } from '@tanstack/react-router';

import { ButtonLink } from '@/components/links';
import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { useCollectNow } from '@/features/tasks/collectNow';
import { WatchFilters } from '@/features/watches/WatchFilters';
import { WatchList } from '@/features/watches/WatchList';
import type { WatchSearch } from '@/features/watches/search';
import { useRights } from '@/lib/context';

const route = getRouteApi('/inside/watches');

export function WatchesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { work } = useRights();
  const { collect, busy } = useCollectNow();
  const put = (next: WatchSearch) => void navigate({ search: next, replace: true });
  return (
    <Page
      title="Watches"
      about="Targets that are collected again and again, each at the pace that it is worth."
      actions={
        work && (
          <ButtonLink to="/tasks" variant="default">
            Watch another
          </ButtonLink>
        )
      }
    >
      <Panel flush title="Watched targets" action={<WatchFilters search={search} onSearch={put} />}>
        <WatchList search={search} onSearch={put} onCollect={collect} busy={busy} />
      </Panel>
    </Page>
  );
}
