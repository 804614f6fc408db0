/**
 * A page that is left while it renews the session may still be answered: the cookie changes when it is. The next page
 * must not send the old cookie in between, for a spent token that comes back ends the session.
 */
export interface InFlight {
  /** Waits until a renewal that an earlier page left behind has landed, or must have failed. */
  landed: () => Promise<void>;
  began: () => void;
  answered: () => void;
  /** It failed, as far as this page knows: a page that is being left is told so too, and cannot know. */
  unanswered: () => void;
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface Needs {
  kept: Kept;
  /** Another one after each renewal that has landed. */
  mark: () => string;
  now?: () => number;
  wait?: (ms: number) => Promise<void>;
}

const NAME = 'wareloom.renewing';
const LANDS_WITHIN_MS = 12_000;
const LOOK_MS = 50;
/** A page that is still there after this was not being left. */
const STAYED_MS = 1_000;

export function createInFlight({ kept, mark, now = Date.now, wait = pause }: Needs): InFlight {
  const forget = () => {
    kept.removeItem(NAME);
  };
  return {
    landed: async () => {
      const left = kept.getItem(NAME);
      if (left === null) return;
      const [since, before = ''] = left.split(' ');
      // Counted in looks as well: a clock that was set back holds nobody up for longer.
      for (let looks = LANDS_WITHIN_MS / LOOK_MS; looks > 0; looks -= 1) {
        if (mark() !== before || now() - Number(since) > LANDS_WITHIN_MS) return;
        await wait(LOOK_MS);
      }
    },
    began: () => {
      kept.setItem(NAME, `${now()} ${mark()}`);
    },
    answered: forget,
    unanswered: () => {
      void wait(STAYED_MS).then(forget);
    },
  };
}

/** What the server changes with every renewal, and lets pages read. */
export function cookieMark(cookies: string): string {
  return /(?:^|; )wareloom_renewed=([^;]*)/.exec(cookies)?.[1] ?? '';
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
