import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { SelectNone, SelectionBar } from '@/components/SelectionBar';
import { count } from '@/lib/format';

import type { Picked, Picking } from './picking';

interface PickBarProps {
  picking: Picking;
  /** Everything in sight is chosen, and there is more of it. */
  more: boolean;
  acts: (picked: Picked) => ReactNode;
}

/** What can be done with the offers that are chosen. */
export function PickBar({ picking, more, acts }: PickBarProps) {
  const { picked } = picking;
  if (picked === null) return null;
  return (
    <SelectionBar widest={760}>
      <Group justify="space-between" gap="sm">
        <Group gap={6}>
          <Text fw={550} className="num" role="status" style={{ whiteSpace: 'nowrap' }}>
            {picking.count === null ? 'All that match' : `${count(picking.count)} selected`}
          </Text>
          {more && picking.count !== null && (
            <Button size="compact-sm" variant="subtle" onClick={picking.everything}>
              Select all that match
            </Button>
          )}
        </Group>
        <Group gap={6} wrap="nowrap">
          {acts(picked)}
          <SelectNone onNone={picking.none} />
        </Group>
      </Group>
    </SelectionBar>
  );
}
