import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';

import { ButtonLink } from '@/components/links';
import { failed } from '@/components/toast';
import { SignUpForm } from '@/features/accounts/SignUpForm';
import { useOutside, useSession } from '@/lib/context';

import { Entrance } from './Entrance';

const route = getRouteApi('/join');

export function JoinPage() {
  const { token } = route.useSearch();
  const session = useSession();
  if (token === undefined) {
    return (
      <Entrance title="Join a workspace" about="This link is not whole.">
        <Alert color="saffron">
          The address has no invitation in it. Open the link again as it was sent, or ask for a new one.
        </Alert>
      </Entrance>
    );
  }
  if (session.status === 'in' && session.entered) return <Navigate to="/" replace />;
  return (
    <Entrance title="Join a workspace" about="Somebody invited you. Use the address that they invited.">
      {session.status === 'in' ? <SignedIn name={session.me.email} /> : <SignUpForm invitation={token} />}
    </Entrance>
  );
}

/** They are somebody already, and must say who they want to be. */
function SignedIn({ name }: { name: string }) {
  const { session } = useOutside();
  const signOut = useMutation({ mutationFn: session.signOut, onError: failed });
  return (
    <Stack gap="md">
      <Text>
        You are signed in as <b>{name}</b>. An invitation makes a new account: sign out to use it.
      </Text>
      <Group gap="sm">
        <Button
          loading={signOut.isPending}
          onClick={() => {
            signOut.mutate();
          }}
        >
          Sign out and join
        </Button>
        <ButtonLink to="/" variant="default">
          Stay as I am
        </ButtonLink>
      </Group>
    </Stack>
  );
}
