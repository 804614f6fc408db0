import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';

import { When } from '@/components/When';
import { useActorName, within } from '@/features/accounts/actor';
import { useRights } from '@/lib/context';
import type { Design } from '@/lib/schema';

import { seenStatus, useDecide, useDeciding } from './decide';
import { DesignBadge } from './DesignBadge';
import { isOpen } from './queries';
import { RejectModal } from './RejectModal';
import classes from './view.module.css';

/** Yes or no, or who said which when and why. */
export function Decision({ design }: { design: Design }) {
  const { work } = useRights();
  const decide = useDecide();
  const status = seenStatus(design, useDeciding());
  const [rejecting, setRejecting] = useState<[Design] | null>(null);
  return (
    <Paper p="lg" className={classes.decision} shadow="sm" component="section" aria-label="Decision">
      <Stack gap="md">
        <DesignBadge status={status} sent={status !== design.status} />
        <Told design={design} />
        {work && isOpen({ status }) && (
          <Group gap="sm" grow>
            <Button
              leftSection={<IconCheck size={16} aria-hidden />}
              onClick={() => {
                decide.mutate({ design, verdict: 'approved' });
              }}
            >
              Approve
            </Button>
            <Button
              variant="default"
              leftSection={<IconX size={16} aria-hidden />}
              onClick={() => {
                setRejecting([design]);
              }}
            >
              Reject
            </Button>
          </Group>
        )}
        {!work && isOpen({ status }) && (
          <Text size="sm" c="dimmed">
            Viewers cannot decide.
          </Text>
        )}
      </Stack>
      <RejectModal
        designs={rejecting}
        onReject={(reason) => {
          setRejecting(null);
          decide.mutate({ design, verdict: 'rejected', reason });
        }}
        onClose={() => {
          setRejecting(null);
        }}
      />
    </Paper>
  );
}

function Told({ design }: { design: Design }) {
  const actor = useActorName();
  const { status, reason, decided_by: by, decided_at: at, expires_at: until } = design;
  return (
    <>
      {status === 'planned' && <Text size="sm">It is shown here as soon as it is drawn.</Text>}
      {status === 'waiting' && (
        <Text size="sm">
          Nothing is sold before you say yes.
          {until !== null && (
            <>
              {' '}
              It is closed <When at={until} /> if nobody decides.
            </>
          )}
        </Text>
      )}
      {by !== null && at !== null && status !== 'expired' && (
        <Text size="sm">
          By {within(actor(by))}, <When at={at} />
        </Text>
      )}
      {reason !== null && (
        <Text size="sm" c={status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} className={classes.reason}>
          {reason}
        </Text>
      )}
    </>
  );
}
