import { Text } from '@mantine/core';

import { When } from '@/components/When';
import type { Recording } from '@/lib/schema';

import { isAtWork } from './queries';

/** Why it stands as it does, in the API's own words. */
export function Reason({ row }: { row: Recording }) {
  if (row.reason === null) return null;
  return (
    <Text span inherit style={{ overflowWrap: 'anywhere' }}>
      {row.reason}
      {row.retry_at !== null && isAtWork(row) && (
        <>
          {' '}
          It is tried again <When at={row.retry_at} />.
        </>
      )}
    </Text>
  );
}
