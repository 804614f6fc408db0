import { useState } from 'react';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';
import type { TaskStart, Watch } from '@/lib/schema';

import { useWatches, useWatching } from './queries';
import { chosen, type WatchSearch } from './search';
import { WatchForm } from './WatchForm';
import classes from './WatchList.module.css';
import { WatchRow } from './WatchRow';

interface WatchListProps {
  /** Collects a watched target now, between two turns of its schedule. */
  onCollect: (wanted: TaskStart) => void;
  /** What is being collected at the moment, as `marketplace/target`. */
  busy: ReadonlySet<string>;
  search?: WatchSearch;
  onSearch?: (next: WatchSearch) => void;
  /** Only what a glance needs. */
  slim?: boolean;
}

export function WatchList({ onCollect, busy, search = {}, onSearch, slim = false }: WatchListProps) {
  const watches = useWatches();
  const { unwatch } = useWatching();
  const [changing, setChanging] = useState<Watch | null>(null);

  if (watches.isPending) return <Rows count={3} />;
  if (watches.isError) return <ListFailure query={watches} />;
  const shown = chosen(watches.data, search);
  return (
    <>
      {shown.length === 0 ? (
        <Nothing narrowed={watches.data.length > 0} onSearch={onSearch} />
      ) : (
        <ul className={classes.list} aria-label="Watched targets" data-slim={slim || undefined}>
          {shown.map((row) => (
            <WatchRow
              key={row.id}
              row={row}
              slim={slim}
              collecting={busy.has(`${row.marketplace}/${row.target}`)}
              onCollect={onCollect}
              onChange={setChanging}
              onEnd={unwatch.mutate}
            />
          ))}
        </ul>
      )}
      <WatchForm
        row={changing}
        onClose={() => {
          setChanging(null);
        }}
      />
    </>
  );
}

function Nothing({ narrowed, onSearch }: { narrowed: boolean; onSearch: WatchListProps['onSearch'] }) {
  if (!narrowed || onSearch === undefined) {
    return (
      <Empty title="Nothing is watched yet">
        Choose “Keep watching” when you start a collection, and its target is collected again on its own.
      </Empty>
    );
  }
  return (
    <NoneFits
      title="No watch is like that"
      all="Show all watches"
      onAll={() => {
        onSearch({});
      }}
    />
  );
}
