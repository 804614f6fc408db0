import { ActionIcon, Paper, Tooltip } from '@mantine/core';
import { IconSquareX } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import classes from './SelectionBar.module.css';

/** At the foot of a list: what can be done with what is chosen in it. */
export function SelectionBar({ widest, children }: { widest: number; children: ReactNode }) {
  return (
    <Paper className={classes.bar} w={`min(100%, ${widest}px)`} shadow="xl" role="region" aria-label="Selection">
      {children}
    </Paper>
  );
}

export function SelectNone({ onNone }: { onNone: () => void }) {
  return (
    <Tooltip label="Select none">
      <ActionIcon variant="subtle" color="gray" size={36} aria-label="Select none" onClick={onNone}>
        <IconSquareX size={19} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
