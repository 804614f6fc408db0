import { Alert, Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';

import { fieldErrors } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Watch } from '@/lib/schema';

import { paceFault } from './pace';
import { PaceField } from './PaceField';
import { PriorityField } from './PriorityField';
import { useWatching } from './queries';
import { RobotsField } from './RobotsField';
import { limitFault, MOST_PAGES, wishFields, type WishFields, wishOf } from './wish';

/** Change how a target is watched. */
export function WatchForm({ row, onClose }: { row: Watch | null; onClose: () => void }) {
  return (
    <Modal opened={row !== null} onClose={onClose} title="Change the watch" size="md">
      {row && <Form row={row} onClose={onClose} />}
    </Modal>
  );
}

function Form({ row, onClose }: { row: Watch; onClose: () => void }) {
  const { change } = useWatching();
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm<WishFields>({
    mode: 'controlled',
    initialValues: wishFields(row),
    validate: { pace: paceFault, max_pages: limitFault(MOST_PAGES) },
  });
  const submit = form.onSubmit((fields) => {
    setRest(null);
    change.mutate(
      { row, wish: wishOf(fields) },
      {
        onSuccess: onClose,
        onError: (error) => {
          const { errors, rest: left } = fieldErrors(asProblem(error), ['max_pages', 'priority']);
          form.setErrors(errors);
          setRest(left);
        },
      },
    );
  });
  return (
    <form onSubmit={submit} noValidate aria-label={`Watch ${row.target}`}>
      <Stack gap="lg">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {row.target}
        </Text>
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <PaceField
          value={form.values.pace}
          error={typeof form.errors.pace === 'string' ? form.errors.pace : null}
          onChange={(pace) => {
            form.setFieldValue('pace', pace);
          }}
        />
        <PriorityField
          value={form.values.priority}
          onChange={(priority) => {
            form.setFieldValue('priority', priority);
          }}
        />
        <NumberInput
          label="Pages at most"
          description="Of one visit. Empty reads to the end."
          maw={220}
          min={1}
          max={MOST_PAGES}
          allowDecimal={false}
          {...form.getInputProps('max_pages')}
        />
        <RobotsField
          value={form.values.past_robots}
          onChange={(past_robots) => {
            form.setFieldValue('past_robots', past_robots);
          }}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Leave it
          </Button>
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
