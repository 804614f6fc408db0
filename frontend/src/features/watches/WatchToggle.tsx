import { Switch } from '@mantine/core';

import { useMarketplaces } from '@/features/marketplaces/queries';
import { useRights } from '@/lib/context';
import { every } from '@/lib/format';
import type { Wanted } from '@/lib/schema';

import { useWatches, useWatching } from './queries';

/** Collect this target on the marketplace's schedule, or no longer. */
export function WatchToggle({ marketplace, target }: Wanted) {
  const { data: watches } = useWatches();
  const { data: marketplaces } = useMarketplaces();
  const { watch, unwatch } = useWatching();
  const { work } = useRights();
  const row = watches?.find((one) => one.marketplace === marketplace && one.target === target);
  const rhythm = marketplaces?.find((one) => one.name === marketplace)?.every_hours;
  return (
    <Switch
      label="Watch this target"
      description={rhythm === undefined ? undefined : `Collected again ${every(rhythm)}.`}
      checked={row !== undefined || watch.isPending}
      disabled={!work || watches === undefined || watch.isPending || unwatch.isPending}
      onChange={(event) => {
        if (event.currentTarget.checked) watch.mutate({ marketplace, target });
        else if (row) unwatch.mutate(row);
      }}
    />
  );
}
