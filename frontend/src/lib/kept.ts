import { useState } from 'react';

/** A picture's address as it is shown, and the newest one that was given for it. */
export interface Kept {
  shown: string | null;
  newest: string | null;
  broken: boolean;
}

/** Signed addresses live longer than this; one that is younger surely still works. */
const SURELY_MS = 15 * 60_000;
const MOST = 500;

/** An address without its signature: the same path is the same picture. */
export function pathOf(address: string): string {
  return address.split(/[?#]/, 1)[0] ?? address;
}

/** Remembers which address a picture was first asked by, so that the browser's own copy is found by it again. */
export function createMemory(now: () => number = Date.now) {
  const known = new Map<string, { address: string; at: number }>();
  return {
    steady: (address: string): string => {
      const path = pathOf(address);
      const first = known.get(path);
      if (first && now() - first.at < SURELY_MS) return first.address;
      known.delete(path);
      known.set(path, { address, at: now() });
      const oldest = known.size > MOST ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
      return address;
    },
    forget: (address: string): void => {
      known.delete(pathOf(address));
    },
  };
}

type Memory = ReturnType<typeof createMemory>;

export function first(address: string | null, memory: Memory): Kept {
  return { shown: address === null ? null : memory.steady(address), newest: address, broken: false };
}

/** A fresh signature for the picture that is shown changes nothing on the screen, so that nothing flickers. */
export function given(kept: Kept, address: string | null, memory: Memory): Kept {
  if (address === kept.newest) return kept;
  const same = address !== null && kept.shown !== null && pathOf(address) === pathOf(kept.shown);
  return same && !kept.broken ? { ...kept, newest: address } : first(address, memory);
}

/** The address no longer works: the newest signature is tried, if there is one that was not. */
export function refused(kept: Kept, memory: Memory): Kept {
  if (kept.shown !== null) memory.forget(kept.shown);
  return kept.newest === kept.shown ? { ...kept, broken: true } : first(kept.newest, memory);
}

const pictures = createMemory();

export function useKept(address: string | null): Kept & { onError: () => void } {
  const [kept, setKept] = useState(() => first(address, pictures));
  const now = given(kept, address, pictures);
  if (now !== kept) setKept(now);
  return {
    ...now,
    onError: () => {
      setKept((was) => refused(was, pictures));
    },
  };
}
