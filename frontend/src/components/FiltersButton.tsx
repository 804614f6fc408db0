import { Button, Indicator } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';

/** Opens a list's filters, and says how many of them are on. */
export function FiltersButton({ on, opened, onToggle }: { on: number; opened: boolean; onToggle: () => void }) {
  return (
    <Indicator disabled={on === 0} label={on} size={18} color="pine">
      <Button
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={onToggle}
        aria-expanded={opened}
      >
        Filters
      </Button>
    </Indicator>
  );
}
