import { Button, Skeleton, Stack } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { PostList } from '@/features/posts/PostList';
import { wasHeard } from '@/features/subjects/networks';
import { useNetworkTitle, useSubjects } from '@/features/subjects/queries';
import type { Subject, SubjectPulse } from '@/lib/schema';
import { given } from '@/lib/search';

import { byNetwork, sum } from './counts';
import { Courses } from './Courses';
import { EmotionsPanel } from './EmotionsPanel';
import { NothingFollowed, NothingHeard } from './Nothing';
import { PartsTable } from './PartsTable';
import { sinceOf, USUAL_RANGE } from './period';
import classes from './pulse.module.css';
import { PulseTools } from './PulseTools';
import { countsOf, MOST_DRAWN, usePoints, usePulses } from './queries';
import { changed, type PulseSearch } from './search';
import { TotalsPanel } from './TotalsPanel';

interface PulseViewProps {
  search: PulseSearch;
  onSearch: (next: PulseSearch) => void;
}

/** How much is said of what is followed, how people feel about it, and the posts themselves. */
export function PulseView({ search, onSearch }: PulseViewProps) {
  const subjects = useSubjects();
  if (subjects.isPending) return <Loading />;
  if (subjects.isError && !subjects.data) {
    return <Failure error={subjects.error} onRetry={() => void subjects.refetch()} />;
  }
  if (subjects.data.length === 0) return <NothingFollowed />;
  const chosen = subjects.data.filter(({ id }) => search.subject === undefined || id === search.subject);
  return (
    <>
      <PulseTools subjects={subjects.data} search={search} onSearch={onSearch} />
      {chosen.length === 0 ? (
        <NotFollowed
          onAll={() => {
            onSearch(changed(search, { subject: undefined }));
          }}
        />
      ) : (
        <Heard subjects={chosen} search={search} onSearch={onSearch} />
      )}
    </>
  );
}

type HeardProps = PulseViewProps & { subjects: readonly Subject[] };

function Heard(props: HeardProps) {
  const { search, onSearch } = props;
  const { subject, network, range = USUAL_RANGE, per, ...posts } = search;
  return (
    <>
      <Felt {...props} />
      {wasHeard(props.subjects) && (
        <PostList
          scope={{
            ...given<{ subject?: string; network?: string }>({ subject, network }),
            range,
            since: () => (range === 'all' ? undefined : new Date(sinceOf(range, Date.now())).toISOString()),
          }}
          search={posts}
          onSearch={(next) => {
            onSearch(changed(next, { subject, network, range, per }));
          }}
        />
      )}
    </>
  );
}

function Felt({ subjects, search, onSearch }: HeardProps) {
  const pulses = usePulses(search);
  const widened = search.range !== 'all' || search.network !== undefined;
  if (pulses.isPending) return <Loading />;
  if (pulses.isError && !pulses.data) {
    return <Failure error={pulses.error} onRetry={() => void pulses.refetch()} />;
  }
  const found = pulses.data.filter(({ subject_id }) => subjects.some(({ id }) => id === subject_id));
  if (found.length > 0) return <Told pulses={found} search={search} onSearch={onSearch} />;
  const onAll = () => {
    onSearch(changed(search, { range: 'all', network: undefined }));
  };
  return <NothingHeard subjects={subjects} onAll={widened ? onAll : null} />;
}

function Told({ pulses, search, onSearch }: PulseViewProps & { pulses: readonly SubjectPulse[] }) {
  const title = useNetworkTitle();
  const loudest = [...pulses].sort((one, other) => other.posts - one.posts);
  const course = usePoints(
    loudest.map(({ subject_id }) => subject_id),
    search,
  );
  const counts = sum(pulses.map(countsOf));
  const networks = byNetwork(course.points).map(([id, told]) => ({ id, title: title(id), counts: told }));
  return (
    <>
      <TotalsPanel counts={counts} several={pulses.length > 1} />
      <div className={classes.pair}>
        <Courses
          course={course}
          search={search}
          onSearch={onSearch}
          drawn={pulses.length > MOST_DRAWN ? MOST_DRAWN : null}
        />
        <EmotionsPanel counts={counts} />
        <Stack gap="lg" miw={0}>
          {networks.length > 0 && (
            <PartsTable
              title="By network"
              noun="Network"
              rows={networks}
              onChoose={(network) => {
                onSearch(changed(search, { network }));
              }}
            />
          )}
          {search.subject === undefined && pulses.length > 1 && (
            <PartsTable
              title="By subject"
              noun="Subject"
              rows={loudest.map((one) => ({ id: one.subject_id, title: one.words, counts: countsOf(one) }))}
              onChoose={(subject) => {
                onSearch(changed(search, { subject }));
              }}
            />
          )}
        </Stack>
      </div>
    </>
  );
}

function NotFollowed({ onAll }: { onAll: () => void }) {
  return (
    <Panel flush title="Pulse">
      <Empty title="This subject is not followed" action={<Button onClick={onAll}>Show all that you follow</Button>}>
        It may have been unfollowed since this address was written.
      </Empty>
    </Panel>
  );
}

function Loading() {
  return (
    <Stack role="status" aria-label="Loading">
      <Skeleton h={170} radius="lg" />
      <Skeleton h={300} radius="lg" />
    </Stack>
  );
}
