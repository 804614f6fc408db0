import { Group, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';

import { ButtonLink } from '@/components/links';
import { SelectionBar, SelectNone } from '@/components/SelectionBar';

import { comparing, MOST } from './comparing';
import type { Picking } from './picking';

/** Leads to the comparison of the trends that are chosen. */
export function PickBar({ picking }: { picking: Picking }) {
  const { picked } = picking;
  if (picked.length === 0) return null;
  return (
    <SelectionBar widest={560}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text fw={550} className="num" role="status">
          {picked.length} of {MOST} selected
          {picked.length === 1 && (
            <Text span size="sm" c="dimmed" fw={400}>
              {' '}
              Choose another one.
            </Text>
          )}
        </Text>
        <Group gap={6} wrap="nowrap">
          <ButtonLink
            to="/trends/compare"
            search={comparing(picked.map(({ id }) => id))}
            size="sm"
            px="sm"
            disabled={picked.length < 2}
            leftSection={<IconArrowsDiff size={16} aria-hidden />}
          >
            Compare
          </ButtonLink>
          <SelectNone onNone={picking.none} />
        </Group>
      </Group>
    </SelectionBar>
  );
}
