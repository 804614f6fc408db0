import { Button, Chip, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

/** As long as the API takes it. */
const LONGEST = 500;
const USUAL = ['We have seen to it', 'An old joke', 'Not about us', 'Expected'];

interface CloseModalProps {
  subject: string;
  opened: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}

/** Asks why first: whoever reads the history later wants to know. */
export function CloseModal({ subject, opened, onReason, onClose }: CloseModalProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Close the alert about “${subject}”?`}>
      <Form onReason={onReason} onClose={onClose} />
    </Modal>
  );
}

function Form({ onReason, onClose }: Pick<CloseModalProps, 'onReason' | 'onClose'>) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (reason.trim() === '') setMissing(true);
    else onReason(reason.trim());
  };
  return (
    <form
      noValidate
      aria-label="Close the alert"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Stack gap="md">
        <Text size="sm">It opens again only after the numbers have been under the lower threshold once.</Text>
        <Textarea
          label="Why"
          data-autofocus
          autosize
          minRows={2}
          maxLength={LONGEST}
          value={reason}
          error={missing && reason.trim() === '' ? 'Say why.' : null}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        <Group gap={6} role="group" aria-label="Usual reasons">
          {USUAL.map((said) => (
            <Chip
              key={said}
              size="xs"
              checked={reason === said}
              onChange={() => {
                setReason(said);
              }}
            >
              {said}
            </Chip>
          ))}
        </Group>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Close the alert</Button>
        </Group>
      </Stack>
    </form>
  );
}
