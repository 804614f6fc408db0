import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';

import { Confirm } from '@/components/Confirm';
import { useRights } from '@/lib/context';
import { plural } from '@/lib/format';
import type { Run } from '@/lib/schema';

import { isOpen, nextActs, undecided } from './progress';
import { useRunAction } from './queries';

export function RunActions({ run }: { run: Run }) {
  const { work } = useRights();
  if (!work) return null;
  if (isOpen(run)) return <Stop run={run} />;
  return nextActs(run).includes('resume') ? <Resume run={run} /> : null;
}

function Stop({ run }: { run: Run }) {
  const stop = useRunAction('stop');
  const [opened, { open, close }] = useDisclosure();
  const waiting = undecided(run);
  return (
    <>
      <Button variant="default" leftSection={<IconPlayerStop size={16} aria-hidden />} onClick={open}>
        Stop
      </Button>
      <Confirm
        opened={opened}
        title="Stop this run?"
        act="Stop the run"
        keep="Let it run"
        busy={stop.isPending}
        onClose={close}
        onConfirm={() => {
          stop.mutate(run.id, { onSettled: close });
        }}
      >
        What it has made is kept, and nothing more is spent.
        {waiting > 0 && ` ${plural(waiting, 'design')} will wait until it is resumed.`} You can resume it from here at
        any time.
      </Confirm>
    </>
  );
}

export function Resume({ run, size = 'sm' }: { run: Run; size?: 'compact-sm' | 'sm' }) {
  const resume = useRunAction('resume');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size={size} leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={open}>
        Resume
      </Button>
      <Confirm
        opened={opened}
        title="Resume this run?"
        act="Resume the run"
        keep="Not now"
        calm
        busy={resume.isPending}
        onClose={close}
        onConfirm={() => {
          resume.mutate(run.id, { onSettled: close });
        }}
      >
        What is done stays done and is not paid for again. What failed is tried once more, within the budget.
      </Confirm>
    </>
  );
}
