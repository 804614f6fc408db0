import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { Chip } from '@/components/Chip';
import { Tabs } from '@/components/Tabs';
import { useRunName } from '@/features/runs/subjects';
import { useTrendName } from '@/features/trends/names';
import { count } from '@/lib/format';
import type { DesignStatus } from '@/lib/schema';

import { designWord } from './DesignBadge';
import classes from './designs.module.css';
import { useDesignCounts } from './queries';
import { changed, DESIGN_STATUSES, type DesignSearch, narrowed } from './search';

const [FIRST, ...OTHERS] = DESIGN_STATUSES;
const TABS: (DesignStatus | undefined)[] = [FIRST, undefined, ...OTHERS];

/** By status, with how many there are; what waits for a person comes first. */
export function DesignTabs({ search }: { search: DesignSearch }) {
  const { data } = useDesignCounts();
  const counts = narrowed(search) ? undefined : data?.counts;
  const all = counts && Object.values(counts).reduce((sum, one) => sum + one, 0);
  return (
    <Tabs label="Designs by status" className={classes.tabs}>
      {TABS.map((status) => {
        const number = status === undefined ? all : counts && (counts[status] ?? 0);
        return (
          <Link
            key={status ?? 'all'}
            to="/designs"
            search={changed(search, { status })}
            activeOptions={{ exact: true }}
            className={classes.tab}
            replace
          >
            {status === undefined ? 'All' : designWord(status)}
            {number !== undefined && <span className={`num ${classes.number ?? ''}`}>{count(number)}</span>}
          </Link>
        );
      })}
    </Tabs>
  );
}

/** What links narrowed the gallery to: shown, and taken off, as chips. */
export function DesignChips({ search, onSearch }: { search: DesignSearch; onSearch: (next: DesignSearch) => void }) {
  const trend = useTrendName();
  const run = useRunName(search.run_id);
  const { run_id, trend_id, idea_id } = search;
  const off = (part: 'run_id' | 'trend_id' | 'idea_id') => () => {
    onSearch(changed(search, { [part]: undefined }));
  };
  if (!narrowed(search)) return null;
  return (
    <Group gap="xs">
      {run_id !== undefined && <Chip said={`Run: ${run ?? run_id.slice(-6)}`} onOff={off('run_id')} />}
      {trend_id !== undefined && (
        <Chip said={`Trend: ${trend(trend_id) ?? trend_id.slice(-6)}`} onOff={off('trend_id')} />
      )}
      {idea_id !== undefined && <Chip said={`Idea ${idea_id.slice(-6)}`} onOff={off('idea_id')} />}
    </Group>
  );
}
