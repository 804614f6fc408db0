import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { LoadMore } from '@/components/LoadMore';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { Marked } from '@/features/recordings/Marked';
import { clockTime } from '@/features/recordings/times';
import type { HeardMoment } from '@/lib/schema';

import classes from './mentions.module.css';
import { useHeardOf } from './queries';

/** Where this workspace's own recordings speak of a trend: each moment opens its recording at the second. */
export function HeardPanel({ id, words }: { id: string; words: string }) {
  const { query, items } = useHeardOf(id);
  return (
    <Panel flush title="Heard in your recordings" about="Where its words are said. Only your workspace sees this.">
      {query.isPending && <Rows count={2} />}
      {query.isError && items.length === 0 && <ListFailure query={query} />}
      {query.isSuccess && items.length === 0 && !query.hasNextPage && (
        <Empty title="Not heard yet" action={<ButtonLink to="/recordings">Bring a recording</ButtonLink>}>
          As soon as somebody says “{words}” in a recording of yours, the moment is shown here.
        </Empty>
      )}
      {items.length > 0 && (
        <ul className={classes.list} aria-label="Moments">
          {items.map((moment) => (
            <Moment key={`${moment.recording_id}/${moment.number}`} moment={moment} />
          ))}
        </ul>
      )}
      {(items.length > 0 || query.hasNextPage) && <LoadMore shown={items.length} noun="moment" query={query} />}
    </Panel>
  );
}

function Moment({ moment }: { moment: HeardMoment }) {
  const { recording_id, recording_name, start, said, snippet } = moment;
  return (
    <li className={classes.moment} data-testid="heard-moment">
      <span className={`num ${classes.time ?? ''}`}>{clockTime(start)}</span>
      <div style={{ minWidth: 0 }}>
        <Link
          to="/recordings/$recordingId"
          params={{ recordingId: recording_id }}
          search={{ at: start }}
          className={classes.name}
        >
          {recording_name}
        </Link>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Marked text={snippet} words={said.map((words) => `"${words}"`).join(' ')} />
        </Text>
        <Feeling moment={moment} />
      </div>
    </li>
  );
}

function Feeling({ moment: { sentiment, uncertain } }: { moment: HeardMoment }) {
  if (sentiment === null || uncertain || sentiment === 'neutral') return null;
  return (
    <Text size="xs" c="dimmed" mt={2}>
      Said in a {sentiment} mood
    </Text>
  );
}
