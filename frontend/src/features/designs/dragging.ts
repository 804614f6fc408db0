import type { Point } from './view';

type OnDrag = (by: Point, factor: number, around: Point) => void;

/** One pointer drags, two pinch: how far they went, by how much they spread, and around where in the stage. */
export function dragging(stage: HTMLElement, signal: AbortSignal, onDrag: OnDrag): void {
  const held = new Map<number, Point>();
  const at = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });
  const leave = ({ pointerId }: PointerEvent) => held.delete(pointerId);

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    stage.setPointerCapture(event.pointerId);
    held.set(event.pointerId, at(event));
  };
  const onMove = (event: PointerEvent) => {
    if (!held.has(event.pointerId)) return;
    const was = [...held.values()];
    held.set(event.pointerId, at(event));
    const now = [...held.values()];
    const [from, to] = [middle(was), middle(now)];
    const box = stage.getBoundingClientRect();
    const around = { x: to.x - box.left - box.width / 2, y: to.y - box.top - box.height / 2 };
    onDrag({ x: to.x - from.x, y: to.y - from.y }, spread(now) / spread(was), around);
  };

  stage.addEventListener('pointerdown', onDown, { signal });
  stage.addEventListener('pointermove', onMove, { signal });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
    stage.addEventListener(end, leave, { signal });
  }
}

function middle(points: readonly Point[]): Point {
  const sum = points.reduce((one, other) => ({ x: one.x + other.x, y: one.y + other.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function spread([one, other]: readonly Point[]): number {
  return one && other ? Math.max(1, Math.hypot(one.x - other.x, one.y - other.y)) : 1;
}
