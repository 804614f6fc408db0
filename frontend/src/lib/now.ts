import { useSyncExternalStore } from 'react';

import { createStore } from './store';

// One clock for every relative time on the screen; it stands still when nobody looks.
const clock = createStore(Date.now());
let timer: ReturnType<typeof setInterval> | undefined;
let readers = 0;

function subscribe(listener: () => void): () => void {
  const leave = clock.subscribe(listener);
  readers += 1;
  if (readers === 1) clock.set(Date.now());
  timer ??= setInterval(() => {
    clock.set(Date.now());
  }, 15_000);
  return () => {
    leave();
    readers -= 1;
    if (readers === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, clock.get);
}
