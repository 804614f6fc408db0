import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconRotateClockwise, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { useRights } from '@/lib/context';
import { useNow } from '@/lib/now';
import type { Export, ExportFile } from '@/lib/schema';

import { Download } from './Download';
import { isOpen, useDeleteExport, useExportAct } from './queries';
import { isExpired } from './words';

/** What can be done with an export as it stands. */
export function ExportActs({ row, onFiles }: { row: Export; onFiles: (files: ExportFile[]) => void }) {
  const cancel = useExportAct('cancel');
  const retry = useExportAct('retry');
  const { work } = useRights();
  const expired = isExpired(row, useNow());
  const ready = row.status === 'succeeded' && !expired;
  const early = row.status === 'failed' || row.status === 'cancelled';
  return (
    <>
      {ready && <Download row={row} onFiles={onFiles} />}
      {work && isOpen(row) && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconX size={14} aria-hidden />}
          loading={cancel.isPending}
          onClick={() => {
            cancel.mutate(row.id);
          }}
        >
          Cancel
        </Button>
      )}
      {work && early && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRotateClockwise size={14} aria-hidden />}
          loading={retry.isPending}
          onClick={() => {
            retry.mutate(row.id);
          }}
        >
          Retry
        </Button>
      )}
      {work && !isOpen(row) && <Delete row={row} />}
    </>
  );
}

function Delete({ row }: { row: Export }) {
  const remove = useDeleteExport();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Tooltip label="Delete">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Delete the export"
          onClick={() => {
            setAsking(true);
          }}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Confirm
        opened={asking}
        title="Delete this export?"
        act="Delete export"
        busy={remove.isPending}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={() => {
          remove.mutate(row, {
            onSettled: () => {
              setAsking(false);
            },
          });
        }}
      >
        Its files are deleted with it. The offers themselves stay, and can be exported again.
      </Confirm>
    </>
  );
}
