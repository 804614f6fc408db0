/** How a picture lies in its frame: how large against fitting whole, and how far its middle is off the frame's. */
export interface View {
  zoom: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export const WHOLE: View = { zoom: 1, x: 0, y: 0 };

/** Pixels of the screen for a pixel of the picture, when it just fits. A small picture is not blown up. */
export function fit(picture: Size, frame: Size): number {
  if (frame.width === 0 || frame.height === 0) return 1;
  return Math.min(1, frame.width / picture.width, frame.height / picture.height);
}

/** At most two pixels of the screen for one of the picture, and always some way closer than whole. */
export function closest(picture: Size, frame: Size): number {
  return Math.max(4, 2 / fit(picture, frame));
}

/** So that it never leaves the frame: what is larger covers it, what is smaller stays in the middle. */
export function within(view: View, picture: Size, frame: Size): View {
  const scale = fit(picture, frame) * view.zoom;
  const spare = (side: 'width' | 'height') => Math.max(0, (picture[side] * scale - frame[side]) / 2);
  return { zoom: view.zoom, x: clamp(view.x, spare('width')), y: clamp(view.y, spare('height')) };
}

/** Closer or farther by a factor, around a point that stays where it is (measured from the frame's middle). */
export function zoomed(view: View, factor: number, point: Point, picture: Size, frame: Size): View {
  const zoom = Math.min(closest(picture, frame), Math.max(1, view.zoom * factor));
  const grown = zoom / view.zoom;
  const moved = { zoom, x: point.x - (point.x - view.x) * grown, y: point.y - (point.y - view.y) * grown };
  return within(moved, picture, frame);
}

/** One pixel of the picture on one of the screen. */
export function actual(view: View, picture: Size, frame: Size): View {
  return zoomed(view, 1 / fit(picture, frame) / view.zoom, { x: 0, y: 0 }, picture, frame);
}

export function panned(view: View, by: Point, picture: Size, frame: Size): View {
  return within({ zoom: view.zoom, x: view.x + by.x, y: view.y + by.y }, picture, frame);
}

/** "42 %" of the picture's own pixels. */
export function percentOf(view: View, picture: Size, frame: Size): number {
  return Math.round(fit(picture, frame) * view.zoom * 100);
}

function clamp(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value)) + 0; // +0: no minus zero
}
