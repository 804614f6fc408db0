import { createStore, type Store } from './store';

/** Whether the API answers. Truer than `navigator.onLine`: an app on this machine works without any network. */
export interface Reach {
  reachable: Pick<Store<boolean>, 'get' | 'subscribe'>;
  fetch: (request: Request) => Promise<Response>;
  /** Ask once, now. Asked again on its own until an answer comes. */
  probe: () => Promise<void>;
}

const AGAIN_MS = 4_000;

export function createReach(fetch: (request: Request) => Promise<Response>, origin: string): Reach {
  const reachable = createStore(true);
  let timer: ReturnType<typeof setTimeout> | null = null;

  const probe = async () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const answer = await fetch(new Request(`${origin}/api/v1/health/live`, { cache: 'no-store' })).catch(() => null);
    reachable.set(answer !== null);
    if (answer === null) later();
  };
  const later = () => {
    timer ??= setTimeout(() => {
      timer = null;
      void probe();
    }, AGAIN_MS);
  };

  return {
    reachable,
    probe,
    fetch: async (request) => {
      try {
        const answer = await fetch(request);
        reachable.set(true);
        return answer;
      } catch (error) {
        if (!request.signal.aborted) {
          reachable.set(false);
          later();
        }
        throw error;
      }
    },
  };
}
