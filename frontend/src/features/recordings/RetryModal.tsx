import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Recording } from '@/lib/schema';

import { useRetryRecording } from './acts';
import { TranscriberChoice } from './TranscriberChoice';

interface RetryModalProps {
  row: Recording;
  opened: boolean;
  onClose: () => void;
}

/** By the same transcriber it goes on where it stopped; by another all is heard again. */
export function RetryModal({ row, opened, onClose }: RetryModalProps) {
  const retry = useRetryRecording();
  const [by, setBy] = useState(row.transcriber);
  return (
    <Modal opened={opened} onClose={onClose} title={`Hear “${row.name}” again`}>
      <Stack gap="lg">
        <TranscriberChoice value={by} language={row.language} onValue={setBy} />
        <Text size="sm" c="dimmed">
          {by === row.transcriber
            ? 'Parts that were heard stay heard, as long as the others are still there.'
            : 'Another transcriber hears all of it, from the beginning.'}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button
            loading={retry.isPending}
            onClick={() => {
              retry.mutate({ id: row.id, transcriber: by === row.transcriber ? null : by }, { onSettled: onClose });
            }}
          >
            Hear it again
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
