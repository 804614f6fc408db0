import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, Tooltip } from '@mantine/core';
import { IconColumns3, IconKeyboard, IconLayoutList, IconList } from '@tabler/icons-react';

import { plural } from '@/lib/format';

import { COLUMNS, USUAL } from './columns';
import type { Density } from './remembered';

interface ListToolsProps {
  shown: number;
  more: boolean;
  /** Without columns there is nothing to choose: cards have none. */
  columns: [string[], (ids: string[]) => void] | null;
  density: [Density, (density: Density) => void];
  onHelp: () => void;
}

/** How much is there, and how it is looked at. */
export function ListTools({ shown, more, columns, density: [density, setDensity], onHelp }: ListToolsProps) {
  const tight = density === 'tight';
  const Icon = tight ? IconLayoutList : IconList;
  return (
    <Group justify="space-between" gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed" className="num" role="status">
        {more ? `The first ${plural(shown, 'offer')}` : plural(shown, 'offer')}
      </Text>
      <Group gap={4} wrap="nowrap">
        {columns && <ColumnChoice ids={columns[0]} onIds={columns[1]} />}
        <Tooltip label={tight ? 'Roomy rows' : 'Tight rows'}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label="Tight rows"
            aria-pressed={tight}
            onClick={() => {
              setDensity(tight ? 'roomy' : 'tight');
            }}
          >
            <Icon size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Keys">
          <ActionIcon variant="subtle" color="gray" size={30} aria-label="Keys" visibleFrom="sm" onClick={onHelp}>
            <IconKeyboard size={19} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
}

function ColumnChoice({ ids, onIds }: { ids: string[]; onIds: (ids: string[]) => void }) {
  return (
    <Popover position="bottom-end" shadow="md" width={210} trapFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconColumns3 size={17} stroke={1.7} aria-hidden />}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group value={ids} onChange={onIds} aria-label="Columns">
          <Stack gap={9}>
            {COLUMNS.map(({ id, name }) => (
              <Checkbox key={id} value={id} label={name} size="xs" />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button
          size="compact-xs"
          variant="subtle"
          mt="sm"
          ml={-6}
          onClick={() => {
            onIds(USUAL);
          }}
        >
          The usual ones
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
