import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useState } from 'react';

import { When } from '@/components/When';
import { useRights } from '@/lib/context';
import type { Collection } from '@/lib/schema';

import { Maker } from './CollectionCard';
import { CollectedList } from './CollectedList';
import { Figures } from './Figures';
import { RestoreModal } from './NameModals';
import type { CollectedSearch } from './search';
import { VisibilityBadge } from './VisibilityBadge';

interface CollectionViewProps {
  collection: Collection;
  search: CollectedSearch;
  onSearch: (next: CollectedSearch) => void;
}

export function CollectionView({ collection, search, onSearch }: CollectionViewProps) {
  return (
    <>
      {collection.archived_at !== null && <PutAway collection={collection} at={collection.archived_at} />}
      <Paper p="lg" style={{ borderColor: 'var(--wl-line)' }} shadow="sm">
        <Stack gap="sm">
          {collection.description !== '' && (
            <Text maw="75ch" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {collection.description}
            </Text>
          )}
          <Figures collection={collection} />
        </Stack>
      </Paper>
      <CollectedList collection={collection} search={search} onSearch={onSearch} />
    </>
  );
}

/** Whose it is and who sees it, under its name. */
export function Standing({ collection }: { collection: Collection }) {
  return (
    <Group gap={8}>
      <VisibilityBadge visibility={collection.visibility} />
      <Text size="sm">
        <Maker collection={collection} />, changed <When at={collection.updated_at} />
        {collection.may === 'view' && '. You may look at it'}
      </Text>
    </Group>
  );
}

function PutAway({ collection, at }: { collection: Collection; at: string }) {
  const [opened, setOpened] = useState(false);
  const { work } = useRights();
  return (
    <Alert color="gray" icon={<IconArchive aria-hidden />} title="This collection is archived">
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          It was put away <When at={at} />. Nothing in it is lost.
        </Text>
        {work && collection.may === 'decide' && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              setOpened(true);
            }}
          >
            Restore
          </Button>
        )}
      </Group>
      <RestoreModal
        collection={collection}
        opened={opened}
        onClose={() => {
          setOpened(false);
        }}
      />
    </Alert>
  );
}
