import { Filters, FilterSelect } from '@/components/FilterSelect';
import { MarketplaceFilter } from '@/features/marketplaces/MarketplaceFilter';
import { given } from '@/lib/search';

import { STATES, type WatchSearch } from './search';

const NAMES = { active: 'Active', paused: 'Paused' };

export function WatchFilters({ search, onSearch }: { search: WatchSearch; onSearch: (next: WatchSearch) => void }) {
  return (
    <Filters>
      <FilterSelect
        label="State"
        all="Active and paused"
        choices={STATES.map((state) => ({ value: state, label: NAMES[state] }))}
        value={search.state}
        onValue={(state) => {
          onSearch(given<WatchSearch>({ state, marketplace: search.marketplace }));
        }}
      />
      <MarketplaceFilter
        name={search.marketplace}
        onName={(marketplace) => {
          onSearch(given<WatchSearch>({ state: search.state, marketplace }));
        }}
      />
    </Filters>
  );
}
