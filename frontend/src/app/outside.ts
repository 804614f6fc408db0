import { createApi } from '@/lib/api';
import type { Outside } from '@/lib/context';
import { cookieMark, createInFlight } from '@/lib/inFlight';
import { browserLock } from '@/lib/lock';
import { createReach } from '@/lib/reach';
import { createSession } from '@/lib/session';

/** The real outside: this origin's API, this browser's tabs. */
export function createOutside(): Outside {
  const origin = window.location.origin;
  const reach = createReach((request) => window.fetch(request), origin);
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel('wareloom.session') : null;
  const inFlight = createInFlight({ kept: localStorage, mark: () => cookieMark(document.cookie) });
  const session = createSession({ fetch: reach.fetch, lock: browserLock(), inFlight, channel, origin });
  return { api: createApi(session.fetch, origin), session, reach };
}
