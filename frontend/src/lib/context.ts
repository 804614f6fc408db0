import { createContext, use, useSyncExternalStore } from 'react';

import type { Api } from './api';
import type { Reach } from './reach';
import type { Me } from './schema';
import type { SessionKeeper, SessionState } from './session';

/** What every feature needs from the outside. Given once by the app, and by tests with a server of their own. */
export interface Outside {
  api: Api;
  session: SessionKeeper;
  reach: Reach;
}

export const OutsideContext = createContext<Outside | null>(null);

export function useOutside(): Outside {
  const outside = use(OutsideContext);
  if (!outside) throw new Error('There is no OutsideContext around this component.');
  return outside;
}

export function useApi(): Api {
  return useOutside().api;
}

export function useSession(): SessionState {
  const { state } = useOutside().session;
  return useSyncExternalStore(state.subscribe, state.get);
}

/** Who is signed in. Null for the moment between a session's end and the way to the sign-in page. */
export function useMe(): Me | null {
  const session = useSession();
  return session.status === 'in' ? session.me : null;
}

/** What this person may do here. The API decides; this only hides what it would refuse. */
export function useRights(): { work: boolean; own: boolean } {
  const role = useMe()?.role;
  return { work: role === 'owner' || role === 'member', own: role === 'owner' };
}

export function useReachable(): boolean {
  const { reachable } = useOutside().reach;
  return useSyncExternalStore(reachable.subscribe, reachable.get);
}
