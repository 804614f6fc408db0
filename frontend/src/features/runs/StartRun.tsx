import { Alert, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { TextLink } from '@/components/links';
import { Rows } from '@/components/Rows';
import { told } from '@/components/toast';
import { count, money, plural } from '@/lib/format';
import { fieldErrors } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Plan, Run } from '@/lib/schema';

import { mostSpent } from './progress';
import { usePlan, useStartRun } from './queries';
import classes from './runs.module.css';

export const MOST_TRENDS = 60;
const DESIGNS_EACH = 3;

export function StartRun({ onStarted }: { onStarted: (run: Run) => void }) {
  const plan = usePlan();
  if (plan.isPending) return <Rows count={2} />;
  if (plan.isError) return <Failure error={plan.error} onRetry={() => void plan.refetch()} />;
  return <StartForm plan={plan.data} onStarted={onStarted} />;
}

function StartForm({ plan, onStarted }: { plan: Plan; onStarted: (run: Run) => void }) {
  const start = useStartRun();
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm<{ trends: number | string }>({
    mode: 'controlled',
    initialValues: { trends: plan.trends },
    validate: { trends: trendsFault },
  });
  const submit = form.onSubmit(({ trends }) => {
    setRest(null);
    start.mutate(Number(trends), {
      onSuccess: (run) => {
        told(`A run over ${plural(run.trends_wanted, 'trend')} has begun.`);
        onStarted(run);
      },
      onError: (error) => {
        const { errors, rest: left } = fieldErrors(asProblem(error), ['trends']);
        form.setErrors(errors);
        setRest(left);
      },
    });
  });
  return (
    <form onSubmit={submit} noValidate aria-label="Start a run">
      <Stack gap="md">
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <Group align="flex-end" gap="md">
          <NumberInput
            label="How many trends"
            description={`The best ones by score, 1 to ${MOST_TRENDS}`}
            min={1}
            max={MOST_TRENDS}
            allowDecimal={false}
            w={220}
            {...form.getInputProps('trends')}
          />
          <Button type="submit" loading={start.isPending} leftSection={<IconPlayerPlay size={16} aria-hidden />}>
            Start run
          </Button>
        </Group>
        <What trends={Number(form.values.trends)} plan={plan} />
      </Stack>
    </form>
  );
}

function trendsFault(value: number | string): string | null {
  const wanted = Number(value);
  const fits = value !== '' && Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_TRENDS;
  return fits ? null : `Choose 1 to ${MOST_TRENDS} trends.`;
}

/** What the run will do, and the most it can cost, before it is begun. */
function What({ trends, plan }: { trends: number; plan: Plan }) {
  const { money: most, tokens } = mostSpent(plan);
  const designs = Number.isInteger(trends) && trends > 0 ? plural(trends * DESIGNS_EACH, 'design') : 'the designs';
  return (
    <ul className={classes.what} aria-label="What it will do">
      <li>Groups the offers anew and scores every trend.</li>
      <li>
        Thinks of three ideas for each trend and draws {designs}, with mockups. Models that work offline cost nothing.
      </li>
      <li>Waits for your yes or no to each design. Nothing is published without it.</li>
      <li className="num">
        {most > 0 ? (
          <>
            Spends at most <b>{money(most, 'USD')}</b> and {count(tokens)} tokens on paid models.
          </>
        ) : (
          <Text span inherit c="var(--mantine-color-error)">
            The budget is used up: paid models will refuse.
          </Text>
        )}{' '}
        <TextLink to="/settings/runs" fz="inherit" underline="always">
          Budget
        </TextLink>
      </li>
    </ul>
  );
}
