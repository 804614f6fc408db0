import { useEffect, useState } from 'react';

import { current, decided, joined, NOTHING, returned, turned, undecided } from '@/lib/queue';
import type { Match, MatchVerdict } from '@/lib/schema';

import { type Pair, pairId, useDecidePair, usePairs, useUndecidePair } from './pairs';
import type { MatchSearch } from './search';

/** Few enough to come quickly; more are fetched before the last is looked at. */
const AHEAD = 24;

export type Tally = Record<MatchVerdict, number>;

interface Said {
  pair: Pair;
  verdict: MatchVerdict;
}

/** The pairs that ask for a person, one at a time, and what was said since the review began. */
export function usePairReview(search: MatchSearch) {
  const { query, items } = usePairs(search, AHEAD);
  const decide = useDecidePair();
  const undecide = useUndecidePair();
  const [queue, setQueue] = useState(NOTHING);
  // A pair that leaves the list while it is looked at is still shown.
  const [rows, setRows] = useState<ReadonlyMap<string, Match>>(new Map());
  const [said, setSaid] = useState<readonly Said[]>([]);

  // What is shown while another list is on its way is of the one before it.
  const fresh = query.isPlaceholderData ? [] : items;
  const all = joined(queue, fresh.map(pairId));
  if (all !== queue) setQueue(all);
  if (fresh.some((row) => !rows.has(pairId(row))))
    setRows(new Map([...rows, ...fresh.map((row) => [pairId(row), row] as const)]));

  const left = all.ids.length - all.decided.size;
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = query;
  const wanting = left < AHEAD / 2 && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (wanting) void fetchNextPage();
  }, [wanting, fetchNextPage]);

  const forget = (id: string) => {
    setSaid((was) => was.filter(({ pair }) => pairId(pair) !== id));
  };
  const tally: Tally = { same: 0, different: 0 };
  for (const { verdict } of said) tally[verdict] += 1;
  const last = said.at(-1);

  return {
    query,
    pair: rows.get(current(all) ?? ''),
    place: all.at + 1,
    total: all.ids.length,
    decided: all.decided.size,
    left,
    /** Others wait that are not fetched yet. */
    more: query.hasNextPage,
    tally,
    skip: () => {
      setQueue((was) => turned(was, 1));
    },
    say: (pair: Pair, verdict: MatchVerdict) => {
      const id = pairId(pair);
      setQueue((was) => decided(was, id));
      setSaid((was) => [...was, { pair, verdict }]);
      decide.mutate(
        { pair, verdict },
        {
          onError: () => {
            setQueue((was) => undecided(was, id));
            forget(id);
          },
        },
      );
    },
    /** Null: nothing was said yet that could be taken back. */
    undo:
      last === undefined
        ? null
        : () => {
            const id = pairId(last.pair);
            setQueue((was) => returned(was, id));
            forget(id);
            undecide.mutate(last.pair, {
              onError: () => {
                setQueue((was) => decided(was, id));
                setSaid((was) => [...was, last]);
              },
            });
          },
  };
}
