/** What the keys of the gallery and of the review mean. */
export type Move = 'left' | 'right' | 'up' | 'down' | 'next' | 'back' | 'first' | 'last';
export type Act = 'approve' | 'reject' | 'open' | 'zoom' | 'select' | 'help' | 'leave';

const MOVES = new Map<string | null, Move>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['j', 'next'],
  ['k', 'back'],
  ['Home', 'first'],
  ['End', 'last'],
]);

const ACTS = new Map<string | null, Act>([
  ['a', 'approve'],
  ['r', 'reject'],
  ['Enter', 'open'],
  ['z', 'zoom'],
  ['x', 'select'],
  ['?', 'help'],
  ['Escape', 'leave'],
]);

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Keys with Ctrl, Alt or ⌘ belong to the browser. Capital letters count too: Caps Lock is no mistake. */
function plain({ key, ctrlKey, metaKey, altKey }: Pressed): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  return key.length === 1 ? key.toLowerCase() : key;
}

export function moveOf(pressed: Pressed): Move | null {
  return MOVES.get(plain(pressed)) ?? null;
}

export function actOf(pressed: Pressed): Act | null {
  return ACTS.get(plain(pressed)) ?? null;
}

/** Where a move leads from `at` in a grid of `count` places, row by row; −1 is before the first. It stays inside. */
export function moved(at: number, move: Move, count: number, columns: number): number {
  if (count === 0) return -1;
  if (at < 0) return move === 'last' ? count - 1 : 0;
  const steps: Record<Move, number> = {
    left: -1,
    right: 1,
    up: -columns,
    down: columns,
    next: 1,
    back: -1,
    first: -count,
    last: count,
  };
  const to = at + steps[move];
  if (move === 'first' || move === 'last') return Math.min(count - 1, Math.max(0, to));
  // Into a last row that is shorter: its end, and not nowhere.
  if (move === 'down' && to >= count)
    return Math.floor(at / columns) < Math.floor((count - 1) / columns) ? count - 1 : at;
  return to < 0 || to >= count ? at : to;
}

/** What is looked at after the one at `at` was decided: the next that waits, else the one before that does. */
export function following(at: number, open: readonly boolean[]): number {
  const next = open.findIndex((waits, index) => index > at && waits);
  return next === -1 ? open.slice(0, at).lastIndexOf(true) : next;
}
