import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Rows } from '@/components/Rows';
import { SearchField } from '@/components/SearchField';
import type { SaidSegment } from '@/lib/schema';

import { Marked } from './Marked';
import { useSaid } from './queries';
import classes from './recordings.module.css';
import { clockTime } from './times';

interface SaidSearchProps {
  words: string | undefined;
  onWords: (words: string) => void;
}

/** Finds words in every recording; each hit opens its recording at the second. */
export function SaidSearch({ words = '', onWords }: SaidSearchProps) {
  return (
    <>
      <div className={classes.find}>
        <SearchField
          label="Find what was said"
          placeholder="Words, or “some in this order”"
          value={words}
          onValue={onWords}
        />
      </div>
      {words !== '' && <Hits words={words} />}
    </>
  );
}

function Hits({ words }: { words: string }) {
  const { query, items } = useSaid(words);
  if (query.isPending) return <Rows count={3} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return (
      <Text c="dimmed" px={20} pb={20} role="status">
        Nobody says “{words}” in a recording.
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="Where it is said" aria-busy={query.isPlaceholderData}>
        {items.map((hit) => (
          <Hit key={`${hit.recording_id}/${hit.segment.number}`} hit={hit} words={words} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="hit" query={query} />
    </>
  );
}

function Hit({ hit: { recording_id, recording_name, segment }, words }: { hit: SaidSegment; words: string }) {
  return (
    <li className={classes.hit} data-testid="hit">
      <span className={`num ${classes.time ?? ''}`}>{clockTime(segment.start)}</span>
      <div style={{ minWidth: 0 }}>
        <Link
          to="/recordings/$recordingId"
          params={{ recordingId: recording_id }}
          search={{ at: segment.start, words }}
          className={classes.name}
        >
          {recording_name}
        </Link>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <Marked text={segment.text} words={words} />
        </Text>
      </div>
    </li>
  );
}
