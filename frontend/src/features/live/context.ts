import { createContext, use } from 'react';

import type { LiveStatus } from '@/lib/live';

export const LiveContext = createContext<LiveStatus>('off');

export function useLiveStatus(): LiveStatus {
  return use(LiveContext);
}

/** How often open tasks are asked for. While the socket speaks it only guards against a lost word. */
export function useTaskInterval(): number {
  return useLiveStatus() === 'live' ? 20_000 : 3_000;
}

/** How often other things are asked for: not at all while the socket speaks of them. */
export function useQuietInterval(): number | false {
  return useLiveStatus() === 'live' ? false : 15_000;
}
