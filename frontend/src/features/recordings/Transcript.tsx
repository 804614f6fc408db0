import { Switch, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';

import { Empty } from '@/components/Empty';
import { Failure, ListFailure } from '@/components/Failure';
import { Panel } from '@/components/Panel';
import { Rows } from '@/components/Rows';
import { plural } from '@/lib/format';
import type { Recording, Segment } from '@/lib/schema';

import { ExportMenu } from './ExportMenu';
import { FindInside } from './FindInside';
import { useMentions, useSegments } from './queries';
import classes from './recordings.module.css';
import { SegmentRow } from './SegmentRow';
import { bySegment, type SpokenOf } from './spoken';
import { heardAt } from './times';
import type { Player } from './usePlayer';

interface TranscriptProps {
  row: Recording;
  player: Player;
  /** What is looked for from the beginning. */
  words: string | undefined;
}

/** All that is said: what is heard just now is marked and stays in sight. */
export function Transcript({ row, player, words }: TranscriptProps) {
  const { query, items } = useAll(row.id);
  return (
    <Panel flush title="Transcript" about={about(items)} action={<ExportMenu row={row} />}>
      {query.isPending && <Rows count={6} />}
      {query.isError && items.length === 0 && <ListFailure query={query} />}
      {query.isSuccess && items.length === 0 && (
        <Empty title="Nobody says anything">
          No words were heard in it. With another transcriber there may be some.
        </Empty>
      )}
      {items.length > 0 && <Said row={row} items={items} player={player} first={words ?? ''} />}
      {query.isFetchNextPageError && <Failure error={query.error} onRetry={() => void query.fetchNextPage()} />}
      {query.hasNextPage && !query.isFetchNextPageError && (
        <Text size="sm" c="dimmed" px={20} py="sm" role="status">
          More of it is on its way…
        </Text>
      )}
    </Panel>
  );
}

/** Every page, one after the other: who listens jumps anywhere. */
function useAll(id: string) {
  const all = useSegments(id);
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = all.query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetching, isFetchNextPageError, fetchNextPage]);
  return all;
}

function about(items: readonly Segment[]): string | undefined {
  const right = items.filter(({ heard }) => heard !== null).length;
  if (items.length === 0) return undefined;
  return `${plural(items.length, 'segment')}${right > 0 ? `, ${right} put right by a person` : ''}. Click one to hear it.`;
}

interface SaidProps {
  row: Recording;
  items: Segment[];
  player: Player;
  first: string;
}

const NOTHING: readonly SpokenOf[] = [];

function Said({ row, items, player, first }: SaidProps) {
  const list = useRef<HTMLUListElement>(null);
  const [follow, setFollow] = useState(true);
  const [words, setWords] = useState(first);
  const [found, setFound] = useState<number | null>(null);
  const { data: mentions } = useMentions(row.id);
  const spoken = useMemo(() => bySegment(mentions ?? []), [mentions]);
  // What a player makes of a second may be a breath before it.
  const current = items[heardAt(items, player.second + 0.05)]?.number ?? null;
  useEffect(() => {
    if (follow && current !== null) show(list.current, current);
  }, [follow, current]);
  return (
    <>
      <div className={classes.tools}>
        <FindInside
          items={items}
          words={words}
          at={found}
          onWords={setWords}
          onHit={(number) => {
            setFollow(false);
            setFound(number);
            show(list.current, number);
          }}
        />
        <Switch
          label="Follow what is heard"
          checked={follow}
          onChange={(event) => {
            setFollow(event.currentTarget.checked);
          }}
        />
      </div>
      {/* The region can be scrolled with the keyboard only when it can be focused. */}
      {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-tabindex */}
      <ul ref={list} className={classes.transcript} aria-label="Segments" tabIndex={0}>
        {items.map((segment) => (
          <SegmentRow
            key={segment.number}
            recordingId={row.id}
            segment={segment}
            words={words}
            current={segment.number === current}
            found={segment.number === found}
            spoken={spoken.get(segment.number) ?? NOTHING}
            onHear={player.seek}
          />
        ))}
      </ul>
    </>
  );
}

/** Brings a segment into the middle of its list; the page itself stands still. */
function show(list: HTMLElement | null, number: number): void {
  const row = list?.querySelector<HTMLElement>(`[data-number="${number}"]`);
  if (!list || !row) return;
  list.scrollTop = row.offsetTop - (list.clientHeight - row.offsetHeight) / 2;
}
