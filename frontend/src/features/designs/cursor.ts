import { type Move, moved } from './keyboard';

type List = HTMLElement | null;

/** The cards of a gallery by their links, each with the id of its design. */
function links(list: List): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-cursor]') ?? [])];
}

/** Which card has the focus, anywhere in it; −1 for none. */
export function cursorAt(list: List): number {
  return links(list).findIndex((link) => link.closest('li')?.contains(document.activeElement));
}

export function focusOn(list: List, id: string | undefined): void {
  show(links(list).find((link) => link.dataset.cursor === id));
}

/** Moves the focus, and says whether there was something to move: on the page itself arrows scroll as ever. */
export function step(list: List, move: Move): boolean {
  const here = cursorAt(list);
  if (here < 0 && move !== 'next' && move !== 'back') return false;
  const to = moved(here, move, links(list).length, columns(list));
  show(links(list)[to]);
  return to >= 0;
}

function show(link: HTMLElement | undefined): void {
  link?.focus({ preventScroll: true });
  link?.closest('li')?.scrollIntoView({ block: 'nearest' });
}

function columns(list: List): number {
  return list ? getComputedStyle(list).gridTemplateColumns.split(' ').length : 1;
}
