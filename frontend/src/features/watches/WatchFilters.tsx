import { Group, Select } from '@mantine/core';

import { useMarketplaces } from '@/features/marketplaces/queries';
import { given } from '@/lib/search';

import { STATES, type WatchSearch } from './search';

export function WatchFilters({ search, onSearch }: { search: WatchSearch; onSearch: (next: WatchSearch) => void }) {
  const { data: marketplaces = [] } = useMarketplaces();
  return (
    <Group gap="sm">
      <Select
        aria-label="State"
        size="xs"
        w={150}
        data={[
          { value: '', label: 'Active and paused' },
          { value: 'active', label: 'Active' },
          { value: 'paused', label: 'Paused' },
        ]}
        value={search.state ?? ''}
        onChange={(value) => {
          const state = STATES.find((one) => one === value);
          onSearch(given<WatchSearch>({ state, marketplace: search.marketplace }));
        }}
      />
      <Select
        aria-label="Only from"
        size="xs"
        w={170}
        data={[
          { value: '', label: 'Every marketplace' },
          ...marketplaces.map((one) => ({ value: one.name, label: one.title })),
        ]}
        value={search.marketplace ?? ''}
        onChange={(value) => {
          onSearch(
            given<WatchSearch>({
              state: search.state,
              marketplace: marketplaces.find((one) => one.name === value)?.name,
            }),
          );
        }}
      />
    </Group>
  );
}
