import { useEffect, useEffectEvent } from 'react';

import type { Offer } from '@/lib/schema';

interface Wants {
  offers: readonly Offer[];
  onPick: (offer: Offer) => void;
  onPickShown: () => void;
  onNone: () => void;
  onHelp: () => void;
}

const STEPS = new Map([
  ['j', 1],
  ['k', -1],
]);
/** These scroll the page as long as no row has the focus. */
const ARROWS = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
]);

/** The keys of a list of offers. The focus walks over the links of the rows; what stands elsewhere is left alone. */
export function useRowKeys({ offers, onPick, onPickShown, onNone, onHelp }: Wants): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || elsewhere(event.target)) return;
    const at = offers.findIndex(({ id }) => id === focused());
    const step = stepOf(event.key, at);
    const here = offers[at];
    const acts: Record<string, (() => void) | undefined> = {
      x:
        here &&
        (() => {
          onPick(here);
        }),
      a: onPickShown,
      Escape: onNone,
      '?': onHelp,
    };
    const act =
      step === undefined
        ? acts[event.key]
        : () => {
            focus(offers[moved(at, step, offers.length)]?.id);
          };
    if (act === undefined) return;
    event.preventDefault();
    act();
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

function stepOf(key: string, at: number): number | undefined {
  return STEPS.get(key.toLowerCase()) ?? (at === -1 ? undefined : ARROWS.get(key));
}

function moved(at: number, step: number, count: number): number {
  return at === -1 ? 0 : Math.min(count - 1, Math.max(0, at + step));
}

function focused(): string | null {
  return document.activeElement?.closest('tr, li')?.querySelector('[data-offer]')?.getAttribute('data-offer') ?? null;
}

function focus(id: string | undefined): void {
  if (id === undefined) return;
  const link = document.querySelector<HTMLElement>(`[data-offer="${id}"]`);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: 'nearest' });
}

/** Whether a key pressed there is meant for something else: a field, a dialog, a menu. */
function elsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}
