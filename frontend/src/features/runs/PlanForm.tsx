import { Alert, Button, Group, NumberInput, Progress, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';

import { Facts } from '@/components/Facts';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { told } from '@/components/toast';
import { useRights } from '@/lib/context';
import { count, money, plural } from '@/lib/format';
import { fieldErrors } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Plan, PlanWanted } from '@/lib/schema';

import { useChangePlan, usePlan } from './queries';
import classes from './runs.module.css';
import { MOST_TRENDS } from './StartRun';

export function PlanForm() {
  const { own } = useRights();
  const { data: plan, ...query } = usePlan();
  if (query.isPending) return <Rows count={4} />;
  if (!plan) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const { spent_money, spent_tokens, ...wish } = plan;
  return (
    <>
      <Spent plan={{ ...wish, spent_money, spent_tokens }} />
      {/* Somebody else's change begins the form anew; what was spent meanwhile does not. */}
      {own ? <Form key={JSON.stringify(wish)} plan={plan} /> : <Told plan={plan} />}
    </>
  );
}

function Spent({ plan }: { plan: Plan }) {
  return (
    <Panel title="Spent this month" about="Paid models only. The offline ones cost nothing.">
      <div className={classes.spent}>
        <Bar
          name="Money"
          part={Number(plan.spent_money)}
          whole={Number(plan.month_money)}
          write={(value) => money(value, 'USD')}
        />
        <Bar name="Tokens" part={plan.spent_tokens} whole={plan.month_tokens} write={count} />
      </div>
    </Panel>
  );
}

/** The plan for those who cannot change it. */
function Told({ plan }: { plan: Plan }) {
  const facts = [
    ['A run every day', plan.daily ? `Yes, over ${plural(plan.trends, 'trend')}` : 'No'],
    ['For one run', `${money(plan.run_money, 'USD')} and ${plural(plan.run_tokens, 'token')}`],
    ['For a month', `${money(plan.month_money, 'USD')} and ${plural(plan.month_tokens, 'token')}`],
  ] as const;
  return (
    <Panel title="Runs and budget" about="Only an owner of the workspace can change this.">
      <Facts facts={facts} least={140} />
    </Panel>
  );
}

function Bar(props: { name: string; part: number; whole: number; write: (value: number) => string }) {
  const { name, part, whole, write } = props;
  const share = whole > 0 ? Math.min(100, (part / whole) * 100) : part > 0 ? 100 : 0;
  const said = `${write(part)} of ${write(whole)}`;
  return (
    <div>
      <Group justify="space-between" mb={6} gap="sm">
        <Text size="sm" c="dimmed">
          {name}
        </Text>
        <Text size="sm" fw={550} className="num">
          {said}
        </Text>
      </Group>
      <Progress.Root size={8} radius="xl">
        <Progress.Section
          value={share}
          color={share >= 90 ? 'madder.5' : 'pine.4'}
          withAria={false}
          role="progressbar"
          aria-label={`${name} spent this month`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(share)}
          aria-valuetext={said}
        />
      </Progress.Root>
    </div>
  );
}

type Written = Record<Exclude<keyof PlanWanted, 'daily'>, number | string> & { daily: boolean };

function Form({ plan }: { plan: Plan }) {
  const change = useChangePlan();
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm<Written>({
    mode: 'controlled',
    initialValues: {
      daily: plan.daily,
      trends: plan.trends,
      run_money: Number(plan.run_money),
      run_tokens: plan.run_tokens,
      month_money: Number(plan.month_money),
      month_tokens: plan.month_tokens,
    },
    validate: {
      trends: (value) => (fits(value, 1, MOST_TRENDS) ? null : `Choose 1 to ${MOST_TRENDS} trends.`),
      run_money: amountFault,
      run_tokens: amountFault,
      month_money: amountFault,
      month_tokens: amountFault,
    },
  });
  const submit = form.onSubmit(({ daily, trends, run_money, run_tokens, month_money, month_tokens }) => {
    setRest(null);
    const wanted: PlanWanted = {
      daily,
      trends: Number(trends),
      run_money: Number(run_money).toFixed(2),
      run_tokens: Number(run_tokens),
      month_money: Number(month_money).toFixed(2),
      month_tokens: Number(month_tokens),
    };
    change.mutate(wanted, {
      onSuccess: () => {
        told('The plan is saved.');
      },
      onError: (error) => {
        const { errors, rest: left } = fieldErrors(asProblem(error), Object.keys(wanted));
        form.setErrors(errors);
        setRest(left);
      },
    });
  });
  const dollars = {
    prefix: '$',
    decimalScale: 2,
    fixedDecimalScale: true,
    min: 0,
    max: 100_000,
    thousandSeparator: ',',
  };
  const tokens = { allowDecimal: false, min: 0, max: 10_000_000_000, step: 100_000, thousandSeparator: ',' };
  return (
    <Panel title="Runs and budget" about="A paid call that would go beyond a budget is not made.">
      <form onSubmit={submit} noValidate aria-label="Runs and budget">
        <Stack gap="lg">
          {rest !== null && (
            <Alert color="madder" role="alert">
              {rest}
            </Alert>
          )}
          <Switch
            label="A run every day"
            description="It begins by itself, and its designs wait for your yes as always."
            {...form.getInputProps('daily', { type: 'checkbox' })}
          />
          <NumberInput
            label="Trends of the daily run"
            maw={240}
            min={1}
            max={MOST_TRENDS}
            allowDecimal={false}
            {...form.getInputProps('trends')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <NumberInput label="Money for one run" {...dollars} {...form.getInputProps('run_money')} />
            <NumberInput label="Tokens for one run" {...tokens} {...form.getInputProps('run_tokens')} />
            <NumberInput label="Money for a month" {...dollars} {...form.getInputProps('month_money')} />
            <NumberInput label="Tokens for a month" {...tokens} {...form.getInputProps('month_tokens')} />
          </SimpleGrid>
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

function fits(value: number | string, least: number, most: number): boolean {
  const wanted = Number(value);
  return value !== '' && Number.isFinite(wanted) && wanted >= least && wanted <= most;
}

function amountFault(value: number | string): string | null {
  return fits(value, 0, 1e10) ? null : 'Write an amount, zero or more.';
}
