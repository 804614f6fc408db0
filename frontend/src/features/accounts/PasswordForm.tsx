import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Panel } from '@/components/Panel';
import { told } from '@/components/toast';
import { done } from '@/lib/api';
import { useApi } from '@/lib/context';
import { fieldErrors, neededFault, passwordFault } from '@/lib/forms';
import { keys } from '@/lib/keys';
import { asProblem } from '@/lib/problem';

export function PasswordForm() {
  const api = useApi();
  const queries = useQueryClient();
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm({
    mode: 'controlled',
    initialValues: { current: '', new: '' },
    validate: { current: neededFault('Write the password you have now.'), new: passwordFault },
  });
  const change = useMutation({
    mutationFn: (body: { current: string; new: string }) => done(api.PUT('/api/v1/me/password', { body })),
    onSuccess: () => {
      form.reset();
      told('Your password is changed. Every other device is signed out.');
      void queries.invalidateQueries({ queryKey: keys.signIns });
    },
    onError: (error) => {
      const found = fieldErrors(asProblem(error), ['current', 'new']);
      form.setErrors(found.errors);
      setRest(found.rest);
    },
  });
  return (
    <Panel title="Password" about="Changing it signs out every other device.">
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          setRest(null);
          change.mutate(values);
        })}
      >
        <Stack gap="md" maw={440}>
          {rest !== null && (
            <Alert color="madder" role="alert">
              {rest}
            </Alert>
          )}
          <PasswordInput label="Current password" autoComplete="current-password" {...form.getInputProps('current')} />
          <PasswordInput label="New password" autoComplete="new-password" {...form.getInputProps('new')} />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
