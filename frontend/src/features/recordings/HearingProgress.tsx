import { Progress, Text } from '@mantine/core';

import classes from '@/components/progress.module.css';
import { count, plural } from '@/lib/format';
import type { Recording } from '@/lib/schema';

/** How many of its parts are heard. Before it is cut nobody knows how many there will be. */
export function HearingProgress({ row }: { row: Recording }) {
  const { parts_total: total } = row;
  const unknown = total === null;
  const share = unknown ? 100 : (row.parts_done / Math.max(1, total)) * 100;
  const words = hearingWords(row);
  return (
    <div className={`${classes.progress ?? ''} ${unknown ? (classes.unknown ?? '') : ''}`}>
      <Progress.Root size={7} radius="xl">
        <Progress.Section
          value={share}
          color="pine.4"
          withAria={false}
          role="progressbar"
          aria-label={`Progress of ${row.name}`}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(unknown ? {} : { 'aria-valuenow': Math.round(share) })}
          aria-valuetext={words}
        />
      </Progress.Root>
      <Text size="xs" c="dimmed" className="num" mt={5}>
        {words}
      </Text>
    </div>
  );
}

export function hearingWords({ status, started_at, source_url, parts_done, parts_total }: Recording): string {
  if (parts_total !== null) return `${count(parts_done)} of ${plural(parts_total, 'part')} heard`;
  if (status === 'queued' && started_at === null) return 'Waiting for its turn';
  return source_url === null ? 'Being cut into parts' : 'Being brought and cut into parts';
}
