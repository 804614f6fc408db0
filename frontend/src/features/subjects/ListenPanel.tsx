import { Button, Group, Skeleton, Text } from '@mantine/core';
import { IconEar } from '@tabler/icons-react';

import { Failure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { failed } from '@/components/toast';
import { useRights } from '@/lib/context';

import { useFollow, useSubjects } from './queries';
import { subjectOf } from './words';

/** What people say in public of something that has a name: the way to its pulse, or to have it listened for. */
export function ListenPanel({ name }: { name: string }) {
  const subjects = useSubjects();
  const found = subjects.data && subjectOf(name, subjects.data);
  return (
    <Panel title="Listening">
      {subjects.isPending && <Skeleton h={58} />}
      {subjects.isError && !subjects.data && <Failure error={subjects.error} onRetry={() => void subjects.refetch()} />}
      {found && (
        <Group gap="sm" justify="space-between">
          <Text size="sm" c="dimmed">
            Wareloom listens for “{found.words}” at {found.networks.length} networks.
          </Text>
          <ButtonLink to="/pulse" search={{ subject: found.id }} variant="default">
            Its pulse
          </ButtonLink>
        </Group>
      )}
      {subjects.data && !found && <Listen name={name} />}
    </Panel>
  );
}

function Listen({ name }: { name: string }) {
  const { work } = useRights();
  const follow = useFollow();
  return (
    <Group gap="sm" justify="space-between">
      <Text size="sm" c="dimmed" flex="1 1 180px">
        {work
          ? 'It is not listened for yet. Followed, its posts are looked for at every network, and their moods are read.'
          : 'It is not listened for yet. A member or an owner of the workspace can follow it.'}
      </Text>
      {work && (
        <Button
          variant="default"
          loading={follow.isPending}
          leftSection={<IconEar size={16} aria-hidden />}
          onClick={() => {
            follow.mutate(name, { onError: failed });
          }}
        >
          Listen to what is said of it
        </Button>
      )}
    </Group>
  );
}
