import { ActionIcon, Badge, Group, Select, Text, Tooltip } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { failed, told } from '@/components/toast';
import { When } from '@/components/When';
import { done, got } from '@/lib/api';
import { useApi, useMe } from '@/lib/context';
import { keys } from '@/lib/keys';
import type { Member, Role } from '@/lib/schema';

import classes from './accounts.module.css';
import { useMembers } from './actor';
import { ROLES } from './roles';

export function Members() {
  const api = useApi();
  const queries = useQueryClient();
  const me = useMe();
  const members = useMembers();
  const [leaving, setLeaving] = useState<Member | null>(null);
  const settle = () => queries.invalidateQueries({ queryKey: keys.members });
  const change = useMutation({
    mutationFn: ({ row, role }: { row: Member; role: Role }) =>
      got(api.PATCH('/api/v1/members/{member_id}', { params: { path: { member_id: row.id } }, body: { role } })),
    onSuccess: (row) => {
      told(`${row.name} is now ${row.role === 'owner' ? 'an owner' : `a ${row.role}`}.`);
    },
    onError: failed,
    onSettled: settle,
  });
  const remove = useMutation({
    mutationFn: (row: Member) =>
      done(api.DELETE('/api/v1/members/{member_id}', { params: { path: { member_id: row.id } } })),
    onSuccess: (_nothing, row) => {
      told(`${row.name} is no longer in this workspace.`);
      setLeaving(null);
    },
    onError: failed,
    onSettled: settle,
  });
  return (
    <Panel flush title="Members">
      {members.isPending && <Rows count={2} />}
      {members.isError && (
        <div className={classes.inset}>
          <Failure error={members.error} onRetry={() => void members.refetch()} />
        </div>
      )}
      <ul className={classes.list}>
        {members.data?.map((row) => (
          <li key={row.id} className={classes.row}>
            <div className={classes.what}>
              <Group gap="xs">
                <Text fw={550}>{row.name}</Text>
                {row.id === me?.id && <Badge color="gray">You</Badge>}
              </Group>
              <Text size="sm" c="dimmed">
                {row.email}, joined <When at={row.joined_at} />
              </Text>
            </div>
            <Group gap="xs" wrap="nowrap">
              <Select
                size="xs"
                w={120}
                aria-label={`Role of ${row.name}`}
                data={ROLES}
                value={row.role}
                disabled={change.isPending}
                onChange={(role) => {
                  if (role && role !== row.role) change.mutate({ row, role });
                }}
              />
              <Tooltip label="Remove from workspace">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Remove ${row.name}`}
                  onClick={() => {
                    setLeaving(row);
                  }}
                >
                  <IconUserMinus size={17} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Group>
          </li>
        ))}
      </ul>
      <Confirm
        opened={leaving !== null}
        title={`Remove ${leaving?.name ?? ''}?`}
        act="Remove member"
        busy={remove.isPending}
        onClose={() => {
          setLeaving(null);
        }}
        onConfirm={() => {
          if (leaving) remove.mutate(leaving);
        }}
      >
        They are signed out at once and lose access to this workspace. What they did stays in the audit trail.
      </Confirm>
    </Panel>
  );
}
