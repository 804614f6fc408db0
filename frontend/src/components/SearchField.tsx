import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';

import { useDraft } from '@/lib/draft';

interface SearchFieldProps {
  /** What is searched: "Search offers". */
  label: string;
  placeholder?: string;
  value: string | undefined;
  onValue: (written: string) => void;
}

/** Searches as one writes, a moment after the last key, or on Enter at once. */
export function SearchField({ label, placeholder = label, value, onValue }: SearchFieldProps) {
  const field = useDraft(value ?? '', onValue);
  const settle = useDebouncedCallback(field.send, 300);
  return (
    <form
      role="search"
      aria-label={label}
      style={{ flex: '1 1 260px' }}
      onSubmit={(event) => {
        event.preventDefault();
        settle.flush();
      }}
    >
      <TextInput
        type="search"
        aria-label={label}
        placeholder={placeholder}
        leftSection={<IconSearch size={16} aria-hidden />}
        maxLength={200}
        value={field.draft}
        onChange={(event) => {
          field.write(event.currentTarget.value);
          settle(event.currentTarget.value);
        }}
      />
    </form>
  );
}
