import { Button } from '@mantine/core';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import type { Collection } from '@/lib/schema';

import { useRemoving } from './holding';
import { type CollectedSearch, wantedOffers } from './search';

/** Takes out everything that the search and the filters show. */
export function RemoveMatching({ collection, search }: { collection: Collection; search: CollectedSearch }) {
  const { removeMatching } = useRemoving(collection);
  const [opened, setOpened] = useState(false);
  const close = () => {
    setOpened(false);
  };
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          setOpened(true);
        }}
      >
        Remove these
      </Button>
      <Confirm
        opened={opened}
        title="Remove all that fit?"
        act="Remove them"
        keep="Keep them"
        busy={removeMatching.isPending}
        onClose={close}
        onConfirm={() => {
          removeMatching.mutate(wantedOffers(search), { onSettled: close });
        }}
      >
        Every offer of “{collection.name}” that fits the search and the filters is removed, with its note. It can be
        undone.
      </Confirm>
    </>
  );
}
