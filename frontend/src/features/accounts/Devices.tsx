import { Badge, Button, Group, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { failed, told } from '@/components/toast';
import { When } from '@/components/When';
import { done, got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { deviceName } from '@/lib/device';
import { keys } from '@/lib/keys';
import type { SignIn } from '@/lib/schema';

import classes from './accounts.module.css';

export function Devices() {
  const api = useApi();
  const queries = useQueryClient();
  const signIns = useQuery({
    queryKey: keys.signIns,
    queryFn: async ({ signal }) => (await got(api.GET('/api/v1/me/sign-ins', { signal }))).items,
  });
  const end = useMutation({
    mutationFn: (row: SignIn) =>
      done(api.DELETE('/api/v1/me/sign-ins/{sign_in_id}', { params: { path: { sign_in_id: row.id } } })),
    onSuccess: (_nothing, row) => {
      told(`${deviceName(row.device)} is signed out.`);
    },
    onError: failed,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.signIns }),
  });
  return (
    <Panel
      flush
      title="Signed-in devices"
      about="Where your account is open. End what you do not know, then change your password."
    >
      {signIns.isPending && <Rows count={2} />}
      {signIns.isError && (
        <div className={classes.inset}>
          <Failure error={signIns.error} onRetry={() => void signIns.refetch()} />
        </div>
      )}
      <ul className={classes.list}>
        {signIns.data?.map((row) => (
          <li key={row.id} className={classes.row}>
            <div className={classes.what} title={row.device}>
              <Group gap="xs">
                <Text fw={550}>{deviceName(row.device)}</Text>
                {row.current && <Badge color="pine">This device</Badge>}
              </Group>
              <Text size="sm" c="dimmed">
                Signed in <When at={row.created_at} />, last used <When at={row.used_at} />
              </Text>
            </div>
            {!row.current && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`End sign-in of ${deviceName(row.device)}`}
                loading={end.isPending && end.variables.id === row.id}
                onClick={() => {
                  end.mutate(row);
                }}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
