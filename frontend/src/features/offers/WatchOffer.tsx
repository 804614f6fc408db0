import { Button, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';

import { failed } from '@/components/toast';
import { useWatches, useWatching } from '@/features/watches/queries';
import { useRights } from '@/lib/context';
import { every } from '@/lib/format';
import type { Offer, Watch } from '@/lib/schema';

import { watchOf } from './watching';

/** Looks at the offer's own page again and again. Not every marketplace can: its refusal says why. */
export function WatchOffer({ offer }: { offer: Offer }) {
  const { data: watches } = useWatches();
  const { watch, unwatch } = useWatching({ quiet: true });
  const { work } = useRights();
  // How a marketplace spells an address is its own affair: what it answered is known best.
  const [made, setMade] = useState<Watch | null>(null);
  const { product_url: target, marketplace } = offer;
  if (target === null || watches === undefined) return null;
  const row = watches.find(({ id }) => id === made?.id) ?? watchOf(watches, offer);
  if (row)
    return (
      <Watched
        row={row}
        work={work}
        busy={unwatch.isPending}
        onEnd={() => {
          unwatch.mutate(row);
        }}
      />
    );
  if (!work) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconEye size={16} aria-hidden />}
      loading={watch.isPending}
      onClick={() => {
        watch.mutate({ marketplace, target }, { onSuccess: setMade, onError: failed });
      }}
    >
      Watch this offer
    </Button>
  );
}

interface WatchedProps {
  row: Watch;
  work: boolean;
  busy: boolean;
  onEnd: () => void;
}

function Watched({ row, work, busy, onEnd }: WatchedProps) {
  return (
    <div>
      <Text size="sm">
        {row.paused_at === null ? `Watched ${every(row.every_minutes_now / 60)}.` : 'Watched, but paused.'}
      </Text>
      <Text size="xs" c="dimmed">
        {row.why}
      </Text>
      {work && (
        <Button
          size="compact-sm"
          variant="subtle"
          ml={-8}
          leftSection={<IconEyeOff size={15} aria-hidden />}
          loading={busy}
          onClick={onEnd}
        >
          Stop watching
        </Button>
      )}
    </div>
  );
}
