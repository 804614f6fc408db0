import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import type { UploadSearch } from '@/features/imports/search';
import { UploadFilter } from '@/features/imports/UploadBadge';
import { SubmitPage } from '@/features/submitted_pages/SubmitPage';
import { SubmittedList } from '@/features/submitted_pages/SubmittedList';
import { useRights } from '@/lib/context';

import { BroughtTabs } from './BroughtTabs';

const route = getRouteApi('/inside/submitted-pages');

export function SubmittedPagesPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { work } = useRights();
  const put = (next: UploadSearch) => void navigate({ search: next, replace: true });
  return (
    <Page title="Submitted pages" about="Pages that you saved in your own browser, read as if we had fetched them.">
      <BroughtTabs />
      <Panel
        title="Hand in a saved page"
        about="Where a marketplace keeps our visits out, yours still work. Open the page in your browser, save it (Ctrl S, “HTML only”), and hand it in with its address. Its offers become your workspace’s own claims."
      >
        {work ? (
          <SubmitPage />
        ) : (
          <Text c="dimmed">Your role is viewer. A member or an owner of the workspace can hand in a page.</Text>
        )}
      </Panel>
      <Panel flush title="Earlier pages" action={<UploadFilter search={search} onSearch={put} />}>
        <SubmittedList search={search} onSearch={put} />
      </Panel>
    </Page>
  );
}
