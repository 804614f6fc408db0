import { Badge } from '@mantine/core';
import { IconArrowBackUp, IconBan, IconCheck, IconClock, IconFileDots, IconLoader2, IconX } from '@tabler/icons-react';

import { FilterSelect } from '@/components/FilterSelect';
import type { UploadStatus } from '@/lib/schema';

import classes from './imports.module.css';
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

/** How an uploaded file stands; said by word, colour and shape. */
export function UploadBadge({ status, tried = false }: { status: UploadStatus; tried?: boolean }) {
  const [word, color, Icon] = LOOKS[status];
  const turns = status === 'running' || status === 'undoing';
  return (
    <Badge
      color={color}
      style={{ flex: 'none' }}
      leftSection={<Icon size={13} aria-hidden className={turns ? classes.turning : undefined} />}
    >
      {tried && status === 'succeeded' ? 'Tried out' : word}
    </Badge>
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
