import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';

import { useState } from 'react';

import { TextLink } from '@/components/links';
import { got } from '@/lib/api';
import { useApi, useOutside } from '@/lib/context';
import { emailFault, fieldErrors, neededFault, passwordFault, SHORTEST_PASSWORD } from '@/lib/forms';
import { asProblem } from '@/lib/problem';

import { EmailInput, SecretInput } from './fields';

const FIELDS = ['name', 'email', 'password', 'workspace'];

/** A new workspace; or, with an invitation, a place in somebody's. */
export function SignUpForm({ invitation }: { invitation?: string | undefined }) {
  const api = useApi();
  const { session } = useOutside();
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', workspace: '', email: '', password: '' },
    validate: {
      name: neededFault('How should others see you?'),
      workspace: (value) => (invitation === undefined ? neededFault('Give your workspace a name.')(value) : null),
      email: emailFault,
      password: passwordFault,
    },
  });
  const signUp = useMutation({
    mutationFn: ({ name, workspace, email, password }: typeof form.values) => {
      const person = { name: name.trim(), email: email.trim(), password };
      return got(
        api.POST('/api/v1/auth/register', {
          body: invitation === undefined ? { ...person, workspace: workspace.trim() } : { ...person, invitation },
        }),
      );
    },
    onSuccess: session.accept,
    onError: (error) => {
      const found = fieldErrors(asProblem(error), FIELDS);
      form.setErrors(found.errors);
      setRest(found.rest);
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        setRest(null);
        signUp.mutate(values);
      })}
    >
      <Stack gap="md">
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <TextInput
          size="md"
          label="Your name"
          autoComplete="name"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        {invitation === undefined && (
          <TextInput
            size="md"
            label="Workspace"
            description="Your shop or team. You can rename it later."
            autoComplete="organization"
            key={form.key('workspace')}
            {...form.getInputProps('workspace')}
          />
        )}
        <EmailInput key={form.key('email')} {...form.getInputProps('email')} />
        <SecretInput
          description={`At least ${SHORTEST_PASSWORD} characters. A sentence is better than a puzzle.`}
          autoComplete="new-password"
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button size="md" type="submit" loading={signUp.isPending} mt={4}>
          {invitation === undefined ? 'Create workspace' : 'Join workspace'}
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          Already have an account?{' '}
          <TextLink to="/sign-in" fw={550}>
            Sign in
          </TextLink>
        </Text>
      </Stack>
    </form>
  );
}
