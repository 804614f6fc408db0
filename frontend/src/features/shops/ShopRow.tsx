import { Badge, Button, Group, Text } from '@mantine/core';
import { IconCheck, IconPlugX, IconX } from '@tabler/icons-react';

import { When } from '@/components/When';
import { useActorName, within } from '@/features/accounts/actor';
import type { Shop } from '@/lib/schema';

import { useChannels } from './queries';
import classes from './shops.module.css';

const LOOKS = {
  connected: ['Connected', 'pine', IconCheck],
  refused: ['Refuses us', 'madder', IconX],
  disconnected: ['Disconnected', 'gray', IconPlugX],
} as const satisfies Record<Shop['status'], unknown>;

interface ShopRowProps {
  shop: Shop;
  onConnect: () => void;
  onDisconnect: () => void;
}

export function ShopRow({ shop, onConnect, onDisconnect }: ShopRowProps) {
  const [word, color, Icon] = LOOKS[shop.status];
  const { data: channels } = useChannels();
  const actor = useActorName();
  const channel = channels?.find(({ name }) => name === shop.channel);
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Group gap="xs">
          <Text fw={550} {...(shop.status === 'disconnected' ? { c: 'dimmed' } : {})}>
            {shop.name}
          </Text>
          <Badge color={color} leftSection={<Icon size={13} aria-hidden />}>
            {word}
          </Badge>
          {channel?.offline && <Badge color="gray">For practice</Badge>}
        </Group>
        <Text size="sm" c="dimmed" mt={2}>
          {channel?.title ?? shop.channel}, connected <When at={shop.created_at} /> by{' '}
          {within(actor(shop.connected_by))}
          {shop.ended_at !== null && (
            <>
              , ended <When at={shop.ended_at} />
            </>
          )}
        </Text>
        <Why shop={shop} />
      </div>
      <Group gap="xs">
        {shop.status !== 'connected' && (
          <Button
            size="compact-sm"
            variant={shop.status === 'refused' ? 'filled' : 'default'}
            aria-label={`Connect ${shop.name} again`}
            onClick={onConnect}
          >
            Connect again
          </Button>
        )}
        {shop.status !== 'disconnected' && (
          <Button size="compact-sm" variant="default" aria-label={`Disconnect ${shop.name}`} onClick={onDisconnect}>
            Disconnect
          </Button>
        )}
      </Group>
    </li>
  );
}

function Why({ shop: { reason, status } }: { shop: Shop }) {
  return (
    reason !== null && (
      <Text size="sm" mt={2} c={status === 'refused' ? 'var(--mantine-color-error)' : 'dimmed'}>
        {reason}
      </Text>
    )
  );
}
