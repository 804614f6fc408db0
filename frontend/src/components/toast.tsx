import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

import { asProblem } from '@/lib/problem';

export function told(message: string): void {
  notifications.show({ message, color: 'pine', withBorder: true });
}

export function toldWithUndo(message: string, undo: () => void): void {
  const id = notifications.show({
    color: 'saffron',
    withBorder: true,
    autoClose: 8_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          Undo
        </Button>
      </Group>
    ),
  });
}

export function failed(error: unknown): void {
  const problem = asProblem(error);
  notifications.show({
    title: problem.title,
    message: problem.message,
    color: 'madder',
    withBorder: true,
    autoClose: 8_000,
  });
}
