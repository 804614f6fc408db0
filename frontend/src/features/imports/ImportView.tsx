import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';

import { type FactRow, Facts } from '@/components/Facts';
import { Failure } from '@/components/Failure';
import { ButtonLink } from '@/components/links';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { count, fileSize, lasted } from '@/lib/format';
import { useNow } from '@/lib/now';
import { words } from '@/lib/readable';
import type { Import } from '@/lib/schema';

import { BadRows } from './BadRows';
import classes from './imports.module.css';
import { ImportProgress, judged } from './ImportProgress';
import { formatWord } from './Layout';
import { Prepare } from './Prepare';
import { isAtWork, useImportKinds } from './queries';

export function ImportView({ row }: { row: Import }) {
  const begins = row.status === 'waiting' || (row.dry_run && row.ended_at !== null);
  return (
    <>
      <Reason row={row} />
      {row.status !== 'waiting' && <Yield row={row} />}
      {row.rows_bad > 0 && <BadRows row={row} />}
      {begins && <Beginning row={row} />}
      {row.format !== null && <HowRead row={row} />}
    </>
  );
}

function Beginning({ row }: { row: Import }) {
  const kinds = useImportKinds();
  if (kinds.isPending) return <Rows count={4} />;
  if (kinds.isError) return <Failure error={kinds.error} onRetry={() => void kinds.refetch()} />;
  const kind = kinds.data.find((one) => one.name === row.kind);
  return kind && <Prepare key={row.updated_at} row={row} kind={kind} />;
}

function Reason({ row }: { row: Import }) {
  if (row.reason === null) return null;
  const failed = row.status === 'failed';
  const Icon = failed ? IconAlertTriangle : IconInfoCircle;
  return (
    <Alert color={failed ? 'madder' : 'gray'} icon={<Icon aria-hidden />} title={failed ? 'Why it failed' : 'Note'}>
      {row.reason}
      {row.retry_at !== null && isAtWork(row) && (
        <>
          {' '}
          It is tried again <When at={row.retry_at} />.
        </>
      )}
    </Alert>
  );
}

/** What the file brought. */
function Yield({ row }: { row: Import }) {
  const now = useNow();
  const facts: FactRow[] = [
    ['Rows read', count(judged(row))],
    ['New', count(row.rows_new)],
    ['Changed', count(row.rows_changed)],
    ['Unchanged', count(row.rows_unchanged)],
    [
      'Bad',
      <span key="bad" className={row.rows_bad > 0 ? classes.wrong : undefined}>
        {count(row.rows_bad)}
      </span>,
    ],
    ['Took', row.started_at === null ? '–' : lasted(row.started_at, row.ended_at ?? now)],
  ];
  return (
    <Panel
      title={row.dry_run ? 'What it would bring' : 'What it brought'}
      about={row.dry_run ? 'It was only tried out: nothing is kept. Start it below when it is right.' : undefined}
      action={row.rows_new + row.rows_changed > 0 && !row.dry_run && row.status !== 'undone' && <SeeRows row={row} />}
    >
      <Stack gap="lg">
        {isAtWork(row) && <ImportProgress row={row} />}
        <Facts least={120} facts={facts} />
      </Stack>
    </Panel>
  );
}

function SeeRows({ row }: { row: Import }) {
  return row.kind === 'terms' ? (
    <ButtonLink to="/listed-terms" search={{ import_id: row.id }} variant="default" size="xs">
      See its terms
    </ButtonLink>
  ) : (
    <ButtonLink to="/claims" search={{ import_id: row.id }} variant="default" size="xs">
      See its offers
    </ButtonLink>
  );
}

function HowRead({ row }: { row: Import }) {
  const actor = useActorName();
  const told = [
    ...Object.entries(row.mapping).map(([field, column]) => `${words(field)}: ${column}`),
    ...Object.entries(row.fixed).map(([field, value]) => `${words(field)}: “${value}” for every row`),
  ];
  const facts: FactRow[] = [
    ['Uploaded by', actor(row.uploaded_by)],
    ['Uploaded', <When key="uploaded" at={row.created_at} />],
    ['Size', fileSize(row.size)],
    ['Format', formatWord(row.format ?? '')],
    ['Encoding', row.encoding ?? '–'],
    ['Decimals', row.decimals === null ? 'Each number by itself' : words(row.decimals)],
  ];
  return (
    <Panel title="How it was read">
      <Stack gap="md">
        <Facts least={120} facts={facts} />
        <Group gap={6} aria-label="Columns">
          {told.map((one) => (
            <Badge key={one} color="gray" maw="100%">
              {one}
            </Badge>
          ))}
        </Group>
        {row.notes.map((note) => (
          <Text size="sm" c="dimmed" key={note}>
            {note}
          </Text>
        ))}
      </Stack>
    </Panel>
  );
}
