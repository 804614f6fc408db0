import { ActionIcon, Button, ColorInput, Group, Input } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { MOST_COLOURS } from './changes';

interface PaletteInputProps {
  value: string[];
  onChange: (palette: string[]) => void;
  error?: ReactNode;
}

/** The colours of a design, the leading one first. */
export function PaletteInput({ value, onChange, error }: PaletteInputProps) {
  return (
    <Input.Wrapper label="Colours" description="The first one leads." error={error} role="group" aria-label="Colours">
      {value.map((colour, index) => (
        // A colour has no name of its own: its place in the row is what it is.
        <Group key={index} gap={6} mt={6} wrap="nowrap">
          <ColorInput
            flex={1}
            size="sm"
            format="hex"
            aria-label={`Colour ${index + 1}`}
            withEyeDropper={false}
            value={colour}
            onChange={(next) => {
              onChange(value.with(index, next));
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={`Remove colour ${index + 1}`}
            disabled={value.length === 1}
            onClick={() => {
              onChange(value.toSpliced(index, 1));
            }}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {value.length < MOST_COLOURS && (
        <Button
          mt={8}
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            onChange([...value, '#888888']);
          }}
        >
          Add a colour
        </Button>
      )}
    </Input.Wrapper>
  );
}
