import { IconArrowBackUp, IconBan, IconCheck, IconClock, IconFileDots, IconLoader2, IconX } from '@tabler/icons-react';

import { FilterSelect } from '@/components/FilterSelect';
import { LookBadge } from '@/components/LookBadge';
import type { UploadStatus } from '@/lib/schema';

import { UPLOAD_STATUSES, type UploadSearch } from './search';

const LOOKS = {
  waiting: ['Not started', 'saffron', IconFileDots],
  queued: ['Queued', 'gray', IconClock],
  running: ['Reading', 'saffron', IconLoader2],
  undoing: ['Taking back', 'saffron', IconLoader2],
  succeeded: ['Succeeded', 'pine', IconCheck],
  failed: ['Failed', 'madder', IconX],
  cancelled: ['Cancelled', 'gray', IconBan],
  undone: ['Taken back', 'gray', IconArrowBackUp],
} as const satisfies Record<UploadStatus, unknown>;

/** How an uploaded file stands. */
export function UploadBadge({ status, tried = false }: { status: UploadStatus; tried?: boolean }) {
  const [word, ...look] = LOOKS[status];
  return (
    <LookBadge
      look={[tried && status === 'succeeded' ? 'Tried out' : word, ...look]}
      turning={status === 'running' || status === 'undoing'}
    />
  );
}

export function UploadFilter({ search, onSearch }: { search: UploadSearch; onSearch: (next: UploadSearch) => void }) {
  return (
    <FilterSelect
      label="Status"
      all="Every status"
      choices={UPLOAD_STATUSES.map((status) => ({ value: status, label: LOOKS[status][0] }))}
      value={search.status}
      onValue={(status) => {
        onSearch(status ? { status } : {});
      }}
    />
  );
}
