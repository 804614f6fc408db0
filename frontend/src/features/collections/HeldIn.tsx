import { Button, Skeleton, Text } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { TextLink } from '@/components/links';
import { LoadMore } from '@/components/LoadMore';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { useRights } from '@/lib/context';
import type { Holding } from '@/lib/schema';

import { type Adding, useHoldings } from './adding';
import classes from './adding.module.css';
import { AddToCollection } from './AddToCollection';

/** The collections that an offer is in, as far as one may see them, and the way into another. */
export function HeldIn({ offerId }: { offerId: string }) {
  const { query, items } = useHoldings(offerId);
  const [adding, setAdding] = useState<Adding | null>(null);
  const { work } = useRights();
  return (
    <Panel
      title="In collections"
      action={
        work && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconFolderPlus size={15} aria-hidden />}
            onClick={() => {
              setAdding({ offer_ids: [offerId] });
            }}
          >
            Add
          </Button>
        )
      }
    >
      {query.isPending && <Skeleton h={18} w="60%" />}
      {query.isError && items.length === 0 && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && (
        <Text size="sm" c="dimmed">
          In none that you may see.
        </Text>
      )}
      {items.length > 0 && (
        <ul className={classes.held} aria-label="Collections with this offer">
          {items.map((one) => (
            <Held key={one.id} holding={one} />
          ))}
        </ul>
      )}
      {query.hasNextPage && <LoadMore shown={items.length} noun="collection" query={query} />}
      <AddToCollection
        adding={adding}
        about=""
        onClose={() => {
          setAdding(null);
        }}
      />
    </Panel>
  );
}

function Held({ holding }: { holding: Holding }) {
  const actor = useActorName();
  return (
    <li>
      <TextLink
        to="/collections/$collectionId"
        params={{ collectionId: holding.id }}
        fw={550}
        style={{ overflowWrap: 'anywhere' }}
      >
        {holding.name}
      </TextLink>
      {holding.note !== null && (
        <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {holding.note}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {actor(`user:${holding.added_by}`)}, <When at={holding.added_at} />
      </Text>
    </li>
  );
}
