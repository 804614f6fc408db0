import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';
import { useRights } from '@/lib/context';

import { useRecordings } from './queries';
import { RecordingRow } from './RecordingRow';
import classes from './recordings.module.css';
import type { RecordingSearch } from './search';

interface RecordingListProps {
  search: RecordingSearch;
  onSearch: (next: RecordingSearch) => void;
}

/** The newest first. */
export function RecordingList({ search, onSearch }: RecordingListProps) {
  const { query, items } = useRecordings(search);
  const { work } = useRights();
  if (query.isPending) return <Rows count={4} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return search.status === undefined ? (
      <Empty title="No recordings yet">
        {work
          ? 'Drop a file above, or name an address. What is said in it stands here, to the second, and can be searched.'
          : 'What a member of the workspace brings stands here, with what is said in it.'}
      </Empty>
    ) : (
      <NoneFits
        title="No recording is like that"
        all="Show all recordings"
        onAll={() => {
          onSearch({});
        }}
      />
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label="Recordings" aria-busy={query.isPlaceholderData}>
        {items.map((row) => (
          <RecordingRow key={row.id} row={row} />
        ))}
      </ul>
      <LoadMore auto shown={items.length} noun="recording" query={query} />
    </>
  );
}
