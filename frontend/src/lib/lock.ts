/** Runs one piece of work at a time across all tabs of this browser. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** The browser's own locks exist only on https and localhost; elsewhere a lease in localStorage does. */
export function browserLock(): Lock {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks) return async (name, work) => locks.request(name, work);
  return leaseLock(localStorage);
}

const LEASE_MS = 8_000;
const LOOK_MS = 60;

export function leaseLock(
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  now: () => number = Date.now,
): Lock {
  const mine = Math.random().toString(36).slice(2);
  return async (name, work) => {
    const key = `lock.${name}`;
    await take(storage, key, mine, now);
    try {
      return await work();
    } finally {
      if (storage.getItem(key)?.startsWith(`${mine}:`)) storage.removeItem(key);
    }
  };
}

async function take(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  key: string,
  mine: string,
  now: () => number,
): Promise<void> {
  for (;;) {
    const until = Number(storage.getItem(key)?.split(':')[1] ?? 0);
    if (until <= now()) {
      storage.setItem(key, `${mine}:${now() + LEASE_MS}`);
      // Two tabs may have written at once: after a moment, the last writer is the one that all of them read.
      await pause(LOOK_MS / 2);
      if (storage.getItem(key)?.startsWith(`${mine}:`)) return;
    }
    await pause(LOOK_MS);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
