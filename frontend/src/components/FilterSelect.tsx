import { Select, type SelectProps } from '@mantine/core';

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
