import { Box, Button, Group, Select } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Rows } from '@/components/Rows';
import { useMarketplaces } from '@/features/marketplaces/queries';

import { useTasks } from './queries';
import { STATUSES, type TaskSearch } from './search';
import { statusWord } from './StatusBadge';
import { TaskRow } from './TaskRow';
import classes from './tasks.module.css';

interface TaskListProps {
  search: TaskSearch;
  onSearch: (next: TaskSearch) => void;
}

export function TaskFilters({ search, onSearch }: TaskListProps) {
  const { data: marketplaces = [] } = useMarketplaces();
  return (
    <Group gap="sm">
      <Select
        aria-label="Status"
        size="xs"
        w={150}
        data={[
          { value: '', label: 'Every status' },
          ...STATUSES.map((status) => ({ value: status, label: statusWord(status) })),
        ]}
        value={search.status ?? ''}
        onChange={(value) => {
          const status = STATUSES.find((one) => one === value);
          onSearch({
            ...(search.marketplace === undefined ? {} : { marketplace: search.marketplace }),
            ...(status ? { status } : {}),
          });
        }}
      />
      <Select
        aria-label="Only from"
        size="xs"
        w={170}
        data={[
          { value: '', label: 'Every marketplace' },
          ...marketplaces.map((one) => ({ value: one.name, label: one.title })),
        ]}
        value={search.marketplace ?? ''}
        onChange={(value) => {
          onSearch({
            ...(search.status === undefined ? {} : { status: search.status }),
            ...(value ? { marketplace: value } : {}),
          });
        }}
      />
    </Group>
  );
}

export function TaskList({ search, onSearch }: TaskListProps) {
  const { query, items } = useTasks(search);
  if (query.isPending) return <Rows count={6} />;
  if (query.isError && items.length === 0) {
    return (
      <Box px={20} pb={20}>
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </Box>
    );
  }
  if (items.length === 0) {
    const narrowed = search.status !== undefined || search.marketplace !== undefined;
    return narrowed ? (
      <Empty
        title="No task is like that"
        action={
          <Button
            variant="default"
            onClick={() => {
              onSearch({});
            }}
          >
            Show all tasks
          </Button>
        }
      />
    ) : (
      <Empty title="No collections yet">Choose a marketplace and a target above, and start the first one.</Empty>
    );
  }
  return (
    <>
      <ul className={classes.list} data-first-line aria-label="Tasks" aria-busy={query.isPlaceholderData}>
        {items.map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="task" query={query} />
    </>
  );
}
