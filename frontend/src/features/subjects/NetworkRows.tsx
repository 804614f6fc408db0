import { Badge, Text } from '@mantine/core';

import { LookBadge } from '@/components/LookBadge';
import { When } from '@/components/When';
import { every, plural } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Listening } from '@/lib/schema';

import { isAtWork, isTrouble, LOOKS, quotaWords } from './networks';
import classes from './subjects.module.css';

interface NetworkRowsProps {
  words: string;
  networks: readonly Listening[];
  /** Networks whose reason stands elsewhere. */
  told: ReadonlySet<string>;
}

/** How far each network has been heard about one subject, and when it is asked next. */
export function NetworkRows({ words, networks, told }: NetworkRowsProps) {
  return (
    <ul className={classes.networks} aria-label={`Networks asked about ${words}`}>
      {networks.map((row) => (
        <NetworkRow key={row.network} row={row} told={told.has(row.network)} />
      ))}
    </ul>
  );
}

function NetworkRow({ row, told }: { row: Listening; told: boolean }) {
  const now = useNow();
  const quota = row.quota === null ? null : quotaWords(row.quota, now);
  return (
    <li className={classes.network} data-testid="network" data-status={row.status}>
      <span className={classes.title}>
        {row.title} {row.offline && <Badge color="gray">Simulated</Badge>}
      </span>
      <LookBadge look={LOOKS[row.status]} turning={row.status === 'looking'} />
      <Text size="sm" className="num">
        {plural(row.posts_seen, 'post')}
        <Text span c="dimmed" inherit>
          , {every(row.every_minutes / 60)}
        </Text>
      </Text>
      <Text size="sm" c="dimmed">
        <Visits row={row} now={now} />
        {quota !== null && `. ${quota}`}
      </Text>
      {row.reason !== null && !told && (
        <Text
          size="sm"
          className={classes.reason}
          {...(isTrouble(row) ? { c: 'var(--mantine-color-error)' } : { c: 'dimmed' })}
        >
          {row.reason}
        </Text>
      )}
    </li>
  );
}

function Visits({ row, now }: { row: Listening; now: number }) {
  return (
    <>
      {row.heard_at === null ? (
        'Not heard yet'
      ) : (
        <>
          Heard <When at={row.heard_at} />
        </>
      )}
      {', '}
      {isAtWork(row) ? (
        'being asked now'
      ) : (
        <>next visit {new Date(row.due_at).getTime() <= now ? 'due' : <When at={row.due_at} />}</>
      )}
    </>
  );
}
