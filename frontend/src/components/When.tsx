import { dateTime, ago } from '@/lib/format';
import { useNow } from '@/lib/now';

/** A moment as people say it, and exactly on hover. */
export function When({ at }: { at: string }) {
  return (
    <time dateTime={at} title={dateTime(at)} style={{ whiteSpace: 'nowrap' }}>
      {ago(at, useNow())}
    </time>
  );
}
