import { useEffect, useEffectEvent } from 'react';

import { elsewhere } from '@/lib/elsewhere';

import { type Act, actOf, type Move, moveOf } from './keyboard';

/** Hears the keys of the page that are not meant for a field or a dialog. A handler that returns true used the key. */
export function usePressed(handlers: { onMove: (move: Move) => boolean; onAct: (act: Act) => boolean }): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || elsewhere(event.target)) return;
    const [move, act] = [moveOf(event), actOf(event)];
    if ((move && handlers.onMove(move)) || (act && handlers.onAct(act))) event.preventDefault();
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
