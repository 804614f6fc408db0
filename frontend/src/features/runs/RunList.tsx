import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { FilterSelect } from '@/components/FilterSelect';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';

import { useRuns } from './queries';
import { runWord } from './RunBadge';
import { RunRow } from './RunRow';
import classes from './runs.module.css';
import { RUN_STATUSES, type RunSearch } from './search';

interface RunListProps {
  search: RunSearch;
  onSearch: (next: RunSearch) => void;
}

export function RunFilter({ search, onSearch }: RunListProps) {
  return (
    <FilterSelect
      label="Status"
      all="Every status"
      w={160}
      choices={RUN_STATUSES.map((status) => ({ value: status, label: runWord(status) }))}
      value={search.status}
      onValue={(status) => {
        onSearch(status ? { status } : {});
      }}
    />
  );
}

export function RunList({ search, onSearch }: RunListProps) {
  const { query, items } = useRuns(search);
  if (query.isPending) return <Rows count={5} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return search.status === undefined ? (
      <Empty title="No runs yet">A run turns the best trends into ideas and designs, and waits for your yes.</Empty>
    ) : (
      <NoneFits
        title="No run is like that"
        all="Show all runs"
        onAll={() => {
          onSearch({});
        }}
      />
    );
  }
  return (
    <>
      <ul className={classes.list} data-first-line aria-label="Runs" aria-busy={query.isPlaceholderData}>
        {items.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="run" query={query} />
    </>
  );
}
