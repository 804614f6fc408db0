import { ActionIcon, Button, Group, Paper, Stack, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';

import { GroundSwitch, useGround } from '@/components/Ground';

import classes from './designs.module.css';
import { DesignChips, DesignTabs } from './DesignTabs';
import type { DesignSearch } from './search';

interface GalleryToolsProps {
  search: DesignSearch;
  onSearch: (next: DesignSearch) => void;
  /** How many on the screen can be decided on. */
  open: number;
  onSelectAll: () => void;
  onHelp: () => void;
}

export function GalleryTools({ search, onSearch, open, onSelectAll, onHelp }: GalleryToolsProps) {
  const [ground, setGround] = useGround();
  return (
    <Paper className={classes.tools} shadow="sm">
      <DesignTabs search={search} />
      <Group justify="space-between" gap="sm" px={{ base: 'sm', sm: 'lg' }} py="sm">
        <Stack gap="xs">
          <DesignChips search={search} onSearch={onSearch} />
          {open > 1 && (
            <Button size="compact-sm" variant="default" w="fit-content" onClick={onSelectAll}>
              Select all {open} to decide
            </Button>
          )}
        </Stack>
        <Group gap="xs" ml="auto" wrap="nowrap">
          <GroundSwitch ground={ground} onGround={setGround} />
          <Tooltip label="Keys">
            <ActionIcon variant="subtle" color="gray" size={30} aria-label="Keys" visibleFrom="sm" onClick={onHelp}>
              <IconKeyboard size={19} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
    </Paper>
  );
}
