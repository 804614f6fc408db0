import { Alert, Badge, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { CopyText } from '@/components/CopyText';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { failed, told } from '@/components/toast';
import { When } from '@/components/When';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { emailFault, fieldErrors } from '@/lib/forms';
import { keys } from '@/lib/keys';
import { asProblem } from '@/lib/problem';
import type { Invitation, NewInvitation, Role } from '@/lib/schema';

import classes from './accounts.module.css';
import { ROLES } from './roles';

export function Invitations() {
  const api = useApi();
  const queries = useQueryClient();
  const [made, setMade] = useState<NewInvitation | null>(null);
  const list = useQuery({
    queryKey: keys.invitations,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/invitations', { signal }))).items,
  });
  const withdraw = useMutation({
    mutationFn: (row: Invitation) =>
      done(api.DELETE('/api/v1/invitations/{invitation_id}', { params: { path: { invitation_id: row.id } } })),
    onSuccess: (_nothing, row) => {
      told(`The invitation of ${row.email} no longer works.`);
      setMade((last) => (last?.id === row.id ? null : last));
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.invitations }),
  });
  return (
    <Panel flush title="Invitations" about="Make a link and send it yourself. It works once, for this address only.">
      <div className={classes.inset}>
        <InviteForm onMade={setMade} />
        {made && (
          <Alert
            color="pine"
            mt="md"
            title={`Send this link to ${made.email}`}
            withCloseButton
            onClose={() => {
              setMade(null);
            }}
          >
            <CopyText
              block
              label="Link"
              text={`${window.location.origin}/join?token=${encodeURIComponent(made.token)}`}
            />
            <Text size="xs" c="dimmed" mt={6}>
              It is shown this once.
            </Text>
          </Alert>
        )}
      </div>
      {list.isPending && <Rows count={1} />}
      {list.isError && (
        <div className={classes.inset}>
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      <ul className={classes.list}>
        {list.data?.map((row) => (
          <li key={row.id} className={classes.row}>
            <div className={classes.what}>
              <Group gap="xs">
                <Text fw={550}>{row.email}</Text>
                <Badge color="gray">{row.role}</Badge>
              </Group>
              <Text size="sm" c="dimmed">
                Invited <When at={row.created_at} />, expires <When at={row.expires_at} />
              </Text>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`Withdraw invitation of ${row.email}`}
              loading={withdraw.isPending && withdraw.variables.id === row.id}
              onClick={() => {
                withdraw.mutate(row);
              }}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function InviteForm({ onMade }: { onMade: (made: NewInvitation) => void }) {
  const api = useApi();
  const queries = useQueryClient();
  const [rest, setRest] = useState<string | null>(null);
  const form = useForm<{ email: string; role: Role }>({
    mode: 'controlled',
    initialValues: { email: '', role: 'member' },
    validate: { email: emailFault },
  });
  const invite = useMutation({
    mutationFn: (body: { email: string; role: Role }) => got(api.POST('/api/v1/invitations', { body })),
    onSuccess: (made) => {
      form.reset();
      onMade(made);
      void queries.invalidateQueries({ queryKey: keys.invitations });
    },
    onError: (error) => {
      const found = fieldErrors(asProblem(error), ['email', 'role']);
      form.setErrors(found.errors);
      setRest(found.rest);
    },
  });
  return (
    <form
      noValidate
      aria-label="Invite somebody"
      onSubmit={form.onSubmit(({ email, role }) => {
        setRest(null);
        invite.mutate({ email: email.trim(), role });
      })}
    >
      <Stack gap="sm">
        {rest !== null && (
          <Alert color="madder" role="alert">
            {rest}
          </Alert>
        )}
        <Group align="flex-start" gap="sm">
          <TextInput
            flex="1 1 220px"
            label="Their email"
            type="email"
            autoComplete="off"
            {...form.getInputProps('email')}
          />
          <Select w={130} label="Role" data={ROLES} {...form.getInputProps('role')} />
          <Button type="submit" mt={27} loading={invite.isPending}>
            Make link
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
