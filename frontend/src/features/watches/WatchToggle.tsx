import { Switch } from '@mantine/core';

import { useRights } from '@/lib/context';
import { every } from '@/lib/format';
import type { Wanted, Watch } from '@/lib/schema';

import { useWatches, useWatching } from './queries';

/** Collect this target on the marketplace's schedule, or no longer. */
export function WatchToggle({ marketplace, target }: Wanted) {
  const { data: watches } = useWatches();
  const { watch, unwatch } = useWatching();
  const { work } = useRights();
  const row = watches?.find((one) => one.marketplace === marketplace && one.target === target);
  return (
    <Switch
      label="Watch this target"
      description={
        row ? paceWords(row) : 'Collected again on its own: more often while it moves, less often while not.'
      }
      checked={row !== undefined || watch.isPending}
      disabled={!work || watches === undefined || watch.isPending || unwatch.isPending}
      onChange={(event) => {
        if (event.currentTarget.checked) watch.mutate({ marketplace, target });
        else if (row) unwatch.mutate(row);
      }}
    />
  );
}

function paceWords(row: Watch): string {
  const pace = `Collected again ${every(row.every_minutes_now / 60)}`;
  return row.paused_at === null ? `${pace}. ${row.why}` : `${pace}, but paused for now.`;
}
