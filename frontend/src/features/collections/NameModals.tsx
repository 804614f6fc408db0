import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

import { told } from '@/components/toast';
import type { Collection } from '@/lib/schema';

import { useChangeCollection, useCopyCollection, useMakeCollection, useRestoreCollection } from './changing';
import { NameForm } from './NameForm';

interface OpenedProps {
  opened: boolean;
  onClose: () => void;
}
type OfOneProps = OpenedProps & { collection: Collection };

export function MakeModal({ opened, onClose }: OpenedProps) {
  const make = useMakeCollection();
  const navigate = useNavigate();
  return (
    <Modal opened={opened} onClose={onClose} title="New collection">
      <NameForm
        act="Make collection"
        asks={['description', 'visibility']}
        start={{ name: '', description: '', visibility: 'maker' }}
        save={(said) => make.mutateAsync(said)}
        onSaved={(row) => {
          onClose();
          void navigate({ to: '/collections/$collectionId', params: { collectionId: row.id } });
        }}
      />
    </Modal>
  );
}

export function DescribeModal({ collection, opened, onClose }: OfOneProps) {
  const change = useChangeCollection();
  return (
    <Modal opened={opened} onClose={onClose} title="Rename or describe">
      <NameForm
        act="Save"
        asks={['description']}
        start={collection}
        save={({ name, description }) => change.mutateAsync({ row: collection, said: { name, description } })}
        onSaved={onClose}
      />
    </Modal>
  );
}

export function CopyModal({ collection, opened, onClose }: OfOneProps) {
  const copy = useCopyCollection();
  const navigate = useNavigate();
  return (
    <Modal opened={opened} onClose={onClose} title={`Copy “${collection.name}”`}>
      <NameForm
        act="Copy"
        about="With its offers and notes. The copy is yours alone until you share it."
        start={{ ...collection, name: `${collection.name} (copy)`.slice(0, 120) }}
        save={({ name }) => copy.mutateAsync({ row: collection, name })}
        onSaved={(row) => {
          onClose();
          told(`“${row.name}” is made.`);
          void navigate({ to: '/collections/$collectionId', params: { collectionId: row.id } });
        }}
      />
    </Modal>
  );
}

/** Under its name, or another where somebody has taken it since. */
export function RestoreModal({ collection, opened, onClose }: OfOneProps) {
  const restore = useRestoreCollection();
  return (
    <Modal opened={opened} onClose={onClose} title={`Restore “${collection.name}”?`}>
      <NameForm
        act="Restore"
        about="It comes back as it was."
        start={collection}
        save={({ name }) => restore.mutateAsync({ row: collection, name })}
        onSaved={onClose}
      />
    </Modal>
  );
}
