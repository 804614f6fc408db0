import { ActionIcon, Button, Group, Paper, Text, Tooltip } from '@mantine/core';
import { IconSquareX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { count } from '@/lib/format';

import classes from './offers.module.css';
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
    <Paper className={classes.bar} shadow="xl" role="region" aria-label="Selection">
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
          <Tooltip label="Select none">
            <ActionIcon variant="subtle" color="gray" size={36} aria-label="Select none" onClick={picking.none}>
              <IconSquareX size={19} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
    </Paper>
  );
}
