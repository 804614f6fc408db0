import { Alert, Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';

import { type FactRow, Facts } from '@/components/Facts';
import { Panel } from '@/components/Panel';
import { When } from '@/components/When';
import { useActorName } from '@/features/accounts/actor';
import { fileSize, lasted } from '@/lib/format';
import { useNow } from '@/lib/now';
import type { Recording } from '@/lib/schema';

import { AtAGlance } from './AtAGlance';
import { GoOn } from './GoOn';
import { HearingProgress } from './HearingProgress';
import { languageName } from './languages';
import { Player } from './Player';
import { isAtWork, useTranscriberTitle } from './queries';
import { Reason } from './Reason';
import type { PlaceSearch } from './search';
import { clockTime } from './times';
import { Transcript } from './Transcript';
import { usePlayer } from './usePlayer';

/** A recording with what is said in it. */
export function RecordingView({ row, place }: { row: Recording; place: PlaceSearch }) {
  const player = usePlayer(place.at);
  return (
    <>
      <Why row={row} />
      {row.status === 'waiting' && (
        <Panel title="Its file is not here yet" about="Choose the same file again: it goes on where it stopped.">
          <GoOn row={row} />
        </Panel>
      )}
      {isAtWork(row) && (
        <Panel title="On its way to words" about="The transcript appears here by itself.">
          <HearingProgress row={row} />
        </Panel>
      )}
      {row.seconds !== null && (
        <Panel title="Listen">
          <Player row={row} player={player} />
        </Panel>
      )}
      {row.status === 'succeeded' && <AtAGlance row={row} player={player} />}
      {row.status === 'succeeded' && <Transcript row={row} player={player} words={place.words} />}
      <About row={row} />
    </>
  );
}

function Why({ row }: { row: Recording }) {
  if (row.reason === null) return null;
  const failed = row.status === 'failed';
  const Icon = failed ? IconAlertTriangle : IconInfoCircle;
  return (
    <Alert color={failed ? 'madder' : 'gray'} icon={<Icon aria-hidden />} title={failed ? 'Why it failed' : 'Note'}>
      <Reason row={row} />
    </Alert>
  );
}

function About({ row }: { row: Recording }) {
  const actor = useActorName();
  const title = useTranscriberTitle();
  const now = useNow();
  const language = row.heard_language ?? row.language;
  const facts: FactRow[] = [
    ['Length', row.seconds === null ? '–' : clockTime(row.seconds)],
    ['Language', language === null ? '–' : languageName(language)],
    ['Heard by', row.heard_by?.replace(':', ':\u200b') ?? title(row.transcriber)],
    ['Took', row.started_at === null ? '–' : lasted(row.started_at, row.ended_at ?? now)],
    ['Brought by', actor(row.brought_by)],
    ['Brought', <When key="brought" at={row.created_at} />],
    ['Size', row.size === null ? '–' : fileSize(row.size)],
  ];
  return (
    <Panel title="About it">
      <Facts least={130} facts={facts} />
      {row.source_url !== null && (
        <Text size="sm" mt="md" style={{ overflowWrap: 'anywhere' }}>
          From{' '}
          <Anchor href={row.source_url} inherit target="_blank" rel="noreferrer noopener">
            {row.source_url}
          </Anchor>
        </Text>
      )}
    </Panel>
  );
}
