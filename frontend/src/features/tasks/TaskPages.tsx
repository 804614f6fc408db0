import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { LoadMore } from '@/components/LoadMore';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { PageRows } from '@/features/marketplaces/PageRows';
import type { Task } from '@/lib/schema';

import { isOpen, usePages } from './queries';

/** What became of each page that a task asked for. */
export function TaskPages({ task }: { task: Task }) {
  return (
    <Panel
      flush
      title="Pages"
      about="Every page that it asked for, the newest first. Each leads to where it came from."
    >
      <Pages task={task} />
    </Panel>
  );
}

function Pages({ task }: { task: Task }) {
  const { query, items } = usePages(task);
  if (query.isPending) return <Rows count={4} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return (
      <Empty title="No pages yet">
        {isOpen(task) ? 'The first one is on its way.' : 'It ended before a page was asked for.'}
      </Empty>
    );
  }
  return (
    <>
      <PageRows pages={items} label="Pages of this task" />
      <LoadMore shown={items.length} noun="page" query={query} />
    </>
  );
}
