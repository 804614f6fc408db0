import { Text } from '@mantine/core';
import { useState } from 'react';

import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { useMarketplaceTitle } from '@/features/marketplaces/queries';
import { day, fileSize, plural } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Export, ExportFile } from '@/lib/schema';

import { ExportActs } from './ExportActs';
import { ExportBadge } from './ExportBadge';
import { ExportFiles } from './ExportFiles';
import { ExportProgress } from './ExportProgress';
import classes from './exports.module.css';
import { isOpen } from './queries';
import { aboutWords, formatWord, isExpired, rowsWord } from './words';

export function ExportRow({ row }: { row: Export }) {
  const title = useMarketplaceTitle();
  const actor = useActorName();
  const expired = isExpired(row, useNow());
  const [files, setFiles] = useState<ExportFile[]>([]);
  return (
    <li className={classes.row} data-testid="export" data-status={row.status}>
      <div style={{ minWidth: 0 }}>
        <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
          {aboutWords(row, title)}
        </Text>
        <Text size="sm" c="dimmed">
          {actor(row.started_by)}, <When at={row.created_at} />, {formatWord(row.format)},{' '}
          {plural(row.columns.length, 'column')}
        </Text>
      </div>
      <div className={classes.middle}>{isOpen(row) ? <ExportProgress row={row} /> : <Written row={row} />}</div>
      <ExportBadge status={row.status} expired={expired} />
      <div className={classes.acts}>
        <ExportActs row={row} onFiles={setFiles} />
      </div>
      <Reason row={row} />
      {files.length > 0 && !expired && (
        <div className={classes.wide}>
          <ExportFiles files={files} />
        </div>
      )}
    </li>
  );
}

function Written({ row }: { row: Export }) {
  if (row.status !== 'succeeded') return null;
  return (
    <Text size="sm" className="num" component="div">
      {rowsWord(row)}, {fileSize(row.bytes)}
      {row.expires_at !== null && (
        <Text size="xs" c="dimmed">
          Kept until {day(row.expires_at)}
        </Text>
      )}
    </Text>
  );
}

function Reason({ row }: { row: Export }) {
  if (row.reason === null) return null;
  return (
    <Text size="sm" c={row.status === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} className={classes.wide}>
      {row.reason}
      {row.retry_at !== null && isOpen(row) && (
        <>
          {' '}
          It is tried again <When at={row.retry_at} />.
        </>
      )}
    </Text>
  );
}
