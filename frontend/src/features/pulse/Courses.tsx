import { SegmentedControl, Skeleton, Stack } from '@mantine/core';

import { Chart } from '@/components/charts/Chart';
import { Keys } from '@/components/charts/Keys';
import { StackKeys } from '@/components/charts/StackKeys';
import { Stacks } from '@/components/charts/Stacks';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { portion } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { PulsePoint } from '@/lib/schema';

import { FEELINGS, sum } from './counts';
import { KINDS, type Moment, postsWords, threadsOf } from './feelings';
import { drawnAt, momentsOf, type Per, perOf, persOf, sinceOf, stepOf, USUAL_RANGE } from './period';
import type { usePoints } from './queries';
import { changed, type PulseSearch } from './search';

interface CoursesProps {
  course: ReturnType<typeof usePoints>;
  search: PulseSearch;
  onSearch: (next: PulseSearch) => void;
  /** Of how many subjects the lines are, where it is not all of them. */
  drawn: number | null;
}

/** How much was said from hour to hour, and how people felt about it. */
export function Courses({ course, search, onSearch, drawn }: CoursesProps) {
  const now = useNow();
  const range = search.range ?? USUAL_RANGE;
  const per = perOf(range, search.per);
  const moments = momentsFrom(course.points, range === 'all' ? null : sinceOf(range, now), now, per);
  const hourly = per === 'hour';
  const threads = threadsOf(hourly ? together(moments, HOURS) : moments);
  const about = drawn === null ? '' : ` Of the ${drawn} subjects of which most was said.`;
  const states = (
    <>
      {course.isPending && <Skeleton h={260} />}
      {course.error !== null && <Failure error={course.error} onRetry={() => void course.refetch()} />}
    </>
  );
  const ready = !course.isPending && course.error === null;
  return (
    <>
      <Panel
        title="How much is said"
        about={`Posts by ${hourly ? 'the hour' : 'the day, in UTC'}.${about}`}
        action={
          <PerChoice
            per={per}
            all={persOf(range)}
            onPer={(next) => {
              onSearch(changed(search, { per: next }));
            }}
          />
        }
      >
        {states}
        {ready && (
          <Stack gap="md">
            <Stacks
              title="Posts over time"
              kinds={KINDS}
              bars={moments.map(({ at, counts }) => ({ at, parts: FEELINGS.map((name) => counts[name]) }))}
              step={stepOf(per)}
              total={postsWords}
              hourly={hourly}
            />
            <StackKeys kinds={KINDS} />
          </Stack>
        )}
      </Panel>
      <Panel
        title="How the mood moves"
        about={`The share of each by ${hourly ? 'three hours' : 'the day'}, within its bounds nineteen times out of twenty. Few posts have wide bounds; where nothing was said is a gap.`}
      >
        {states}
        {ready && (
          <Stack gap="md">
            <Chart title="Mood over time" threads={threads} write={portion} hourly={hourly} height={220} />
            <Keys threads={threads} />
          </Stack>
        )}
      </Panel>
    </>
  );
}

/** One hour seldom has enough posts to tell a mood by. */
const HOURS = 3;

/** So many moments as one, told at the first of them; the last one may be shorter. */
function together(moments: readonly Moment[], many: number): Moment[] {
  return moments.flatMap(({ at }, index) =>
    index % many === 0 ? [{ at, counts: sum(moments.slice(index, index + many).map(({ counts }) => counts)) }] : [],
  );
}

/** Every moment of the range, or from the first on that is known. */
function momentsFrom(points: readonly PulsePoint[], since: number | null, now: number, per: Per): Moment[] {
  const first = since ?? Math.min(now, ...points.map(({ at }) => new Date(at).getTime()));
  return momentsOf(first, now, per).map((at) => ({
    at,
    counts: sum(points.filter((point) => drawnAt(point.at, per) === at)),
  }));
}

function PerChoice({ per, all, onPer }: { per: Per; all: readonly Per[]; onPer: (next: Per) => void }) {
  if (all.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label="By the hour or the day"
      data={[
        { value: 'hour', label: 'Hours' },
        { value: 'day', label: 'Days' },
      ]}
      value={per}
      onChange={(chosen) => {
        onPer(chosen === 'hour' ? 'hour' : 'day');
      }}
    />
  );
}
