import { Button, Group, Stack, Text } from '@mantine/core';

import { Countdown } from '@/components/Countdown';
import { Empty } from '@/components/Empty';
import { ButtonLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { FollowForm } from '@/features/subjects/FollowForm';
import { isAtWork, isTrouble, networksOf, nextVisit, wasHeard } from '@/features/subjects/networks';
import { useRights } from '@/lib/context';
import type { Subject } from '@/lib/schema';

export function NothingFollowed() {
  const { work } = useRights();
  return (
    <Panel
      title="Follow a subject"
      about={
        work &&
        'Wareloom looks for posts about it at every network that can be asked, reads how people feel, and shows it here as it comes.'
      }
    >
      <FollowForm />
    </Panel>
  );
}

/** What is followed has not been heard of in this time: not yet, or not at all. */
export function NothingHeard({ subjects, onAll }: { subjects: readonly Subject[]; onAll: (() => void) | null }) {
  const heard = wasHeard(subjects);
  return (
    <Panel flush title={heard ? 'Quiet' : 'Listening'}>
      <Empty
        title={heard ? 'Nothing was said in this time' : 'Nothing is heard yet'}
        action={
          <Group gap="sm" justify="center">
            {heard && onAll && <Button onClick={onAll}>Show all time and every network</Button>}
            <ButtonLink to="/subjects" variant="default">
              How each network is heard
            </ButtonLink>
          </Group>
        }
      >
        <ListenedTo subjects={subjects} />
      </Empty>
    </Panel>
  );
}

function ListenedTo({ subjects }: { subjects: readonly Subject[] }) {
  const [first, ...others] = subjects;
  const [silent, asked] = bySilence(subjects);
  const next = nextVisit(subjects);
  const busy = subjects.some(({ networks }) => networks.some(isAtWork));
  return (
    <Stack gap={4}>
      <Text size="sm" inherit>
        Wareloom listens for {first && `“${first.words}”`}
        {others.length > 0 && ` and ${others.length} more`} at {named(asked)}.
        {silent.length > 0 && ` ${named(silent)} cannot be asked yet.`}
      </Text>
      <Text size="sm" inherit>
        {busy && 'A network is being asked just now. '}
        {!busy && next !== null && (
          <>
            The next visit is <Countdown to={next} />.
          </>
        )}
      </Text>
    </Stack>
  );
}

/** Networks that refuse to be asked about any of them, and the others. */
function bySilence(subjects: readonly Subject[]): [silent: string[], asked: string[]] {
  const rows = subjects.flatMap(({ networks }) => networks);
  const answers = new Set(rows.filter((row) => !isTrouble(row)).map(({ network }) => network));
  const [silent, asked]: [string[], string[]] = [[], []];
  for (const { name, title } of networksOf(subjects)) (answers.has(name) ? asked : silent).push(title);
  return [silent, asked];
}

function named(titles: readonly string[]): string {
  return titles.length === 0 ? 'no network' : new Intl.ListFormat().format(titles);
}
