import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { fileSize } from '@/lib/format';
import type { Recording } from '@/lib/schema';

import { GoOn } from './GoOn';
import { HearingProgress } from './HearingProgress';
import { languageName } from './languages';
import { isAtWork, useTranscriberTitle } from './queries';
import { Reason } from './Reason';
import { RecordingActs } from './RecordingActs';
import { RecordingBadge } from './RecordingBadge';
import classes from './recordings.module.css';
import { clockTime } from './times';

export function RecordingRow({ row }: { row: Recording }) {
  const actor = useActorName();
  const title = useTranscriberTitle();
  return (
    <li className={classes.row} data-testid="recording" data-status={row.status}>
      <div style={{ minWidth: 0 }}>
        <Link to="/recordings/$recordingId" params={{ recordingId: row.id }} className={classes.name}>
          {row.name}
        </Link>
        <Text size="sm" c="dimmed">
          {actor(row.brought_by)}, <When at={row.created_at} />, {title(row.transcriber)}
          {row.size !== null && (
            <>
              , <span style={{ whiteSpace: 'nowrap' }}>{fileSize(row.size)}</span>
            </>
          )}
        </Text>
      </div>
      <div className={classes.middle}>{isAtWork(row) ? <HearingProgress row={row} /> : <Outcome row={row} />}</div>
      <RecordingBadge status={row.status} />
      <div className={classes.acts}>
        {row.status === 'waiting' && <GoOn row={row} />}
        <RecordingActs row={row} />
      </div>
      {row.reason !== null && row.status !== 'succeeded' && (
        <Text size="sm" className={classes.wide} c={row.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
          <Reason row={row} />
        </Text>
      )}
    </li>
  );
}

function Outcome({ row }: { row: Recording }) {
  const language = row.heard_language ?? row.language;
  if (row.status === 'waiting') return null;
  return (
    <Text size="sm" className="num" {...(row.seconds === null ? { c: 'dimmed' } : {})}>
      {row.seconds === null ? 'Not heard' : clockTime(row.seconds)}
      {row.seconds !== null && language !== null && `, ${languageName(language)}`}
    </Text>
  );
}
