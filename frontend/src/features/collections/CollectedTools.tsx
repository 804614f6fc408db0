import { Collapse, Group, Select, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';

import { FiltersButton } from '@/components/FiltersButton';
import { SearchField } from '@/components/SearchField';
import { OfferChips } from '@/features/offers/OfferChips';
import { OfferFilters } from '@/features/offers/OfferFilters';
import { narrowings, type OfferSearch, withCurrency } from '@/features/offers/search';
import type { Collected } from '@/lib/schema';
import { given } from '@/lib/search';

import { COLLECTED_SORTS, collectedSearch, type CollectedSearch, conditionsOf } from './search';

interface CollectedToolsProps {
  search: CollectedSearch;
  onSearch: (next: CollectedSearch) => void;
  /** The offers on the screen: what can be chosen is what they say. */
  shown: Collected[];
}

/** The market's own filters, and the orders that a collection has. */
export function CollectedTools({ search, onSearch, shown }: CollectedToolsProps) {
  const conditions: OfferSearch = conditionsOf(search);
  const [opened, { toggle }] = useDisclosure(narrowings(conditions) > 0);
  const put = (next: OfferSearch, sort = search.sort) => {
    const byPrice = sort === 'price' || sort === '-price' ? { sort } : {};
    const { currency } = withCurrency({ ...next, ...byPrice }, shown);
    onSearch(collectedSearch({ ...next, ...given<CollectedSearch>({ currency, sort }) }));
  };
  return (
    <Stack gap="md" px="lg" pb="md">
      <Group gap="sm">
        <SearchField
          label="Search these offers"
          placeholder="Search words, “a phrase”, -not"
          value={search.query}
          onValue={(query) => {
            put(given<OfferSearch>({ ...conditions, query }));
          }}
        />
        <Select
          aria-label="Sort by"
          w={190}
          data={COLLECTED_SORTS}
          value={search.sort ?? '-added_at'}
          onChange={(value) => {
            put(conditions, COLLECTED_SORTS.find((one) => one.value === value)?.value);
          }}
        />
        <FiltersButton on={narrowings(conditions)} opened={opened} onToggle={toggle} />
      </Group>
      <Collapse expanded={opened}>
        <OfferFilters search={conditions} onSearch={put} offers={shown} />
      </Collapse>
      <OfferChips search={conditions} onSearch={put} />
    </Stack>
  );
}
