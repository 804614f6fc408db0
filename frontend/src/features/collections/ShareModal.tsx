import { Modal, Radio, Skeleton, Stack, Text } from '@mantine/core';

import { Failure } from '@/components/Failure';
import { failed } from '@/components/toast';
import type { Collection } from '@/lib/schema';

import { useChangeCollection } from './changing';
import { useShares } from './queries';
import { VISIBILITIES } from './sharing';
import { Sharees } from './Sharees';

interface ShareModalProps {
  collection: Collection;
  opened: boolean;
  onClose: () => void;
}

/** Who sees a collection and who changes it; whoever does not decide only reads it. */
export function ShareModal({ collection, opened, onClose }: ShareModalProps) {
  const decides = collection.may === 'decide';
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={decides ? `Share “${collection.name}”` : `Who sees “${collection.name}”`}
    >
      <Stack gap="lg">
        <Visible collection={collection} decides={decides} />
        <People collection={collection} opened={opened} decides={decides} />
        {!decides && (
          <Text size="sm" c="dimmed">
            Only {collection.maker_name} and the workspace’s owners decide this.
          </Text>
        )}
      </Stack>
    </Modal>
  );
}

function Visible({ collection, decides }: { collection: Collection; decides: boolean }) {
  const change = useChangeCollection();
  return (
    <Radio.Group
      label="Who sees it"
      value={change.isPending ? (change.variables.said.visibility ?? null) : collection.visibility}
      onChange={(chosen) => {
        const visibility = VISIBILITIES.find((one) => one.value === chosen)?.value;
        if (visibility !== undefined) change.mutate({ row: collection, said: { visibility } }, { onError: failed });
      }}
    >
      <Stack gap="xs" mt={6}>
        {VISIBILITIES.map(({ value, label, about }) => (
          <Radio key={value} value={value} label={label} description={about} disabled={!decides || change.isPending} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function People({ collection, opened, decides }: { collection: Collection; opened: boolean; decides: boolean }) {
  const shares = useShares(collection.id, opened);
  if (shares.isPending) return <Skeleton h={60} role="status" aria-label="Loading" />;
  if (shares.isError) return <Failure error={shares.error} onRetry={() => void shares.refetch()} />;
  return <Sharees collection={collection} shares={shares.data} decides={decides} />;
}
