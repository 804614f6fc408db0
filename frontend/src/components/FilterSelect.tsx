import { Group, Select, type SelectProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface FilterSelectProps<T extends string> extends Pick<SelectProps, 'w'> {
  label: string;
  /** What it says when nothing is chosen. */
  all: string;
  choices: readonly { value: T; label: string }[];
  value: T | undefined;
  onValue: (value: T | undefined) => void;
}

/** Narrows a list to one of a few, or to none of them. */
export function FilterSelect<T extends string>({ label, all, choices, value, onValue, w = 150 }: FilterSelectProps<T>) {
  return (
    <Select
      aria-label={label}
      size="xs"
      w={w}
      data={[{ value: '', label: all }, ...choices]}
      value={value ?? ''}
      onChange={(chosen) => {
        onValue(choices.find((one) => one.value === chosen)?.value);
      }}
    />
  );
}

/** Filters side by side, on a phone narrower than they like to be. */
export function Filters({ children }: { children: ReactNode }) {
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      {children}
    </Group>
  );
}
