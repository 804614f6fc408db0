/**
 * A page that is left while it renews the session may still be answered: the cookie changes when it is. The next page
 * must not send the old cookie in between, for a spent token that comes back ends the session.
 */
export interface InFlight {
  /** Waits until a renewal that an earlier page left behind has landed, or must have failed. */
  landed: () => Promise<void>;
  began: () => void;
  ended: () => void;
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const NAME = 'wareloom.renewing';
const LANDS_WITHIN_MS = 2_000;

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

export function createInFlight(kept: Kept, now: () => number = Date.now, wait = pause): InFlight {
  return {
    landed: async () => {
      const since = Number(kept.getItem(NAME) ?? 0);
      const left = since + LANDS_WITHIN_MS - now();
      if (left > 0) await wait(Math.min(left, LANDS_WITHIN_MS));
    },
    began: () => {
      kept.setItem(NAME, String(now()));
    },
    ended: () => {
      kept.removeItem(NAME);
    },
  };
}
