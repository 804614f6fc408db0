import { ListFailure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { Empty } from '@/components/Empty';
import { Rows } from '@/components/Rows';

import { useRuns } from './queries';
import { RunRow } from './RunRow';
import classes from './runs.module.css';

const SHOWN = 4;

export function LatestRuns() {
  const { query, items } = useRuns({}, SHOWN);
  if (query.isPending) return <Rows count={SHOWN} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return (
      <Empty title="No runs yet" action={<ButtonLink to="/runs">Start a run</ButtonLink>}>
        A run turns the best trends into designs that wait for your yes.
      </Empty>
    );
  }
  return (
    <ul className={classes.list} aria-label="Latest runs">
      {items.slice(0, SHOWN).map((run) => (
        <RunRow key={run.id} run={run} slim />
      ))}
    </ul>
  );
}
