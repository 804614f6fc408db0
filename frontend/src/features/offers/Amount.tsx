import { TextInput } from '@mantine/core';

import { useDraft } from '@/lib/draft';

interface AmountProps {
  label: string;
  value: number | undefined;
  onValue: (value: number | undefined) => void;
}

/** An amount counts when the field is left, or on Enter: half a number is no filter. */
export function Amount({ label, value, onValue }: AmountProps) {
  const field = useDraft(value === undefined ? '' : String(value), (written) => {
    const amount = Number(written.replace(',', '.'));
    onValue(written.trim() !== '' && Number.isFinite(amount) && amount >= 0 ? amount : undefined);
  });
  return (
    <TextInput
      label={label}
      size="xs"
      inputMode="decimal"
      placeholder="Any"
      autoComplete="off"
      value={field.draft}
      onChange={(event) => {
        field.write(event.currentTarget.value);
      }}
      onBlur={() => {
        field.send(field.draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') field.send(field.draft);
      }}
    />
  );
}
