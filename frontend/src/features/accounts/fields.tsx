import { PasswordInput, type PasswordInputProps, TextInput, type TextInputProps } from '@mantine/core';

/** What one signs in with, here and in the browser's own keeper of passwords. */
export function EmailInput(props: TextInputProps) {
  return <TextInput size="md" label="Email" type="email" autoComplete="username" inputMode="email" {...props} />;
}

export function SecretInput(props: PasswordInputProps) {
  return <PasswordInput size="md" label="Password" {...props} />;
}
