import { Box, Button, Select } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
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
    <Select
      aria-label="Status"
      size="xs"
      w={160}
      data={[
        { value: '', label: 'Every status' },
        ...RUN_STATUSES.map((status) => ({ value: status, label: runWord(status) })),
      ]}
      value={search.status ?? ''}
      onChange={(value) => {
        const status = RUN_STATUSES.find((one) => one === value);
        onSearch(status ? { status } : {});
      }}
    />
  );
}

export function RunList({ search, onSearch }: RunListProps) {
  const { query, items } = useRuns(search);
  if (query.isPending) return <Rows count={5} />;
  if (query.isError && items.length === 0) {
    return (
      <Box px={20} pb={20}>
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </Box>
    );
  }
  if (items.length === 0) {
    return search.status === undefined ? (
      <Empty title="No runs yet">A run turns the best trends into ideas and designs, and waits for your yes.</Empty>
    ) : (
      <Empty
        title="No run is like that"
        action={
          <Button
            variant="default"
            onClick={() => {
              onSearch({});
            }}
          >
            Show all runs
          </Button>
        }
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
