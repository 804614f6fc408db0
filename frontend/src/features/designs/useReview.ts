import { useEffect, useState } from 'react';

import { current, decided, joined, NOTHING, turned, undecided } from '@/lib/queue';
import type { Design } from '@/lib/schema';

import { useDecide, type Verdict } from './decide';
import { useDesigns } from './queries';
import type { ReviewSearch } from './search';

/** Few enough to come quickly; more are fetched before the last is looked at. */
const AHEAD = 24;

export type Tally = Record<Verdict, number>;

/** The designs that wait, one at a time, and what was decided since the review began. */
export function useReview(search: ReviewSearch) {
  const { query, items } = useDesigns({ ...search, status: 'waiting' }, AHEAD);
  const { mutate } = useDecide();
  const [queue, setQueue] = useState(NOTHING);
  // A design that leaves the list while it is looked at is still shown.
  const [rows, setRows] = useState<ReadonlyMap<string, Design>>(new Map());
  const [tally, setTally] = useState<Tally>({ approved: 0, rejected: 0 });
  const count = (verdict: Verdict, by: 1 | -1) => {
    setTally((was) => ({ ...was, [verdict]: was[verdict] + by }));
  };

  const waiting = items.filter(({ status }) => status === 'waiting');
  const all = joined(
    queue,
    waiting.map(({ id }) => id),
  );
  if (all !== queue) setQueue(all);
  if (waiting.some((row) => rows.get(row.id) !== row))
    setRows(new Map([...rows, ...waiting.map((row) => [row.id, row] as const)]));

  const left = all.ids.length - all.decided.size;
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const wanting = left < AHEAD / 2 && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (wanting) void fetchNextPage();
  }, [wanting, fetchNextPage]);

  const id = current(all);
  return {
    query,
    design: id === undefined ? undefined : rows.get(id),
    /** The one after it, to be fetched beforehand. */
    next: rows.get(current(turned(all, 1)) ?? ''),
    /** Where it stands, by how many are decided or stand before it. */
    place: all.at + 1,
    total: all.ids.length,
    decided: all.decided.size,
    left,
    /** Others wait that are not fetched yet. */
    more: query.hasNextPage,
    tally,
    turn: (by: 1 | -1) => {
      setQueue((was) => turned(was, by));
    },
    decide: (design: Design, verdict: Verdict, reason?: string) => {
      setQueue((was) => decided(was, design.id));
      count(verdict, 1);
      mutate(
        { design, verdict, ...(reason === undefined ? {} : { reason }) },
        {
          onError: () => {
            setQueue((was) => undecided(was, design.id));
            count(verdict, -1);
          },
        },
      );
    },
  };
}
