import { useEffect, useEffectEvent, useRef, useState } from 'react';

import { dragging } from './dragging';
import { actual, panned, percentOf, type Point, type Size, type View, WHOLE, within, zoomed } from './view';

const STEP = 1.4;
const ARROW = 60;
const ARROWS: Record<string, Point | undefined> = {
  ArrowLeft: { x: ARROW, y: 0 },
  ArrowRight: { x: -ARROW, y: 0 },
  ArrowUp: { x: 0, y: ARROW },
  ArrowDown: { x: 0, y: -ARROW },
};
const CENTRE = { x: 0, y: 0 };

/** Zoom and pan by wheel, pinch, drag, double click and keys. `greedy`: the wheel is for the picture alone. */
export function useCanvas(picture: Size, greedy: boolean) {
  const stage = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Size>({ width: 0, height: 0 });
  const [view, setView] = useState<View>(WHOLE);
  const shown = within(view, picture, frame);

  const acts = {
    closer: () => {
      setView(zoomed(shown, STEP, CENTRE, picture, frame));
    },
    farther: () => {
      setView(zoomed(shown, 1 / STEP, CENTRE, picture, frame));
    },
    whole: () => {
      setView(WHOLE);
    },
    actual: () => {
      setView(actual(shown, picture, frame));
    },
  };

  const onWheel = useEffectEvent((event: WheelEvent) => {
    const meant = greedy || event.ctrlKey || event.metaKey || whole.current?.contains(document.activeElement) === true;
    if (!meant) return;
    event.preventDefault();
    const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0018));
    setView((was) => zoomed(within(was, picture, frame), factor, pointIn(stage.current, event), picture, frame));
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = shown.zoom > 1 ? ARROWS[event.key] : undefined;
    if (by) setView(panned(shown, by, picture, frame));
    else if (event.key === '+' || event.key === '=') acts.closer();
    else if (event.key === '-') acts.farther();
    else if (event.key === '0') acts.whole();
    else if (event.key === '1') acts.actual();
    else return;
    event.preventDefault();
  });
  const onTwice = useEffectEvent((event: MouseEvent) => {
    const near = shown.zoom > 1 ? WHOLE : actual(shown, picture, frame);
    const grown = near.zoom / shown.zoom;
    setView(grown > 1 ? zoomed(shown, grown, pointIn(stage.current, event), picture, frame) : WHOLE);
  });
  const onDrag = useEffectEvent((by: Point, factor: number, around: Point) => {
    setView((was) => zoomed(panned(within(was, picture, frame), by, picture, frame), factor, around, picture, frame));
  });

  useEffect(() => {
    const [inner, outer] = [stage.current, whole.current];
    if (!inner || !outer) return;
    const listen = new AbortController();
    // Not passive: where the wheel zooms, the page must not scroll.
    inner.addEventListener(
      'wheel',
      (event) => {
        onWheel(event);
      },
      { passive: false, signal: listen.signal },
    );
    inner.addEventListener(
      'dblclick',
      (event) => {
        onTwice(event);
      },
      { signal: listen.signal },
    );
    outer.addEventListener(
      'keydown',
      (event) => {
        onKey(event);
      },
      { signal: listen.signal },
    );
    dragging(inner, listen.signal, (by, factor, around) => {
      onDrag(by, factor, around);
    });
    const sizes = new ResizeObserver(() => {
      setFrame({ width: inner.clientWidth, height: inner.clientHeight });
    });
    sizes.observe(inner);
    return () => {
      listen.abort();
      sizes.disconnect();
    };
  }, []);

  return { whole, stage, view: shown, percent: percentOf(shown, picture, frame), acts };
}

function pointIn(stage: HTMLElement | null, { clientX, clientY }: MouseEvent): Point {
  const box = stage?.getBoundingClientRect();
  return box ? { x: clientX - box.left - box.width / 2, y: clientY - box.top - box.height / 2 } : CENTRE;
}
