import { Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';

import { Awaited } from '@/components/Awaited';
import { TextLink } from '@/components/links';
import { Page } from '@/components/Page';
import { useRecording } from '@/features/recordings/queries';
import { RecordingActs } from '@/features/recordings/RecordingActs';
import { RecordingBadge } from '@/features/recordings/RecordingBadge';
import { RecordingView } from '@/features/recordings/RecordingView';

const route = getRouteApi('/inside/recordings/$recordingId');

export function RecordingPage() {
  const { recordingId } = route.useParams();
  const place = route.useSearch();
  const navigate = useNavigate();
  const { data: row, ...query } = useRecording(recordingId);
  return (
    <Page
      title={row?.name ?? 'Recording'}
      about={row && <RecordingBadge status={row.status} />}
      above={
        <TextLink to="/recordings" size="sm" w="fit-content">
          <IconArrowLeft size={14} aria-hidden style={{ verticalAlign: -2 }} /> All recordings
        </TextLink>
      }
      actions={
        row && (
          <Group gap="sm">
            <RecordingActs row={row} onDeleted={() => void navigate({ to: '/recordings' })} />
          </Group>
        )
      }
    >
      <Awaited query={query} there={row !== undefined} heights={[110, 320]} />
      {row && <RecordingView key={`${row.id} ${place.at ?? ''}`} row={row} place={place} />}
    </Page>
  );
}
