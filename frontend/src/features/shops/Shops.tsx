import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { Empty } from '@/components/Empty';
import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { useRights } from '@/lib/context';
import type { Shop } from '@/lib/schema';

import { ConnectShop } from './ConnectShop';
import { Limits } from './Limits';
import { useChannels, useDisconnectShop, useShops } from './queries';
import { ShopRow } from './ShopRow';
import classes from './shops.module.css';

/** Where approved designs are sold. Shops hold credentials: they are an owner's alone. */
export function Shops() {
  const { own } = useRights();
  if (!own) {
    return (
      <Panel title="Shops">
        <Text c="dimmed">Only an owner of the workspace can connect and disconnect shops.</Text>
      </Panel>
    );
  }
  return (
    <>
      <Connected />
      <Channels />
    </>
  );
}

function Connected() {
  const list = useShops();
  const disconnect = useDisconnectShop();
  const [connecting, setConnecting] = useState<{ channel: string | null } | null>(null);
  const [leaving, setLeaving] = useState<Shop | null>(null);
  return (
    <Panel
      flush
      title="Shops"
      about="Designs that are approved are published there. Without a shop of yours, a practice shop is opened by itself."
      action={
        <Button
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            setConnecting({ channel: null });
          }}
        >
          Connect a shop
        </Button>
      }
    >
      {list.isPending && <Rows count={2} />}
      {list.isError && (
        <div className={classes.inset}>
          <Failure error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      {list.data?.length === 0 && (
        <Empty title="No shop yet">
          Connect the shop that sells what you approve. To try it out, connect the practice shop: nothing leaves this
          installation.
        </Empty>
      )}
      <ul className={classes.list} aria-label="Shops">
        {list.data?.map((shop) => (
          <ShopRow
            key={shop.id}
            shop={shop}
            onConnect={() => {
              setConnecting({ channel: shop.channel });
            }}
            onDisconnect={() => {
              setLeaving(shop);
            }}
          />
        ))}
      </ul>
      <ConnectShop
        opened={connecting !== null}
        channel={connecting?.channel ?? null}
        onClose={() => {
          setConnecting(null);
        }}
      />
      <Confirm
        opened={leaving !== null}
        title={`Disconnect “${leaving?.name ?? ''}”?`}
        act="Disconnect shop"
        busy={disconnect.isPending}
        onClose={() => {
          setLeaving(null);
        }}
        onConfirm={() => {
          if (!leaving) return;
          disconnect.mutate(leaving, {
            onSettled: () => {
              setLeaving(null);
            },
          });
        }}
      >
        Its credentials are deleted, and nothing more is published there. What is on sale stays on sale; withdraw it
        first if it should not. To come back, connect it again.
      </Confirm>
    </Panel>
  );
}

function Channels() {
  const { data: channels } = useChannels();
  if (!channels) return null;
  return (
    <Panel flush title="Channels" about="Where can be sold, and how long things may be there.">
      <ul className={classes.list} aria-label="Channels">
        {channels.map((channel) => (
          <li key={channel.name} className={classes.channel}>
            <Text fw={550}>{channel.title}</Text>
            {channel.offline && (
              <Text size="sm" c="dimmed">
                For practice: it takes listings like a real shop, keeps them on this installation, and sells nothing.
              </Text>
            )}
            <Limits channel={channel} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
