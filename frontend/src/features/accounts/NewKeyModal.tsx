import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { CopyText } from '@/components/CopyText';
import { got } from '@/lib/api';
import { useApi, useMe } from '@/lib/context';
import { fieldErrors, neededFault } from '@/lib/forms';
import { keys } from '@/lib/keys';
import { asProblem } from '@/lib/problem';
import type { Role } from '@/lib/schema';

import { rolesUpTo } from './roles';

const LIVES = [
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '365', label: 'A year' },
  { value: 'never', label: 'Until it is revoked' },
];

export function NewKeyModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => {
    onClose();
    // After the modal has faded, so that the secret does not turn back into a form before one's eyes.
    setTimeout(() => {
      setSecret(null);
    }, 250);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={secret === null ? 'New API key' : 'Copy the key now'}
      closeOnClickOutside={secret === null}
    >
      {secret === null ? (
        <NewKeyForm onMade={setSecret} />
      ) : (
        <Stack gap="md">
          <Text size="sm">It is shown this once. Wareloom keeps only a fingerprint of it.</Text>
          <CopyText label="Key" text={secret} block />
          <Group justify="flex-end">
            <Button onClick={close}>I have copied it</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

function NewKeyForm({ onMade }: { onMade: (secret: string) => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const me = useMe();
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm<{ name: string; role: Role; life: string }>({
    mode: 'controlled',
    initialValues: { name: '', role: 'viewer', life: '90' },
    validate: { name: neededFault('Say what it is for.') },
  });
  const make = useMutation({
    mutationFn: ({ name, role, life }: typeof form.values) =>
      got(
        api.POST('/api/v1/keys', {
          body: { name: name.trim(), role, expires_in_days: life === 'never' ? null : Number(life) },
        }),
      ),
    onSuccess: (made) => {
      void queries.invalidateQueries({ queryKey: keys.accessKeys });
      onMade(made.key);
    },
    onError: (error) => {
      const found = fieldErrors(asProblem(error), ['name', 'role']);
      form.setErrors(found.errors);
      setRest(found.rest);
    },
  });
  const roles = rolesUpTo(me?.role ?? 'viewer');
  return (
    <form
      noValidate
      aria-label="New API key"
      onSubmit={form.onSubmit((values) => {
        setRest(null);
        make.mutate(values);
      })}
    >
      <Stack gap="md">
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <TextInput
          label="Name"
          placeholder="Nightly export"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label="Role"
          data={roles}
          description={roles.find((one) => one.value === form.values.role)?.about}
          {...form.getInputProps('role')}
        />
        <Select label="Works for" data={LIVES} {...form.getInputProps('life')} />
        <Group justify="flex-end">
          <Button type="submit" loading={make.isPending}>
            Create key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
