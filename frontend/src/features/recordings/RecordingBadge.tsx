import { IconBan, IconCheck, IconClock, IconEar, IconUpload, IconX } from '@tabler/icons-react';

import { FilterSelect } from '@/components/FilterSelect';
import { LookBadge } from '@/components/LookBadge';
import type { RecordingStatus } from '@/lib/schema';

import { type RecordingSearch, STATUSES } from './search';

const LOOKS = {
  waiting: ['Waits for its file', 'saffron', IconUpload],
  queued: ['Queued', 'gray', IconClock],
  running: ['Being heard', 'saffron', IconEar],
  succeeded: ['Heard', 'pine', IconCheck],
  failed: ['Failed', 'madder', IconX],
  cancelled: ['Cancelled', 'gray', IconBan],
} as const satisfies Record<RecordingStatus, unknown>;

/** How a recording stands. */
export function RecordingBadge({ status }: { status: RecordingStatus }) {
  return <LookBadge look={LOOKS[status]} />;
}

interface RecordingFilterProps {
  search: RecordingSearch;
  onSearch: (next: RecordingSearch) => void;
}

export function RecordingFilter({ search: { status, ...others }, onSearch }: RecordingFilterProps) {
  return (
    <FilterSelect
      label="Status"
      all="Every status"
      w={170}
      choices={STATUSES.map((value) => ({ value, label: LOOKS[value][0] }))}
      value={status}
      onValue={(value) => {
        onSearch(value ? { ...others, status: value } : others);
      }}
    />
  );
}
