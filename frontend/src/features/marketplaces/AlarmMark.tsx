import { VisuallyHidden } from '@mantine/core';

import { worse } from './health';
import { useHealths, useMarketplaces } from './queries';
import classes from './AlarmMark.module.css';

/** A small mark while something is wrong with a source that is watched here, or of which an alarm was heard. */
export function AlarmMark({ watched }: { watched: ReadonlySet<string> }) {
  const { data: marketplaces = [] } = useMarketplaces();
  const healths = useHealths(
    marketplaces.map((one) => one.name),
    watched,
  );
  const open = healths.reduce((sum, { data }) => sum + (data ? worse(data).length : 0), 0);
  if (open === 0) return null;
  return (
    <span className={classes.mark} data-testid="alarm-mark">
      <VisuallyHidden>{open === 1 ? '1 alarm is open' : `${open} alarms are open`}</VisuallyHidden>
    </span>
  );
}
