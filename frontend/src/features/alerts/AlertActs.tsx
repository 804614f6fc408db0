import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconCheck, IconEye } from '@tabler/icons-react';

import { useRights } from '@/lib/context';
import { useNow } from '@/lib/now';
import type { Alert } from '@/lib/schema';

import { mayReopen, useAct } from './acts';
import { CloseModal } from './CloseModal';

/** What can be done about an alert as it stands. */
export function AlertActs({ alert }: { alert: Alert }) {
  const { work } = useRights();
  const act = useAct();
  const now = useNow();
  const [closing, { open, close }] = useDisclosure(false);
  if (!work) {
    return (
      <Text size="sm" c="dimmed">
        Viewers only look. A member can take care of it.
      </Text>
    );
  }
  return (
    <Group gap="sm">
      {alert.state === 'open' && (
        <Button
          variant="default"
          leftSection={<IconEye size={16} aria-hidden />}
          onClick={() => {
            act.mutate({ alert, act: 'acknowledge' });
          }}
        >
          Acknowledge
        </Button>
      )}
      {alert.state !== 'closed' && (
        <Button leftSection={<IconCheck size={16} aria-hidden />} onClick={open}>
          Close
        </Button>
      )}
      {mayReopen(alert, now) && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => {
            act.mutate({ alert, act: 'reopen' });
          }}
        >
          Open it again
        </Button>
      )}
      <CloseModal
        subject={alert.subject}
        opened={closing}
        onClose={close}
        onReason={(reason) => {
          close();
          act.mutate({ alert, act: 'close', reason });
        }}
      />
    </Group>
  );
}
