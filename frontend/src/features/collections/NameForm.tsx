import { Alert, Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';

import { fieldErrors, neededFault } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Collection } from '@/lib/schema';

import { VISIBILITIES } from './sharing';

/** As long as the API takes them. */
const LONGEST_NAME = 120;
const LONGEST_DESCRIPTION = 2000;

type Said = Pick<Collection, 'name' | 'description' | 'visibility'>;

interface NameFormProps {
  act: string;
  about?: string;
  asks?: ('description' | 'visibility')[];
  start: Said;
  save: (said: Said) => Promise<Collection>;
  onSaved: (row: Collection) => void;
}

/** What a collection is called, and what else is asked beside it. */
export function NameForm({ act, about, asks = [], start, save, onSaved }: NameFormProps) {
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm<Said>({
    mode: 'controlled',
    initialValues: { name: start.name, description: start.description, visibility: start.visibility },
    validate: { name: neededFault('Give it a name.') },
  });
  const submit = form.onSubmit(async (said) => {
    setRest(null);
    try {
      onSaved(await save({ ...said, name: said.name.trim(), description: said.description.trim() }));
    } catch (error) {
      const problem = asProblem(error);
      const found = fieldErrors(problem, ['name', 'description']);
      // Somebody's collection has the name already: that is about the name.
      form.setErrors(problem.status === 409 && found.rest !== null ? { name: found.rest } : found.errors);
      setRest(problem.status === 409 ? null : found.rest);
    }
  });
  return (
    <form noValidate aria-label={act} onSubmit={submit}>
      <Stack gap="md">
        {about !== undefined && <Text size="sm">{about}</Text>}
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <TextInput
          label="Name"
          autoComplete="off"
          maxLength={LONGEST_NAME}
          data-autofocus
          {...form.getInputProps('name')}
        />
        {asks.includes('description') && (
          <Textarea
            label="Description"
            placeholder="What it is for"
            autosize
            minRows={2}
            maxRows={8}
            maxLength={LONGEST_DESCRIPTION}
            {...form.getInputProps('description')}
          />
        )}
        {asks.includes('visibility') && (
          <Radio.Group label="Who sees it" {...form.getInputProps('visibility')}>
            <Stack gap="xs" mt={6}>
              {VISIBILITIES.map(({ value, label, about: meaning }) => (
                <Radio key={value} value={value} label={label} description={meaning} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={form.submitting}>
            {act}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
