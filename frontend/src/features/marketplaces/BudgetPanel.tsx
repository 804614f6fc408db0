import { Button, Group, NumberInput, Skeleton, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';

import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { useRights } from '@/lib/context';
import { count } from '@/lib/format';
import { fieldErrors } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Budget } from '@/lib/schema';

import { BudgetBar } from './BudgetBar';
import { useBudget, useChangeBudget } from './queries';

const MOST = 1_000_000;

/** What today has cost of a source, and an owner's say in it. */
export function BudgetPanel({ name }: { name: string }) {
  const { own } = useRights();
  const { data: budget, ...query } = useBudget(name);
  return (
    <Panel title="Today’s pages" about="A day ends at midnight, UTC. What is used up goes on tomorrow.">
      {query.isPending && <Skeleton h={96} />}
      {query.isError && !budget && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {budget && (
        <Stack gap="lg">
          <BudgetBar name="This workspace" part={budget.pages_today} whole={limitOf(budget)} />
          <BudgetBar name="All workspaces" part={budget.pages_today_of_all} whole={budget.pages_per_day_of_all} />
          {own ? (
            <Form key={String(budget.pages_per_day)} budget={budget} />
          ) : (
            <Text size="sm" c="dimmed">
              {budget.pages_per_day === null
                ? 'This workspace has no limit of its own. Only an owner can set one.'
                : 'An owner of the workspace chose its limit, and only an owner can change it.'}
            </Text>
          )}
        </Stack>
      )}
    </Panel>
  );
}

/** The workspace's own limit; where nobody chose one, the source's holds. */
function limitOf({ pages_per_day, pages_per_day_of_all }: Budget): number | null {
  return pages_per_day ?? pages_per_day_of_all;
}

function Form({ budget }: { budget: Budget }) {
  const change = useChangeBudget(budget.marketplace);
  const form = useForm<{ pages_per_day: number | string }>({
    mode: 'controlled',
    initialValues: { pages_per_day: budget.pages_per_day ?? '' },
    validate: { pages_per_day: limitFault },
  });
  const submit = form.onSubmit(({ pages_per_day }) => {
    change.mutate(pages_per_day === '' ? null : Number(pages_per_day), {
      onError: (error) => {
        const { errors, rest } = fieldErrors(asProblem(error), ['pages_per_day']);
        form.setErrors(rest === null ? errors : { pages_per_day: rest });
      },
    });
  });
  const usual = budget.pages_per_day_of_all;
  return (
    <form onSubmit={submit} noValidate aria-label="Budget">
      <Group align="flex-end" gap="sm">
        <NumberInput
          label="Pages a day at most"
          description="Empty leaves it to the source’s own limit. The schedule uses four fifths and leaves the rest to people."
          placeholder={usual === null ? 'No limit' : count(usual)}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          style={{ flex: '1 1 240px' }}
          min={0}
          max={MOST}
          allowDecimal={false}
          thousandSeparator=","
          {...form.getInputProps('pages_per_day')}
        />
        <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
          Save
        </Button>
      </Group>
    </form>
  );
}

function limitFault(written: number | string): string | null {
  if (written === '') return null;
  const pages = Number(written);
  return Number.isInteger(pages) && pages >= 0 && pages <= MOST
    ? null
    : `Choose 0 to ${count(MOST)}, or leave it empty.`;
}
