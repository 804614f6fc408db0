import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconEarOff } from '@tabler/icons-react';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { ButtonLink, TextLink } from '@/components/links';
import { Rows } from '@/components/Rows';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { useRights } from '@/lib/context';
import type { Subject } from '@/lib/schema';

import { NetworkRows } from './NetworkRows';
import { useSubjects, useUnfollow } from './queries';
import classes from './subjects.module.css';

/** What this workspace listens for, and how far each network has been heard about it. */
export function SubjectList() {
  const subjects = useSubjects();
  const unfollow = useUnfollow();
  if (subjects.isPending) return <Rows count={3} tall />;
  if (subjects.isError) return <ListFailure query={subjects} />;
  if (subjects.data.length === 0) {
    return (
      <Empty title="Nothing is followed yet">
        Follow a subject above: its posts are looked for at every network, and their moods are read.
      </Empty>
    );
  }
  return (
    <ul className={classes.list} aria-label="Followed subjects">
      {subjects.data.map((row) => (
        <SubjectRow key={row.id} row={row} onEnd={unfollow.mutate} />
      ))}
    </ul>
  );
}

function SubjectRow({ row, onEnd }: { row: Subject; onEnd: (row: Subject) => void }) {
  const { work } = useRights();
  const actor = useActorName();
  return (
    <li className={classes.subject} data-testid="subject">
      <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
        <div style={{ minWidth: 0 }}>
          <TextLink to="/pulse" search={{ subject: row.id }} fw={550} style={{ overflowWrap: 'anywhere' }}>
            {row.words}
          </TextLink>
          <Text size="sm" c="dimmed">
            Followed <When at={row.followed_at} /> by {whom(actor(row.followed_by))}
          </Text>
        </div>
        <Group gap={6} wrap="nowrap" flex="none">
          <ButtonLink
            to="/pulse"
            search={{ subject: row.id }}
            size="compact-sm"
            variant="default"
            aria-label={`Pulse of ${row.words}`}
          >
            Pulse
          </ButtonLink>
          {work && (
            <Tooltip label="Stop following">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Stop following ${row.words}`}
                onClick={() => {
                  onEnd(row);
                }}
              >
                <IconEarOff size={17} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </Group>
      <NetworkRows words={row.words} networks={row.networks} />
    </li>
  );
}

function whom(actor: string): string {
  return actor === 'You' ? 'you' : actor;
}
