import { Alert, Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';

import { TextLink } from '@/components/links';
import { got } from '@/lib/api';
import { useApi, useOutside } from '@/lib/context';
import { emailFault, neededFault } from '@/lib/forms';
import { asProblem } from '@/lib/problem';

import { EmailInput, SecretInput } from './fields';

export function SignInForm({ from }: { from: string | undefined }) {
  const api = useApi();
  const { session } = useOutside();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: { email: emailFault, password: neededFault('Write your password.') },
  });
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => got(api.POST('/api/v1/auth/sign-in', { body })),
    onSuccess: session.accept,
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ email, password }) => {
        signIn.mutate({ email: email.trim(), password });
      })}
    >
      <Stack gap="md">
        {signIn.isError && (
          <Alert color="madder" role="alert">
            {asProblem(signIn.error).message}
          </Alert>
        )}
        <EmailInput key={form.key('email')} {...form.getInputProps('email')} />
        <SecretInput autoComplete="current-password" key={form.key('password')} {...form.getInputProps('password')} />
        <Button size="md" type="submit" loading={signIn.isPending} mt={4}>
          Sign in
        </Button>
        <Text size="sm" c="dimmed" ta="center">
          New here?{' '}
          <TextLink to="/sign-up" {...(from === undefined ? {} : { search: { from } })} fw={550}>
            Create a workspace
          </TextLink>
        </Text>
      </Stack>
    </form>
  );
}
