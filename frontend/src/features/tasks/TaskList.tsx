import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { Filters, FilterSelect } from '@/components/FilterSelect';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';
import { MarketplaceFilter } from '@/features/marketplaces/MarketplaceFilter';
import { given } from '@/lib/search';

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
  return (
    <Filters>
      <FilterSelect
        label="Status"
        all="Every status"
        choices={STATUSES.map((status) => ({ value: status, label: statusWord(status) }))}
        value={search.status}
        onValue={(status) => {
          onSearch(given<TaskSearch>({ status, marketplace: search.marketplace }));
        }}
      />
      <MarketplaceFilter
        name={search.marketplace}
        onName={(marketplace) => {
          onSearch(given<TaskSearch>({ status: search.status, marketplace }));
        }}
      />
    </Filters>
  );
}

export function TaskList({ search, onSearch }: TaskListProps) {
  const { query, items } = useTasks(search);
  if (query.isPending) return <Rows count={6} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    const narrowed = search.status !== undefined || search.marketplace !== undefined;
    return narrowed ? (
      <NoneFits
        title="No task is like that"
        all="Show all tasks"
        onAll={() => {
          onSearch({});
        }}
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
