import { SegmentedControl } from '@mantine/core';

import { FilterSelect } from '@/components/FilterSelect';
import { networksOf } from '@/features/subjects/networks';
import type { Subject } from '@/lib/schema';

import { RANGES, USUAL_RANGE } from './period';
import classes from './pulse.module.css';
import { changed, type PulseSearch } from './search';

interface PulseToolsProps {
  subjects: readonly Subject[];
  search: PulseSearch;
  onSearch: (next: PulseSearch) => void;
}

/** Of what, where and how far back. */
export function PulseTools({ subjects, search, onSearch }: PulseToolsProps) {
  const networks = networksOf(subjects).map(({ name, title }) => ({ value: name, label: title }));
  return (
    <div className={classes.tools}>
      <FilterSelect
        label="Subject"
        all="All that you follow"
        w={220}
        choices={subjects.map(({ id, words }) => ({ value: id, label: words }))}
        value={search.subject}
        onValue={(subject) => {
          onSearch(changed(search, { subject }));
        }}
      />
      <FilterSelect
        label="Network"
        all="Every network"
        w={170}
        choices={networks}
        value={search.network}
        onValue={(network) => {
          onSearch(changed(search, { network }));
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label="Range"
        data={RANGES.map(({ value, label }) => ({ value, label }))}
        value={search.range ?? USUAL_RANGE}
        onChange={(chosen) => {
          onSearch(changed(search, { range: RANGES.find(({ value }) => value === chosen)?.value, per: undefined }));
        }}
      />
    </div>
  );
}
