import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

import { useTrends } from './queries';

const SHOWN = 20;

/** Puts one more trend beside those that are compared: found by its words, the best first. */
export function AddTrend({ ids, onAdd }: { ids: readonly string[]; onAdd: (id: string) => void }) {
  const [written, setWritten] = useState('');
  const [settled] = useDebouncedValue(written.trim(), 250);
  const { items } = useTrends(settled === '' ? {} : { query: settled }, SHOWN);
  return (
    <Select
      size="xs"
      w={220}
      aria-label="Add a trend"
      placeholder="Add a trend"
      searchable
      nothingFoundMessage="No trend fits"
      // The server has searched already.
      filter={({ options }) => options}
      data={items.filter(({ id }) => !ids.includes(id)).map(({ id, name }) => ({ value: id, label: name }))}
      searchValue={written}
      onSearchChange={setWritten}
      value={null}
      onChange={(id) => {
        if (id !== null) onAdd(id);
        setWritten('');
      }}
    />
  );
}
