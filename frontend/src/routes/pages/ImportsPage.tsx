import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { ImportList } from '@/features/imports/ImportList';
import { NewImport } from '@/features/imports/NewImport';
import type { UploadSearch } from '@/features/imports/search';
import { UploadFilter } from '@/features/imports/UploadBadge';
import { useRights } from '@/lib/context';

import { BroughtTabs } from './BroughtTabs';

const route = getRouteApi('/inside/imports');

export function ImportsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { work } = useRights();
  const put = (next: UploadSearch) => void navigate({ search: next, replace: true });
  return (
    <Page title="Imports" about="Lists and datasets that you bring. What they say stays your workspace’s own.">
      <BroughtTabs />
      <Panel title="Import a file">
        {work ? (
          <NewImport />
        ) : (
          <Text c="dimmed">Your role is viewer. A member or an owner of the workspace can import a file.</Text>
        )}
      </Panel>
      <Panel flush title="Earlier imports" action={<UploadFilter search={search} onSearch={put} />}>
        <ImportList search={search} onSearch={put} />
      </Panel>
    </Page>
  );
}
