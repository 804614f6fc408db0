import { Skeleton, Stack, Text } from '@mantine/core';

import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { moment } from '@/lib/days';
import { plural } from '@/lib/format';
import type { Outlook, Signal } from '@/lib/schema';

import { Chart } from '@/components/charts/Chart';
import { weekly } from './days';
import { errs, modelWords } from './forecast';
import { Keys } from '@/components/charts/Keys';
import { MomentsTable } from './MomentsTable';
import { useOutlook, useSignals } from './queries';
import { Unjudged } from './StandingPanel';
import type { Spot, Thread } from '@/components/charts/threads';
import { amount } from './words';

const WEEKS = 104;

/** What was, week by week, and what the next twelve weeks may be. */
export function ForecastPanel({ id, name }: { id: string; name: string }) {
  const outlook = useOutlook(id);
  const signals = useSignals(id);
  const failed = [outlook, signals].find((query) => query.isError);
  return (
    <Panel
      title="The next twelve weeks"
      about="Reviews a week for each offer that is counted. Weekdays do not disturb it."
    >
      {(outlook.isPending || signals.isPending) && !failed && <Skeleton h={300} />}
      {outlook.isError && <Unjudged query={outlook} />}
      {signals.isError && !outlook.isError && <Failure error={signals.error} onRetry={() => void signals.refetch()} />}
      {outlook.data && signals.data && <Fan outlook={outlook.data} signals={signals.data} name={name} />}
    </Panel>
  );
}

function Fan({ outlook, signals, name }: { outlook: Outlook; signals: Signal[]; name: string }) {
  const past = weekly(signals, outlook.at).slice(-WEEKS);
  const ahead: Spot[] = outlook.forecast.map(({ date, mean, lower, upper }) => ({
    at: moment(date),
    value: mean,
    low: lower,
    high: upper,
  }));
  if (ahead.length === 0) {
    return (
      <Empty title="Nothing can be foretold yet">
        Twelve weeks of its past are the least that say anything of the next ones; {plural(past.length, 'week')}{' '}
        {past.length === 1 ? 'is' : 'are'} there.
      </Empty>
    );
  }
  const threads: Thread[] = [
    { name: 'past', title: 'What was', color: 'var(--wl-price)', spots: past },
    {
      name: 'ahead',
      title: 'What may be, 80% lie in the band',
      color: 'var(--wl-reviews)',
      dash: '6 4',
      spots: ahead,
    },
  ];
  return (
    <Stack gap="md">
      <Chart
        title={`Reviews a week and offer of ${name}`}
        threads={threads}
        write={amount}
        parted={past.at(-1)?.at ?? null}
      />
      <Keys threads={threads} />
      <Text size="sm" c="dimmed">
        {modelWords(outlook.model)} {errs(outlook.backtest)}
      </Text>
      <MomentsTable threads={threads} noun="week" write={amount} />
    </Stack>
  );
}
