import { Group, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { When } from '@/components/When';
import { useMe } from '@/lib/context';
import type { Collection } from '@/lib/schema';

import { CollectionActs } from './CollectionActs';
import classes from './collections.module.css';
import { Figures } from './Figures';
import { VisibilityBadge } from './VisibilityBadge';

export function CollectionCard({ collection }: { collection: Collection }) {
  return (
    <Paper component="li" className={classes.card} shadow="sm" data-testid="collection">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Link to="/collections/$collectionId" params={{ collectionId: collection.id }} className={classes.name}>
          {collection.name}
        </Link>
        <div className={classes.acts}>
          <CollectionActs collection={collection} />
        </div>
      </Group>
      <Group gap={8}>
        <VisibilityBadge visibility={collection.visibility} />
        <Text size="xs" c="dimmed">
          <Maker collection={collection} />, changed <When at={collection.updated_at} />
        </Text>
      </Group>
      {collection.description !== '' && (
        <Text size="sm" lineClamp={2}>
          {collection.description}
        </Text>
      )}
      <Figures collection={collection} />
    </Paper>
  );
}

export function Maker({ collection }: { collection: Collection }) {
  const me = useMe();
  if (collection.maker_id === me?.id) return 'By you';
  return `By ${collection.maker_name}${collection.maker_left ? ', who has left' : ''}`;
}
