import { Skeleton, Stack, Text } from '@mantine/core';

import { Failure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import type { Recording, Segment } from '@/lib/schema';

import { balanceOf, balanceWords } from './feelings';
import classes from './mood.module.css';
import { MoodStrip } from './MoodStrip';
import { useMentions, useSegments } from './queries';
import { SpokenTrends } from './SpokenTrends';
import { clockTime } from './times';
import type { Player } from './usePlayer';

/** How it feels from beginning to end, and which trends it speaks of. */
export function AtAGlance({ row, player }: { row: Recording; player: Player }) {
  const { items: segments } = useSegments(row.id);
  if (segments.length === 0) return null;
  return (
    <Panel title="At a glance">
      <Stack gap="lg">
        <Mood row={row} segments={segments} player={player} />
        <Trends id={row.id} player={player} />
      </Stack>
    </Panel>
  );
}

interface MoodProps {
  row: Recording;
  segments: readonly Segment[];
  player: Player;
}

function Mood({ row, segments, player }: MoodProps) {
  const seconds = Math.max(row.seconds ?? 0, segments.at(-1)?.end ?? 0, 1);
  const unread = segments.filter(({ mood }) => mood === null).length;
  if (unread === segments.length) {
    return (
      <Text size="sm" c="dimmed" role="status">
        How it feels is being read.
      </Text>
    );
  }
  return (
    <div>
      <Text size="sm" mb={8}>
        {balanceWords(balanceOf(segments))} of what is said.
        {unread > 0 && ' The rest is being read.'}
      </Text>
      <MoodStrip segments={segments} seconds={seconds} player={player} />
      <Text size="xs" c="dimmed" component="div" className={`num ${classes.scale ?? ''}`} aria-hidden>
        <span>0:00</span>
        <span>up is positive, down is negative</span>
        <span>{clockTime(seconds)}</span>
      </Text>
    </div>
  );
}

function Trends({ id, player }: { id: string; player: Player }) {
  const { data, isPending, isError, error, refetch } = useMentions(id);
  if (isPending) return <Skeleton h={30} />;
  if (isError) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        It speaks of no trend by its words.
      </Text>
    );
  }
  return <SpokenTrends mentions={data} player={player} />;
}
