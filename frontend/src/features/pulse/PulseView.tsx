import { Button, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { PostList } from '@/features/posts/PostList';
import type { PostScope } from '@/features/posts/search';
import { TopPosts } from '@/features/posts/TopPosts';
import { wasHeard } from '@/features/subjects/networks';
import { useSubjects } from '@/features/subjects/queries';
import type { Subject, SubjectPulse } from '@/lib/schema';
import { given } from '@/lib/search';

import { sum } from './counts';
import { Courses } from './Courses';
import { EmotionsPanel } from './EmotionsPanel';
import { NothingFollowed, NothingHeard } from './Nothing';
import { Parts } from './Parts';
import { sinceOf, USUAL_RANGE } from './period';
import classes from './pulse.module.css';
import { PulseTools } from './PulseTools';
import { countsOf, MOST_DRAWN, usePoints, usePulses } from './queries';
import { changed, type PulseSearch } from './search';
import { TotalsPanel } from './TotalsPanel';

interface PulseViewProps {
  search: PulseSearch;
  onSearch: (next: PulseSearch) => void;
  /** What calls for somebody, shown below the totals. */
  alerts: ReactNode;
}

/** How much is said of what is followed, how people feel about it, and the posts themselves. */
export function PulseView({ search, onSearch, alerts }: PulseViewProps) {
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
        <Heard subjects={chosen} search={search} onSearch={onSearch} alerts={alerts} />
      )}
    </>
  );
}

type HeardProps = PulseViewProps & { subjects: readonly Subject[] };

function Heard(props: HeardProps) {
  const { search, onSearch } = props;
  const { subject, network, range, per, ...posts } = search;
  return (
    <>
      <Felt {...props} />
      {wasHeard(props.subjects) && (
        <PostList
          scope={scopeOf(search)}
          search={posts}
          onSearch={(next) => {
            onSearch(changed(next, { subject, network, range, per }));
          }}
        />
      )}
    </>
  );
}

function scopeOf({ subject, network, range = USUAL_RANGE }: PulseSearch): PostScope {
  return {
    ...given<{ subject?: string; network?: string }>({ subject, network }),
    range,
    since: () => (range === 'all' ? undefined : new Date(sinceOf(range, Date.now())).toISOString()),
  };
}

function Felt({ subjects, search, onSearch, alerts }: HeardProps) {
  const pulses = usePulses(search);
  const widened = search.range !== 'all' || search.network !== undefined;
  if (pulses.isPending) return <Loading />;
  if (pulses.isError && !pulses.data) {
    return <Failure error={pulses.error} onRetry={() => void pulses.refetch()} />;
  }
  const found = pulses.data.filter(({ subject_id }) => subjects.some(({ id }) => id === subject_id));
  if (found.length > 0) return <Told pulses={found} search={search} onSearch={onSearch} alerts={alerts} />;
  const onAll = () => {
    onSearch(changed(search, { range: 'all', network: undefined }));
  };
  return <NothingHeard subjects={subjects} onAll={widened ? onAll : null} />;
}

function Told({ pulses, search, onSearch, alerts }: PulseViewProps & { pulses: readonly SubjectPulse[] }) {
  const loudest = [...pulses].sort((one, other) => other.posts - one.posts);
  const course = usePoints(
    loudest.map(({ subject_id }) => subject_id),
    search,
  );
  const counts = sum(pulses.map(countsOf));
  return (
    <>
      <TotalsPanel counts={counts} several={pulses.length > 1} />
      {alerts}
      <div className={classes.pair}>
        <Courses
          course={course}
          search={search}
          onSearch={onSearch}
          drawn={pulses.length > MOST_DRAWN ? MOST_DRAWN : null}
        />
      </div>
      <Parts by="network" search={search} onSearch={onSearch} />
      {search.subject === undefined && <Parts by="subject" search={search} onSearch={onSearch} />}
      <div className={classes.pair}>
        <EmotionsPanel counts={counts} />
        <TopPosts
          scope={scopeOf(search)}
          onAll={() => {
            onSearch(changed(search, { order: 'top' }));
          }}
        />
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
