import { useEffect, useEffectEvent } from 'react';

import { elsewhere } from '@/lib/elsewhere';

export type PairAct = 'same' | 'different' | 'undo' | 'skip';

const ACTS = new Map<string, PairAct>([
  ['s', 'same'],
  ['d', 'different'],
  ['u', 'undo'],
  ['ArrowRight', 'skip'],
]);

/** Keys with Ctrl, Alt or ⌘ belong to the browser; Caps Lock is no mistake. */
export function actOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): PairAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return ACTS.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
}

/** Hears the keys of the page that are not meant for a field or a dialog. */
export function usePairKeys(onAct: (act: PairAct) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || elsewhere(event.target)) return;
    const act = actOf(event);
    if (act === undefined) return;
    event.preventDefault();
    onAct(act);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      onKey(event);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, []);
}
