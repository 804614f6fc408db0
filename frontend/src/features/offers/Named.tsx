import { Autocomplete } from '@mantine/core';

import { useDraft } from '@/lib/draft';

interface NamedProps {
  label: string;
  value: string | undefined;
  /** Names among the offers on the screen: no list of all of them can be had. */
  known: string[];
  onValue: (value: string | undefined) => void;
}

/** A seller or a category, by its whole name: chosen among those in sight, or written. */
export function Named({ label, value, known, onValue }: NamedProps) {
  const field = useDraft(value ?? '', (written) => {
    onValue(written.trim() === '' ? undefined : written);
  });
  return (
    <Autocomplete
      label={label}
      size="xs"
      placeholder="Any"
      autoComplete="off"
      maxLength={200}
      limit={12}
      data={known}
      value={field.draft}
      onChange={field.write}
      onOptionSubmit={field.send}
      onBlur={() => {
        field.send(field.draft);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') field.send(field.draft);
      }}
      styles={{ label: { fontWeight: 550, marginBottom: 4 } }}
    />
  );
}
