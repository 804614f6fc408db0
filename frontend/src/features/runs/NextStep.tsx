import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle, IconUserCheck } from '@tabler/icons-react';

import { ButtonLink } from '@/components/links';
import { useRights } from '@/lib/context';
import { plural } from '@/lib/format';
import type { Run } from '@/lib/schema';

import { isOpen, nextActs, undecided } from './progress';
import { Resume } from './RunActions';

const LOOKS = {
  failed: ['madder', IconAlertTriangle, 'Why it failed'],
  stopped: ['gray', IconInfoCircle, 'It was stopped'],
  succeeded: ['gray', IconInfoCircle, 'Some of it was refused'],
  waiting: ['saffron', IconUserCheck, 'It waits for you'],
} as const;

/** Why the run stands as it stands, and what a person can do about it. */
export function NextStep({ run }: { run: Run }) {
  const { work, own } = useRights();
  const acts = nextActs(run);
  if (acts.length === 0 && run.reason === null) return null;
  const [color, Icon, title] = isOpen(run) || run.status === 'queued' ? LOOKS.waiting : LOOKS[ended(run)];
  return (
    <Alert color={color} icon={<Icon aria-hidden />} title={title} role="status">
      <Stack gap="sm" align="flex-start">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {run.reason ?? said(run)}
        </Text>
        <Group gap="sm">
          {acts.includes('decide') && (
            <ButtonLink to="/designs" search={{ status: 'waiting', run_id: run.id }} size="compact-sm">
              Decide on {plural(undecided(run), 'design')}
            </ButtonLink>
          )}
          {acts.includes('budget') && (
            <ButtonLink to="/settings/runs" size="compact-sm" variant="default">
              {own ? 'Raise the budget' : 'See the budget'}
            </ButtonLink>
          )}
          {work && acts.includes('resume') && <Resume run={run} size="compact-sm" />}
        </Group>
      </Stack>
    </Alert>
  );
}

function ended({ status }: Run): 'failed' | 'stopped' | 'succeeded' {
  return status === 'failed' || status === 'stopped' ? status : 'succeeded';
}

function said(run: Run): string {
  if (isOpen(run)) return 'Designs are ready. The run goes on with each one as you decide on it.';
  if (run.status === 'stopped') return 'What it made is kept. Resumed, it goes on from where it was.';
  return 'Steps below say why. Resumed, the run tries again those that the budget refused.';
}
