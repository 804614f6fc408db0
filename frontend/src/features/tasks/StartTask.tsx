import { Alert, Button, Group, SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconEye, IconPlayerPlay } from '@tabler/icons-react';

import { Failure } from '@/components/Failure';
import { Rows } from '@/components/Rows';
import { useMarketplaces } from '@/features/marketplaces/queries';
import { paceFault } from '@/features/watches/pace';
import { PaceField } from '@/features/watches/PaceField';
import { limitFault, MOST_OFFERS, MOST_PAGES } from '@/features/watches/wish';
import { neededFault } from '@/lib/forms';
import type { Marketplace, Task } from '@/lib/schema';

import { Limits } from './Limits';
import { useWanted } from './useWanted';
import { freshFields, type WantedFields } from './wanted';

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
  const form = useForm<WantedFields>({
    mode: 'controlled',
    initialValues: freshFields(
      marketplaces.find((one) => one.name === marketplace)?.name ?? marketplaces[0]?.name ?? '',
    ),
    validate: {
      target: neededFault('Say what to collect.'),
      pace: (pace, { keep }) => (keep === 'watch' ? paceFault(pace) : null),
      max_pages: limitFault(MOST_PAGES),
      max_offers: (written, { keep }) => (keep === 'once' ? limitFault(MOST_OFFERS)(written) : null),
    },
  });
  const { submit, busy, rest } = useWanted(form, onStarted);
  const watching = form.values.keep === 'watch';
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate aria-label="Start a collection">
      <Stack gap="md">
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <What form={form} marketplaces={marketplaces} />
        <SegmentedControl
          aria-label="How often"
          style={{ alignSelf: 'flex-start' }}
          data={[
            { value: 'once', label: 'Once, now' },
            { value: 'watch', label: 'Keep watching' },
          ]}
          value={form.values.keep}
          onChange={(keep) => {
            form.setFieldValue('keep', keep === 'watch' ? 'watch' : 'once');
          }}
        />
        {watching && (
          <PaceField
            value={form.values.pace}
            error={typeof form.errors.pace === 'string' ? form.errors.pace : null}
            onChange={(pace) => {
              form.setFieldValue('pace', pace);
            }}
          />
        )}
        <Group justify="space-between" align="flex-end" gap="md">
          <Limits form={form} />
          <Button
            type="submit"
            ml="auto"
            loading={busy}
            leftSection={watching ? <IconEye size={16} aria-hidden /> : <IconPlayerPlay size={16} aria-hidden />}
          >
            {watching ? 'Start watching' : 'Start collection'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function What({ form, marketplaces }: { form: UseFormReturnType<WantedFields>; marketplaces: Marketplace[] }) {
  const chosen = marketplaces.find((one) => one.name === form.values.marketplace);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select
          label="Marketplace"
          data={marketplaces.map((one) => ({ value: one.name, label: one.title }))}
          {...form.getInputProps('marketplace')}
          comboboxProps={{ shadow: 'md' }}
        />
        <TextInput
          label={chosen?.target_label ?? 'Target'}
          placeholder={chosen && `For example: ${chosen.target_example}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          data-testid="target"
          {...form.getInputProps('target')}
        />
      </SimpleGrid>
      {chosen && (
        <Text size="sm" c="dimmed" maw="70ch">
          {chosen.about}
          {chosen.offline && ' It needs no network.'}
          {chosen.official === 'configured' && ' Its own API is asked first.'}
        </Text>
      )}
    </>
  );
}
