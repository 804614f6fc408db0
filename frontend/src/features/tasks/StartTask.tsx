import { Alert, Button, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { Rows } from '@/components/Rows';
import { told } from '@/components/toast';
import { useMarketplaces } from '@/features/marketplaces/queries';
import { useWatching } from '@/features/watches/queries';
import { every } from '@/lib/format';
import { fieldErrors, neededFault } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Marketplace, Task } from '@/lib/schema';

import { useStartTask } from './queries';

interface StartTaskProps {
  /** Chosen beforehand, for instance by a link. */
  marketplace?: string | undefined;
  onStarted?: (task: Task) => void;
}

export function StartTask(props: StartTaskProps) {
  const marketplaces = useMarketplaces();
  if (marketplaces.isPending) return <Rows count={2} />;
  if (marketplaces.isError) return <Failure error={marketplaces.error} onRetry={() => void marketplaces.refetch()} />;
  return <StartForm {...props} marketplaces={marketplaces.data} />;
}

function StartForm({ marketplace, marketplaces, onStarted }: StartTaskProps & { marketplaces: Marketplace[] }) {
  const start = useStartTask();
  const { watch } = useWatching({ quiet: true });
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      marketplace: marketplaces.find((one) => one.name === marketplace)?.name ?? marketplaces[0]?.name ?? '',
      target: '',
      watch: false,
    },
    validate: { target: neededFault('Say what to collect.') },
  });
  const chosen = marketplaces.find((one) => one.name === form.values.marketplace);

  const submit = form.onSubmit(({ watch: keep, ...wanted }) => {
    setRest(null);
    start.mutate(wanted, {
      onSuccess: (task) => {
        told(`Collecting “${task.target}”.`);
        if (keep) watch.mutate({ marketplace: task.marketplace, target: task.target });
        form.setValues({ target: '', watch: false });
        onStarted?.(task);
      },
      onError: (error) => {
        const problem = asProblem(error);
        const { errors, rest: left } = fieldErrors(problem, ['marketplace', 'target']);
        // A refusal without a field is nearly always about the target: that is all there is to write.
        form.setErrors(problem.status === 422 && left !== null ? { target: left } : errors);
        setRest(problem.status === 422 ? null : left);
      },
    });
  });

  return (
    <form onSubmit={submit} noValidate aria-label="Start a collection">
      <Stack gap="md">
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <Select
            label="Marketplace"
            data={marketplaces.map((one) => ({ value: one.name, label: one.title }))}
            {...form.getInputProps('marketplace')}
            comboboxProps={{ shadow: 'md' }}
          />
          <TextInput
            label={chosen?.target_label ?? 'Target'}
            placeholder={chosen?.target_example}
            autoComplete="off"
            spellCheck={false}
            data-testid="target"
            {...form.getInputProps('target')}
          />
        </SimpleGrid>
        {chosen && (
          <Text size="sm" c="dimmed" maw="70ch">
            {chosen.about}
            {chosen.offline && ' It needs no network.'}
          </Text>
        )}
        <Group justify="space-between" gap="md">
          <Checkbox
            label={`Watch this target${chosen ? `, ${every(chosen.every_hours)}` : ''}`}
            {...form.getInputProps('watch', { type: 'checkbox' })}
          />
          <Button type="submit" loading={start.isPending} leftSection={<IconPlayerPlay size={16} aria-hidden />}>
            Start collection
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
