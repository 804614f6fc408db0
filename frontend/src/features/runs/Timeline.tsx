import { Text } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { ListFailure } from '@/components/Failure';
import { Filters, FilterSelect } from '@/components/FilterSelect';
import { LoadMore } from '@/components/LoadMore';
import { NoneFits } from '@/components/NoneFits';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import type { Run } from '@/lib/schema';
import { given } from '@/lib/search';

import { isOpen } from './progress';
import { useSteps } from './queries';
import { stepWord } from './RunBadge';
import classes from './Timeline.module.css';
import { STEP_STATUSES, type StepSearch } from './search';
import { StepRow } from './StepRow';
import { useSubjectName } from './subjects';

interface TimelineProps {
  run: Run;
  search: StepSearch;
  onSearch: (next: StepSearch) => void;
}

export function Timeline(props: TimelineProps) {
  return (
    <Panel
      flush
      title="Timeline"
      about="Every step in the order in which it came up."
      action={<StepFilters {...props} />}
    >
      <Steps {...props} />
    </Panel>
  );
}

function StepFilters({ run, search, onSearch }: TimelineProps) {
  return (
    <Filters>
      <FilterSelect
        label="Verb"
        all="Every verb"
        w={180}
        choices={run.stages.map((stage) => ({ value: stage.verb, label: stage.title }))}
        value={search.verb}
        onValue={(verb) => {
          onSearch(given<StepSearch>({ status: search.status, verb }));
        }}
      />
      <FilterSelect
        label="Status of steps"
        all="Every status"
        choices={STEP_STATUSES.map((status) => ({ value: status, label: stepWord(status) }))}
        value={search.status}
        onValue={(status) => {
          onSearch(given<StepSearch>({ verb: search.verb, status }));
        }}
      />
    </Filters>
  );
}

function Steps({ run, search, onSearch }: TimelineProps) {
  const { query, items } = useSteps(run, search);
  const name = useSubjectName(run);
  if (query.isPending) return <Rows count={6} />;
  if (query.isError && items.length === 0) return <ListFailure query={query} />;
  if (items.length === 0) return <Nothing narrowed={Object.keys(search).length > 0} run={run} onSearch={onSearch} />;
  return (
    <>
      <ul className={classes.steps} aria-label="Steps" aria-busy={query.isPlaceholderData}>
        {items.map((step) => (
          <StepRow
            key={step.id}
            step={step}
            title={run.stages.find((stage) => stage.verb === step.verb)?.title ?? step.verb}
            name={name(step.subject_id)}
          />
        ))}
      </ul>
      <LoadMore shown={items.length} noun="step" query={query} />
    </>
  );
}

function Nothing({ narrowed, run, onSearch }: Pick<TimelineProps, 'run' | 'onSearch'> & { narrowed: boolean }) {
  if (!narrowed) {
    return (
      <Empty title="No steps yet">
        <Text inherit>{isOpen(run) ? 'The first one begins in a moment.' : 'It ended before it began.'}</Text>
      </Empty>
    );
  }
  return (
    <NoneFits
      title="No step is like that"
      all="Show all steps"
      onAll={() => {
        onSearch({});
      }}
    />
  );
}
