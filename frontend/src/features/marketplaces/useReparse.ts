import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { got } from '@/lib/api';
import { useApi } from '@/lib/context';
import { keys } from '@/lib/keys';

import { NOTHING, readAgain, type Totals } from './slices';

export type ReparseStatus = 'idle' | 'running' | 'stopped' | 'failed' | 'done';

interface Reparse {
  status: ReparseStatus;
  totals: Totals;
  cursor: string | null;
  since: string | null;
  error: unknown;
}

const FRESH: Reparse = { status: 'idle', totals: NOTHING, cursor: null, since: null, error: null };

/** Has archived pages of a source read again while the page is open. It can be stopped, and go on from there. */
export function useReparse(name: string) {
  const api = useApi();
  const queries = useQueryClient();
  const [state, setState] = useState(FRESH);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (from: Reparse) => {
    const stop = new AbortController();
    running.current = stop;
    setState({ ...from, status: 'running', error: null });
    const slice = (cursor: string | null) =>
      got(
        api.POST('/api/v1/marketplaces/{name}/reparse', {
          params: { path: { name } },
          body: { since: from.since, cursor },
        }),
      );
    const onSlice = (totals: Totals, cursor: string | null) => {
      setState((before) => ({ ...before, totals, cursor }));
    };
    try {
      const status = await readAgain({ slice, from, signal: stop.signal, onSlice });
      setState((before) => ({ ...before, status }));
    } catch (error) {
      setState((before) => ({ ...before, status: 'failed', error }));
    }
    void queries.invalidateQueries({ queryKey: keys.market });
  };

  return {
    ...state,
    start: (since: string | null) => void run({ ...FRESH, since }),
    goOn: () => void run(state),
    stop: () => running.current?.abort(),
  };
}
