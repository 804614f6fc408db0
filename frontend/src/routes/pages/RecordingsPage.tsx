import { Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';

import { Page } from '@/components/Page';
import { Panel } from '@/components/Panel';
import { NewRecordings } from '@/features/recordings/NewRecordings';
import { RecordingFilter } from '@/features/recordings/RecordingBadge';
import { RecordingList } from '@/features/recordings/RecordingList';
import { SaidSearch } from '@/features/recordings/SaidSearch';
import type { RecordingSearch } from '@/features/recordings/search';
import { UploadList } from '@/features/recordings/UploadList';
import { useRights } from '@/lib/context';

const route = getRouteApi('/inside/recordings');

export function RecordingsPage() {
  const { words, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const { work } = useRights();
  const put = (next: RecordingSearch) => void navigate({ search: next, replace: true });
  return (
    <Page title="Recordings" about="Talks, calls and films: what is said in them, to the second.">
      <Panel title="Bring recordings">
        {work ? (
          <NewRecordings />
        ) : (
          <Text c="dimmed">Your role is viewer. A member or an owner of the workspace can bring recordings.</Text>
        )}
      </Panel>
      <UploadList />
      <Panel flush title="Find what was said" about="In all recordings at once.">
        <SaidSearch
          words={words}
          onWords={(written) => {
            const wanted = written.trim();
            put(wanted === '' ? search : { ...search, words: wanted });
          }}
        />
      </Panel>
      <Panel
        flush
        title="All recordings"
        action={
          <RecordingFilter
            search={search}
            onSearch={(next) => {
              put(words === undefined ? next : { ...next, words });
            }}
          />
        }
      >
        <RecordingList search={search} onSearch={put} />
      </Panel>
    </Page>
  );
}
