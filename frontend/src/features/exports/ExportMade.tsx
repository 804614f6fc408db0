import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { day, fileSize } from '@/lib/format';
import type { ExportDetail, ExportFile } from '@/lib/schema';

import { Download } from './Download';
import { ExportFiles } from './ExportFiles';
import { ExportProgress } from './ExportProgress';
import { isOpen, useExport } from './queries';
import { rowsWord } from './words';

/** An export that was just asked for: how far it is, and then its file. */
export function ExportMade({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: row, ...query } = useExport(id);
  const [files, setFiles] = useState<ExportFile[]>([]);
  return (
    <Stack gap="md">
      {query.isPending && <Skeleton h={40} />}
      {query.isError && !row && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {row && <State row={row} />}
      {files.length > 0 && <ExportFiles files={files} />}
      <Group justify="flex-end" gap="sm">
        <ButtonLink to="/exports" variant="default">
          All exports
        </ButtonLink>
        {row?.status === 'succeeded' ? (
          <Download row={row} size="sm" onFiles={setFiles} />
        ) : (
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function State({ row }: { row: ExportDetail }) {
  if (row.status === 'succeeded') {
    return (
      <Text role="status" className="num">
        {rowsWord(row)}, {fileSize(row.bytes)}.
        {row.expires_at !== null && (
          <Text span c="dimmed">
            {' '}
            It can be fetched until {day(row.expires_at)}.
          </Text>
        )}
      </Text>
    );
  }
  if (isOpen(row)) {
    return (
      <>
        <ExportProgress row={row} />
        <Text size="sm" c="dimmed">
          {row.reason ?? 'It goes on when you close this, and waits under Exports when it is done.'}
        </Text>
      </>
    );
  }
  return (
    <Alert color="madder" role="alert">
      {row.reason ?? 'The export was cancelled.'}
    </Alert>
  );
}
