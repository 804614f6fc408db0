import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface ConfirmProps {
  opened: boolean;
  title: string;
  children: ReactNode;
  /** The act itself, as its button says it: "Revoke key". */
  act: string;
  busy?: boolean;
  /** What the way out says. */
  keep?: string;
  /** Nothing is lost by it. */
  calm?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

export function Confirm({
  opened,
  title,
  children,
  act,
  busy = false,
  keep = 'Keep it',
  calm = false,
  ...on
}: ConfirmProps) {
  return (
    <Modal opened={opened} onClose={on.onClose} title={title} size="sm">
      <Stack gap="lg">
        <Text size="sm" component="div">
          {children}
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={on.onClose} data-autofocus>
            {keep}
          </Button>
          <Button {...(calm ? {} : { color: 'madder.7', autoContrast: false })} loading={busy} onClick={on.onConfirm}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
