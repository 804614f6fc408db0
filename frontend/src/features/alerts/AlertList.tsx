import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Rows } from '@/components/Rows';

import { AlertRow } from './AlertRow';
import classes from './alerts.module.css';
import { useAlerts, useSubjects } from './queries';
import type { AlertSearch } from './search';

interface AlertListProps {
  search: AlertSearch;
  onSearch: (next: AlertSearch) => void;
}

export function AlertList({ search, onSearch }: AlertListProps) {
  const { query, items } = useAlerts(search);
  if (query.isPending) return <Rows count={5} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) {
    return Object.keys(search).length === 0 ? (
      <Nothing />
    ) : (
      <NoneFits
        title={search.state === 'open' ? 'Nothing is open' : 'No alert is like that'}
        all="Show all alerts"
        onAll={() => {
          onSearch({});
        }}
      />
    );
  }
  return (
    <>
      <ul className={classes.list} data-first-line aria-label="Alerts" aria-busy={query.isPlaceholderData}>
        {items.map((alert) => (
          <AlertRow key={alert.id} alert={alert} />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="alert" query={query} />
    </>
  );
}

/** What is watched, so that silence can be told from nobody listening. */
function Nothing() {
  const { data: subjects } = useSubjects();
  if (subjects?.length === 0) {
    return (
      <Empty title="Nothing is followed yet">
        Alerts watch what people say about the subjects that this workspace follows. As soon as one is followed, three
        rules are held against it: a negative share, a burst of posts, and a new mix of emotions.
      </Empty>
    );
  }
  return (
    <Empty
      title="No alert so far"
      action={
        <ButtonLink to="/alerts/rules" variant="default">
          See the rules
        </ButtonLink>
      }
    >
      Three rules watch {subjects ? named(subjects.map(({ words }) => words)) : 'what is followed'}: more than half of
      what is said surely negative, far more posts than usual, and emotions that surely changed. Bursts and new mixes
      are told a week after following at the earliest.
    </Empty>
  );
}

function named(words: string[]): string {
  const [first = '', ...others] = words;
  return others.length === 0 ? `“${first}”` : `“${first}” and ${others.length} more`;
}
