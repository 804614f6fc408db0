import { Badge, Button, Code, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { failed, told } from '@/components/toast';
import { When } from '@/components/When';
import { done, got } from '@/lib/api';
import { useApi, useRights } from '@/lib/context';
import { keys } from '@/lib/keys';
import { useNow } from '@/lib/now';
import type { Key } from '@/lib/schema';

import classes from './accounts.module.css';
import { NewKeyModal } from './NewKeyModal';

export function Keys() {
  const api = useApi();
  const queries = useQueryClient();
  const { work } = useRights();
  const [making, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<Key | null>(null);
  const list = useQuery({
    queryKey: keys.accessKeys,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/keys', { signal }))).items,
  });
  const revoke = useMutation({
    mutationFn: (row: Key) => done(api.DELETE('/api/v1/keys/{key_id}', { params: { path: { key_id: row.id } } })),
    onSuccess: (_nothing, row) => {
      told(`The key “${row.name}” no longer works.`);
      setLeaving(null);
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.accessKeys }),
  });
  const create = work && (
    <Button
      size="sm"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => {
        setMaking(true);
      }}
    >
      New key
    </Button>
  );
  return (
    <Panel
      flush
      title="API keys"
      about="For scripts and the command line. A key acts as you, with at most the role you give it."
      action={create}
    >
      {list.isPending && <Rows count={2} />}
      {list.isError && (
        <div className={classes.inset}>
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {list.data?.length === 0 && (
        <Empty title="No keys yet">
          {work ? 'Make one to reach Wareloom from a script or the command line.' : 'Viewers cannot make keys.'}
        </Empty>
      )}
      <ul className={classes.list}>
        {list.data?.map((row) => (
          <KeyRow
            key={row.id}
            row={row}
            onRevoke={() => {
              setLeaving(row);
            }}
          />
        ))}
      </ul>
      <NewKeyModal
        opened={making}
        onClose={() => {
          setMaking(false);
        }}
      />
      <Confirm
        opened={leaving !== null}
        title={`Revoke “${leaving?.name ?? ''}”?`}
        act="Revoke key"
        busy={revoke.isPending}
        onClose={() => {
          setLeaving(null);
        }}
        onConfirm={() => {
          if (leaving) revoke.mutate(leaving);
        }}
      >
        Whatever uses this key stops working at once. A revoked key cannot be brought back.
      </Confirm>
    </Panel>
  );
}

function KeyRow({ row, onRevoke }: { row: Key; onRevoke: () => void }) {
  const now = useNow();
  const expired = row.expires_at !== null && new Date(row.expires_at).getTime() <= now;
  const works = row.revoked_at === null && !expired;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Group gap="xs">
          <Text fw={550} {...(works ? {} : { c: 'dimmed' })}>
            {row.name}
          </Text>
          <Badge color="gray">{row.role}</Badge>
          {row.revoked_at !== null && <Badge color="madder">Revoked</Badge>}
          {row.revoked_at === null && expired && <Badge color="saffron">Expired</Badge>}
        </Group>
        <Text size="sm" c="dimmed" mt={2}>
          <Code fz="xs">{row.lookup}…</Code> made <When at={row.created_at} />,{' '}
          {row.used_at === null ? (
            'never used'
          ) : (
            <>
              last used <When at={row.used_at} />
            </>
          )}
          {works &&
            (row.expires_at === null ? (
              ', does not expire'
            ) : (
              <>
                , expires <When at={row.expires_at} />
              </>
            ))}
        </Text>
      </div>
      {works && (
        <Button size="compact-sm" variant="default" aria-label={`Revoke ${row.name}`} onClick={onRevoke}>
          Revoke
        </Button>
      )}
    </li>
  );
}
