import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconEarOff } from '@tabler/icons-react';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { ButtonLink, TextLink } from '@/components/links';
import { Rows } from '@/components/Rows';
import { When } from '@/components/When';
import { useActorName, within } from '@/features/accounts/actor';
import { useRights } from '@/lib/context';
import type { Subject } from '@/lib/schema';

import { NetworkRows } from './NetworkRows';
import { refusedAlike } from './networks';
import { useSubjects, useUnfollow } from './queries';
import { Refused } from './Refused';
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
  const refusals = refusedAlike(subjects.data);
  const told = new Set(refusals.map(({ name }) => name));
  return (
    <>
      <Refused refusals={refusals} />
      <ul className={classes.list} aria-label="Followed subjects">
        {subjects.data.map((row) => (
          <SubjectRow key={row.id} row={row} told={told} onEnd={unfollow.mutate} />
        ))}
      </ul>
    </>
  );
}

interface SubjectRowProps {
  row: Subject;
  told: ReadonlySet<string>;
  onEnd: (row: Subject) => void;
}

function SubjectRow({ row, told, onEnd }: SubjectRowProps) {
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
            Followed <When at={row.followed_at} /> by {within(actor(row.followed_by))}
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
      <NetworkRows words={row.words} networks={row.networks} told={told} />
    </li>
  );
}
