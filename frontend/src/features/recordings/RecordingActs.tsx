import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconRotateClockwise, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { useRights } from '@/lib/context';
import type { Recording } from '@/lib/schema';

import { useCancelRecording, useDeleteRecording } from './acts';
import { isAtWork } from './queries';
import { RetryModal } from './RetryModal';

interface RecordingActsProps {
  row: Recording;
  /** It is gone: its own page has nothing to show any more. */
  onDeleted?: () => void;
}

/** What can be done with a recording as it stands. */
export function RecordingActs({ row, onDeleted }: RecordingActsProps) {
  const { work } = useRights();
  const cancel = useCancelRecording();
  if (!work) return null;
  return (
    <>
      {isAtWork(row) && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Cancel ${row.name}`}
          loading={cancel.isPending}
          leftSection={<IconX size={14} aria-hidden />}
          onClick={() => {
            cancel.mutate(row);
          }}
        >
          Cancel
        </Button>
      )}
      {(row.status === 'failed' || row.status === 'cancelled') && <Retry row={row} />}
      {!isAtWork(row) && <Delete row={row} onDeleted={onDeleted} />}
    </>
  );
}

function Retry({ row }: { row: Recording }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={`Retry ${row.name}`}
        leftSection={<IconRotateClockwise size={14} aria-hidden />}
        onClick={() => {
          setAsking(true);
        }}
      >
        Retry
      </Button>
      <RetryModal
        row={row}
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
      />
    </>
  );
}

function Delete({ row, onDeleted }: { row: Recording; onDeleted: (() => void) | undefined }) {
  const remove = useDeleteRecording();
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
  };
  return (
    <>
      <Tooltip label="Delete">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Delete ${row.name}`}
          onClick={() => {
            setAsking(true);
          }}
        >
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Confirm
        opened={asking}
        title={`Delete “${row.name}”?`}
        act="Delete recording"
        busy={remove.isPending}
        onClose={close}
        onConfirm={() => {
          remove.mutate(row, { onSuccess: () => onDeleted?.(), onSettled: close });
        }}
      >
        Its file and all that is said in it are deleted, with what people put right. That cannot be taken back.
      </Confirm>
    </>
  );
}
