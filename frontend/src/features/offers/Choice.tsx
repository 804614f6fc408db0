import { Select } from '@mantine/core';

interface ChoiceProps {
  label: string;
  any?: string;
  value: string | undefined;
  choices: { value: string; label: string }[];
  onValue: (value: string | undefined) => void;
}

/** One of a few, or any. */
export function Choice({ label, any = 'Any', value, choices, onValue }: ChoiceProps) {
  const known = value === undefined || choices.some((one) => one.value === value);
  return (
    <Select
      label={label}
      size="xs"
      data={[{ value: '', label: any }, ...(known ? [] : [{ value, label: value }]), ...choices]}
      value={value ?? ''}
      onChange={(chosen) => {
        onValue(chosen === null || chosen === '' ? undefined : chosen);
      }}
    />
  );
}
