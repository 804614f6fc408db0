import { Alert } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';

import { SignInForm } from '@/features/accounts/SignInForm';
import { useSession } from '@/lib/context';

import { Entrance } from './Entrance';

const route = getRouteApi('/outside/sign-in');

export function SignInPage() {
  const { from } = route.useSearch();
  const session = useSession();
  const ended = session.status === 'out' && session.because === 'ended';
  return (
    <Entrance title="Sign in" about="Good to have you back.">
      {ended && (
        <Alert color="saffron" mb="md" title="Your session ended" role="status">
          {from === undefined ? 'Sign in again to go on.' : 'Sign in again and you are back where you were.'}
        </Alert>
      )}
      <SignInForm from={from} />
    </Entrance>
  );
}
