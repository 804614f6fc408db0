import { Filters, FilterSelect } from '@/components/FilterSelect';
import { given } from '@/lib/search';

import { stateWord } from './badges';
import { useSubjects } from './queries';
import { type AlertSearch, STATES } from './search';

interface AlertFiltersProps {
  search: AlertSearch;
  onSearch: (next: AlertSearch) => void;
}

export function AlertFilters({ search, onSearch }: AlertFiltersProps) {
  const { data: subjects = [] } = useSubjects();
  return (
    <Filters>
      <FilterSelect
        label="State"
        all="Every state"
        choices={STATES.map((state) => ({ value: state, label: stateWord(state) }))}
        value={search.state}
        onValue={(state) => {
          onSearch(given<AlertSearch>({ ...search, subject: search.subject, state }));
        }}
      />
      {(subjects.length > 1 || search.subject !== undefined) && (
        <FilterSelect
          label="Subject"
          all="Every subject"
          choices={subjects.map(({ id, words }) => ({ value: id, label: words }))}
          value={search.subject}
          onValue={(subject) => {
            onSearch(given<AlertSearch>({ state: search.state, subject }));
          }}
        />
      )}
    </Filters>
  );
}
