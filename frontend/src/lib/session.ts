import type { InFlight } from './inFlight';
import type { Lock } from './lock';
import { Problem, problemFrom, unreachable } from './problem';
import type { Me, Session } from './schema';
import { createStore, type Store } from './store';

/**
 * `entered` is true when they came in by a form on this page, and were not brought back by the cookie.
 * `ended` is told to the person ("your session ended"); `left` is what they chose.
 */
export type SessionState =
  | { status: 'starting' }
  | { status: 'unreachable'; problem: Problem }
  | { status: 'in'; me: Me; entered: boolean }
  | { status: 'out'; because: 'new' | 'ended' | 'left' };

export interface SessionKeeper {
  state: Pick<Store<SessionState>, 'get' | 'subscribe'>;
  /** At start-up: the cookie, if there is one, becomes an access token. */
  restore: () => Promise<void>;
  accept: (session: Session) => void;
  know: (me: Me) => void;
  signOut: () => Promise<void>;
  /** `fetch` with the access token; renews it once when it is spent. */
  fetch: (request: Request) => Promise<Response>;
}

interface Told {
  kind: 'in' | 'out';
  session?: Session;
}

interface Needs {
  fetch: (request: Request) => Promise<Response>;
  lock: Lock;
  inFlight?: InFlight;
  channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null;
  origin: string;
  now?: () => number;
}

const EARLY_MS = 20_000;

/** Keeps the access token in memory only. One refresh runs at a time: within this tab, and across tabs by the lock. */
export function createSession({ fetch, lock, inFlight, channel, origin, now = Date.now }: Needs): SessionKeeper {
  const state = createStore<SessionState>({ status: 'starting' });
  let token: string | null = null;
  let freshUntil = 0;
  let flight: Promise<void> | null = null;

  const entered = () => {
    const known = state.get();
    return known.status === 'in' && known.entered;
  };
  const adopt = (session: Session, byForm = entered()) => {
    token = session.access_token;
    freshUntil = now() + session.expires_in * 1000 - EARLY_MS;
    state.set({ status: 'in', me: session.me, entered: byForm });
  };
  const drop = (because: 'new' | 'ended' | 'left') => {
    token = null;
    freshUntil = 0;
    state.set({ status: 'out', because });
  };
  const post = (path: string) =>
    fetch(
      new Request(`${origin}/api/v1/auth/${path}`, { method: 'POST', credentials: 'same-origin', keepalive: true }),
    );

  const ask = async () => {
    await inFlight?.landed();
    inFlight?.began();
    const answer = await post('refresh').catch(() => {
      inFlight?.unanswered();
      throw unreachable();
    });
    inFlight?.answered();
    if (answer.ok) {
      const session = (await answer.json()) as Session;
      adopt(session);
      channel?.postMessage({ kind: 'in', session } satisfies Told);
    } else if (answer.status === 401 || answer.status === 403) {
      const was = state.get().status;
      drop(was === 'in' ? 'ended' : 'new');
    } else {
      throw problemFrom(answer, await answer.json().catch(() => null));
    }
  };

  const renew = (spent: string | null): Promise<void> => {
    flight ??= lock('wareloom.refresh', async () => {
      // Another tab may have renewed it, or signed out, while this one waited for its turn.
      const renewed = token !== spent && token !== null && freshUntil > now();
      if (!renewed) await ask();
    }).finally(() => {
      flight = null;
    });
    return flight;
  };

  channel?.addEventListener('message', (event: MessageEvent<Told>) => {
    if (event.data.kind === 'in' && event.data.session) adopt(event.data.session);
    else if (state.get().status === 'in') drop('left');
  });

  return {
    state,
    restore: async () => {
      if (state.get().status === 'unreachable') state.set({ status: 'starting' });
      try {
        await renew(null);
      } catch (error) {
        state.set({ status: 'unreachable', problem: error instanceof Problem ? error : unreachable() });
      }
    },
    accept: (session) => {
      adopt(session, true);
      channel?.postMessage({ kind: 'in', session } satisfies Told);
    },
    know: (me) => {
      if (state.get().status === 'in') state.set({ status: 'in', me, entered: entered() });
    },
    signOut: async () => {
      const answer = await post('sign-out').catch(() => {
        throw unreachable();
      });
      if (!answer.ok && answer.status !== 401) throw problemFrom(answer, await answer.json().catch(() => null));
      drop('left');
      channel?.postMessage({ kind: 'out' } satisfies Told);
    },
    fetch: async (request) => {
      const again = request.clone();
      if (token !== null && freshUntil <= now()) await renew(token);
      const used = token;
      const answer = await fetch(bearing(request, used));
      if (answer.status !== 401 || used === null) return answer;
      await renew(used);
      return token === null ? answer : fetch(bearing(again, token));
    },
  };
}

function bearing(request: Request, token: string | null): Request {
  if (token !== null) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}
