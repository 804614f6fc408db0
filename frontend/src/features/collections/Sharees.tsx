import { ActionIcon, Group, Select, Stack, Text, Tooltip } from '@mantine/core';
import { IconUserMinus } from '@tabler/icons-react';

import { useMembers } from '@/features/accounts/actor';
import type { Collection, Share } from '@/lib/schema';

import classes from './collections.module.css';
import { useSharing } from './sharing';

const MAY = [
  { value: 'view', label: 'may view' },
  { value: 'change', label: 'may change' },
];
const mayOf = (value: string | null): Share['may'] => (value === 'change' ? 'change' : 'view');

interface ShareesProps {
  collection: Collection;
  shares: Share[];
  decides: boolean;
}

/** With whom it is shared, person by person. */
export function Sharees({ collection, shares, decides }: ShareesProps) {
  const { data: members = [] } = useMembers();
  const { share, unshare } = useSharing(collection);
  const known = new Set([collection.maker_id, ...shares.map((one) => one.member_id)]);
  const others = members.filter((one) => !known.has(one.id));
  const isViewer = (id: string) => members.find((one) => one.id === id)?.role === 'viewer';
  return (
    <Stack gap="sm">
      <Text fw={550} size="sm">
        {shares.length === 0 ? 'Shared with nobody by name' : 'Shared with'}
      </Text>
      {shares.length > 0 && (
        <ul className={classes.people} aria-label="Shared with">
          {shares.map((one) => (
            <Group component="li" key={one.member_id} justify="space-between" wrap="nowrap" gap="sm">
              <div style={{ minWidth: 0 }}>
                <Text truncate>{one.name}</Text>
                <Text size="xs" c="dimmed" truncate>
                  {one.email}
                </Text>
              </div>
              <Group gap={4} wrap="nowrap">
                <Select
                  size="xs"
                  w={124}
                  aria-label={`What ${one.name} may do`}
                  data={isViewer(one.member_id) ? MAY.slice(0, 1) : MAY}
                  value={one.may}
                  disabled={!decides || share.isPending}
                  onChange={(may) => {
                    if (may !== one.may) share.mutate({ member_id: one.member_id, may: mayOf(may) });
                  }}
                />
                {decides && (
                  <Tooltip label="Share no longer">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Share no longer with ${one.name}`}
                      onClick={() => {
                        unshare.mutate(one);
                      }}
                    >
                      <IconUserMinus size={17} aria-hidden />
                    </ActionIcon>
                  </Tooltip>
                )}
              </Group>
            </Group>
          ))}
        </ul>
      )}
      {decides && (
        <Select
          aria-label="Share with"
          placeholder={others.length === 0 ? 'Nobody else is in this workspace' : 'Add somebody'}
          searchable
          disabled={others.length === 0 || share.isPending}
          data={others.map((one) => ({ value: one.id, label: `${one.name} (${one.email})` }))}
          value={null}
          onChange={(member_id) => {
            if (member_id) share.mutate({ member_id, may: 'view' });
          }}
        />
      )}
    </Stack>
  );
}
