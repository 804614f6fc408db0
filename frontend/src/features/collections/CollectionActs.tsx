import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconDots,
  IconPencil,
  IconUserCheck,
  IconUsersPlus,
} from '@tabler/icons-react';
import { useState } from 'react';

import { Confirm } from '@/components/Confirm';
import { useMe, useRights } from '@/lib/context';
import type { Collection } from '@/lib/schema';

import { useArchiveCollection, useTakeOver } from './changing';
import { CopyModal, DescribeModal, RestoreModal } from './NameModals';
import { ShareModal } from './ShareModal';

type Asked = 'describe' | 'share' | 'copy' | 'take over' | 'restore' | null;

/** What may be done with a collection by whoever looks at it. */
export function CollectionActs({ collection }: { collection: Collection }) {
  const [asked, setAsked] = useState<Asked>(null);
  const { work } = useRights();
  const archive = useArchiveCollection();
  const close = () => {
    setAsked(null);
  };
  const ask = (what: Asked) => () => {
    setAsked(what);
  };
  if (!work) return null;
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={210}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for ${collection.name}`}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Items
            collection={collection}
            ask={ask}
            onArchive={() => {
              archive.mutate(collection);
            }}
          />
        </Menu.Dropdown>
      </Menu>
      <DescribeModal collection={collection} opened={asked === 'describe'} onClose={close} />
      <ShareModal collection={collection} opened={asked === 'share'} onClose={close} />
      <CopyModal collection={collection} opened={asked === 'copy'} onClose={close} />
      <RestoreModal collection={collection} opened={asked === 'restore'} onClose={close} />
      <TakeOver collection={collection} opened={asked === 'take over'} onClose={close} />
    </>
  );
}

interface ItemsProps {
  collection: Collection;
  ask: (what: Asked) => () => void;
  onArchive: () => void;
}

function Items({ collection, ask, onArchive }: ItemsProps) {
  const me = useMe();
  const { own } = useRights();
  const { may, archived_at, maker_id } = collection;
  const decides = may === 'decide';
  const kept = archived_at === null;
  return (
    <>
      {kept && may !== 'view' && (
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={ask('describe')}>
          Rename or describe
        </Menu.Item>
      )}
      {kept && (
        <Menu.Item leftSection={<IconUsersPlus size={16} aria-hidden />} onClick={ask('share')}>
          {decides ? 'Share' : 'Who sees it'}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCopy size={16} aria-hidden />} onClick={ask('copy')}>
        Copy
      </Menu.Item>
      {own && maker_id !== me?.id && (
        <Menu.Item leftSection={<IconUserCheck size={16} aria-hidden />} onClick={ask('take over')}>
          Take over
        </Menu.Item>
      )}
      {decides && kept && (
        <Menu.Item leftSection={<IconArchive size={16} aria-hidden />} onClick={onArchive}>
          Archive
        </Menu.Item>
      )}
      {decides && !kept && (
        <Menu.Item leftSection={<IconArchiveOff size={16} aria-hidden />} onClick={ask('restore')}>
          Restore
        </Menu.Item>
      )}
    </>
  );
}

interface AskedProps {
  collection: Collection;
  opened: boolean;
  onClose: () => void;
}

function TakeOver({ collection, opened, onClose }: AskedProps) {
  const take = useTakeOver();
  return (
    <Confirm
      calm
      opened={opened}
      title={`Take over “${collection.name}”?`}
      act="Take over"
      keep="Leave it"
      busy={take.isPending}
      onClose={onClose}
      onConfirm={() => {
        take.mutate(collection, { onSettled: onClose });
      }}
    >
      It becomes yours: you decide who sees it.{' '}
      {collection.maker_left
        ? `${collection.maker_name} has left the workspace.`
        : `${collection.maker_name} may go on changing it.`}
    </Confirm>
  );
}
