import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';

/** Something that a list is narrowed to: shown, and taken off. */
export function Chip({ said, onOff }: { said: string; onOff: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="light"
      maw="100%"
      rightSection={<IconX size={13} aria-hidden />}
      aria-label={`Remove filter ${said}`}
      onClick={onOff}
    >
      {said}
    </Button>
  );
}
