import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRotateClockwise } from '@tabler/icons-react';

import { Confirm } from '@/components/Confirm';
import { useRights } from '@/lib/context';

import { useDeadLetters, useRedrive } from './queries';

/** Has all of them tried again, after asking. */
export function RedriveAll() {
  const { items } = useDeadLetters();
  const { work } = useRights();
  const redrive = useRedrive();
  const [asking, { open, close }] = useDisclosure(false);
  if (!work || items.length === 0) return null;
  return (
    <>
      <Button variant="default" leftSection={<IconRotateClockwise size={16} aria-hidden />} onClick={open}>
        Read all again
      </Button>
      <Confirm
        opened={asking}
        title="Read all of them again?"
        act="Read all again"
        keep="Not now"
        calm
        busy={redrive.isPending}
        onClose={close}
        onConfirm={() => {
          redrive.mutate('all', { onSettled: close });
        }}
      >
        Each is tried five times more, a thousand of them in one go. Those that still cannot be read come back here with
        their reason.
      </Confirm>
    </>
  );
}
