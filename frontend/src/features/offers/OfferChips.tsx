import { Button, Group } from '@mantine/core';

import { Chip } from '@/components/Chip';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';

import { filterWords } from './filterWords';
import { changed, type OfferSearch } from './search';

interface OfferChipsProps {
  search: OfferSearch;
  onSearch: (next: OfferSearch) => void;
}

/** What the list is narrowed to: shown, and taken off, as chips. */
export function OfferChips({ search, onSearch }: OfferChipsProps) {
  const words = filterWords(search, useMarketplaceTitle());
  if (words.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label="Filters that are on">
      {words.map(({ said, off }) => (
        <Chip
          key={said}
          said={said}
          onOff={() => {
            onSearch(changed(search, off));
          }}
        />
      ))}
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => {
          onSearch(changed({}, { query: search.query, sort: search.sort }));
        }}
      >
        Clear filters
      </Button>
    </Group>
  );
}
