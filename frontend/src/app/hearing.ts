import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';

import { refreshTasks } from '@/features/tasks/queries';
import { useApi } from '@/lib/context';
import { staleAfter } from '@/lib/hear';
import type { LiveMessage } from '@/lib/live';

import { tellAlarms } from './alarms';
import { tellOf } from './notices';

const GATHER_MS = 120;
const SOON_MS = 4_000;

/** Gathers what the socket says for a moment, then has what is on the screen fetched again. */
export function useHearing(queries: QueryClient): {
  onMessages: (messages: LiveMessage[]) => void;
  onLost: () => void;
} {
  const api = useApi();
  const hearing = useMemo(() => {
    let heard: LiveMessage[] = [];
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let later: ReturnType<typeof setTimeout> | undefined;
    const waiting = new Map<string, readonly unknown[]>();
    const invalidate = (queryKey: readonly unknown[]) => void queries.invalidateQueries({ queryKey });

    const soon = () => {
      later = undefined;
      for (const key of waiting.values()) invalidate(key);
      waiting.clear();
    };
    const now = () => {
      const stale = staleAfter(heard);
      // A word that cannot be had is no trouble of its own: the lists say the same.
      tellOf(api, heard).catch(() => undefined);
      tellAlarms(api, queries, heard).catch(() => undefined);
      heard = [];
      gathering = undefined;
      stale.now.forEach(invalidate);
      void refreshTasks(api, queries, stale.tasks);
      for (const key of stale.soon) waiting.set(key.join('/'), key);
      if (waiting.size > 0) later ??= setTimeout(soon, SOON_MS);
    };
    return {
      onMessages: (messages: LiveMessage[]) => {
        heard.push(...messages);
        gathering ??= setTimeout(now, GATHER_MS);
      },
      onLost: () => void queries.invalidateQueries(),
      stop: () => {
        clearTimeout(gathering);
        clearTimeout(later);
      },
    };
  }, [api, queries]);
  useEffect(() => hearing.stop, [hearing]);
  return hearing;
}
