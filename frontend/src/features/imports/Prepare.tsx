import { Alert, Box, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';

import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { useRights } from '@/lib/context';
import { plural } from '@/lib/format';
import type { Import, ImportKind, ImportPreview } from '@/lib/schema';

import { useStartImport } from './acts';
import classes from './imports.module.css';
import { formatWord, Layout } from './Layout';
import { Mapping } from './Mapping';
import { PreviewTable } from './PreviewTable';
import { usePreview } from './queries';
import { said, triedWishes } from './wishes';

const SETTLE_MS = 250;

/** How a file would be read, put right until it is right, and then started. */
export function Prepare({ row, kind }: { row: Import; kind: ImportKind }) {
  const [wishes, setWishes] = useState(() => triedWishes(row, kind));
  const [settled] = useDebouncedValue(said(wishes), SETTLE_MS);
  const preview = usePreview(row.id, settled);
  const { work } = useRights();
  // A wish that cannot be met leaves what was shown before it, so that it can be taken back.
  const [last, setLast] = useState<ImportPreview | null>(null);
  if (preview.data !== undefined && preview.data !== last) setLast(preview.data);
  const shown = preview.data ?? last;

  if (!work) {
    return (
      <Panel title="Not started yet">
        <Text c="dimmed">Your role is viewer. A member or an owner of the workspace can start it.</Text>
      </Panel>
    );
  }
  return (
    <>
      {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {shown === null && preview.isPending && (
        <Panel flush title="Looking into the file">
          <Rows count={4} />
        </Panel>
      )}
      {shown !== null && (
        <>
          <Panel
            title="How it is read"
            about={`${formatWord(shown.format)}, as its first rows look. Put right what is wrong.`}
          >
            <Stack gap="lg">
              <Layout preview={shown} wishes={wishes} onWishes={setWishes} />
              <Mapping kind={kind} preview={shown} wishes={wishes} onWishes={setWishes} />
            </Stack>
          </Panel>
          <Panel flush title="First rows" about={standing(shown)}>
            <Box className={preview.isFetching ? classes.refreshing : undefined} aria-busy={preview.isFetching}>
              <PreviewTable kind={kind} preview={shown} />
            </Box>
          </Panel>
          <Start row={row} preview={shown} wishes={said(wishes)} stale={preview.isError || preview.isFetching} />
        </>
      )}
    </>
  );
}

function standing({ rows }: ImportPreview): string {
  const bad = rows.filter((one) => one.told === null).length;
  return bad === 0
    ? `All ${plural(rows.length, 'row')} can be read.`
    : `${plural(bad, 'row')} of ${rows.length} cannot be read. Bad rows are left out and listed with the reason.`;
}

interface StartProps {
  row: Import;
  preview: ImportPreview;
  wishes: ReturnType<typeof said>;
  /** The preview is not of these wishes. */
  stale: boolean;
}

function Start({ row, preview, wishes, stale }: StartProps) {
  const start = useStartImport(row.id);
  const begin = (dry_run: boolean) => () => {
    start.mutate({ ...wishes, dry_run });
  };
  const held = preview.missing.length > 0 || stale;
  return (
    <Stack gap="md">
      {preview.missing.length > 0 && (
        <Alert color="saffron" role="alert" title="It cannot be started yet">
          {preview.missing.map((sentence) => (
            <Text size="sm" key={sentence}>
              {sentence}
            </Text>
          ))}
        </Alert>
      )}
      {start.isError && <Failure error={start.error} />}
      <Group justify="flex-end" gap="sm">
        <Text size="sm" c="dimmed" flex="1 1 240px">
          Trying it out reads and judges every row, and keeps nothing.
        </Text>
        <Button variant="default" disabled={held} loading={start.isPending} onClick={begin(true)}>
          Try it out
        </Button>
        <Button
          disabled={held}
          loading={start.isPending}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={begin(false)}
        >
          Start import
        </Button>
      </Group>
    </Stack>
  );
}
