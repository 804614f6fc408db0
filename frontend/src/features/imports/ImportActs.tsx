import { Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconRotateClockwise, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { useRights } from '@/lib/context';
import { plural } from '@/lib/format';
import type { Import } from '@/lib/schema';

import { type Act, useImportAct } from './acts';

/** What can be done with an import as it stands. */
export function ImportActs({ row }: { row: Import }) {
  const { work } = useRights();
  const cancel = useImportAct('cancel');
  const retry = useImportAct('retry');
  if (!work) return null;
  const can = (act: Act) => possible(row).includes(act);
  return (
    <Group gap="sm">
      {can('cancel') && (
        <Button
          variant="default"
          leftSection={row.status === 'waiting' ? <IconTrash size={15} aria-hidden /> : <IconX size={15} aria-hidden />}
          loading={cancel.isPending}
          onClick={() => {
            cancel.mutate(row);
          }}
        >
          {row.status === 'waiting' ? 'Discard' : 'Cancel'}
        </Button>
      )}
      {can('retry') && (
        <Button
          variant="default"
          leftSection={<IconRotateClockwise size={15} aria-hidden />}
          loading={retry.isPending}
          onClick={() => {
            retry.mutate(row);
          }}
        >
          Retry
        </Button>
      )}
      {can('undo') && <TakeBack row={row} />}
    </Group>
  );
}

function TakeBack({ row }: { row: Import }) {
  const undo = useImportAct('undo');
  const [opened, setOpened] = useState(false);
  const close = () => {
    setOpened(false);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={15} aria-hidden />}
        onClick={() => {
          setOpened(true);
        }}
      >
        Take back
      </Button>
      <Confirm
        opened={opened}
        title={`Take back “${row.name}”?`}
        act="Take it back"
        busy={undo.isPending}
        onClose={close}
        onConfirm={() => {
          undo.mutate(row, { onSettled: close });
        }}
      >
        {plural(kept(row), 'row')} that it keeps are removed. What those rows replaced does not come back.
      </Confirm>
    </>
  );
}

function kept(row: Import): number {
  return row.rows_new + row.rows_changed;
}

export function possible(row: Import): Act[] {
  const early = row.status === 'failed' || row.status === 'cancelled';
  const acts: Act[] = [];
  if (row.status === 'waiting' || row.status === 'queued' || row.status === 'running') acts.push('cancel');
  if (early && row.format !== null) acts.push('retry');
  if ((early || row.status === 'succeeded') && row.started_at !== null && !row.dry_run) acts.push('undo');
  return acts;
}
