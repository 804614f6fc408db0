import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { Panel } from '@/components/Panel';
import { told } from '@/components/toast';
import { got } from '@/lib/api';
import { useApi, useOutside, useRights } from '@/lib/context';
import { day } from '@/lib/format';
import { fieldErrors, neededFault } from '@/lib/forms';
import { asProblem } from '@/lib/problem';
import type { Me } from '@/lib/schema';

export function Profile({ me }: { me: Me }) {
  const api = useApi();
  const { session } = useOutside();
  const { own } = useRights();
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm({
    mode: 'controlled',
    initialValues: { name: me.name, workspace: me.tenant.name },
    validate: { name: neededFault('A name is needed.'), workspace: neededFault('A name is needed.') },
  });
  const save = useMutation({
    mutationFn: ({ name, workspace }: typeof form.values) =>
      got(
        api.PATCH('/api/v1/me', {
          body: {
            ...(name.trim() === me.name ? {} : { name: name.trim() }),
            ...(workspace.trim() === me.tenant.name ? {} : { workspace: workspace.trim() }),
          },
        }),
      ),
    onSuccess: (next) => {
      session.know(next);
      form.setInitialValues({ name: next.name, workspace: next.tenant.name });
      form.reset();
      told('Your profile is saved.');
    },
    onError: (error) => {
      const found = fieldErrors(asProblem(error), ['name', 'workspace']);
      form.setErrors(found.errors);
      setRest(found.rest);
    },
  });
  return (
    <Panel title="Profile" about={`${me.email}, here since ${day(me.created_at)}.`}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          setRest(null);
          save.mutate(values);
        })}
      >
        <Stack gap="md" maw={440}>
          {rest !== null && (
            <Alert color="madder" role="alert">
              {rest}
            </Alert>
          )}
          <TextInput label="Name" autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            label="Workspace"
            disabled={!own}
            description={own ? 'Everybody in the workspace sees this name.' : 'Only an owner can rename the workspace.'}
            {...form.getInputProps('workspace')}
          />
          <Group>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save profile
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
