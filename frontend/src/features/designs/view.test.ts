import { describe, expect, it } from 'vitest';

import { actual, fit, panned, percentOf, WHOLE, zoomed } from './view';

const ART = { width: 4500, height: 5400 };
const FRAME = { width: 900, height: 600 };
const MIDDLE = { x: 0, y: 0 };

describe('a picture in its frame', () => {
  it('fits whole at first, and a small one is not blown up', () => {
    expect(fit(ART, FRAME)).toBeCloseTo(600 / 5400);
    expect(fit({ width: 100, height: 100 }, FRAME)).toBe(1);
  });

  it('is shown pixel for pixel at 100 %', () => {
    const view = actual(WHOLE, ART, FRAME);
    expect(percentOf(view, ART, FRAME)).toBe(100);
  });

  it('is never farther than whole, nor closer than twice its pixels', () => {
    expect(zoomed(WHOLE, 0.1, MIDDLE, ART, FRAME)).toEqual(WHOLE);
    expect(percentOf(zoomed(WHOLE, 1000, MIDDLE, ART, FRAME), ART, FRAME)).toBe(200);
  });

  it('keeps the point under the pointer where it is', () => {
    const near = zoomed(WHOLE, 8, MIDDLE, ART, FRAME);
    const point = { x: 120, y: -80 };
    const nearer = zoomed(near, 1.5, point, ART, FRAME);
    // The same place of the picture, measured in its own pixels from its middle.
    const place = (view: typeof near) => (point.x - view.x) / (fit(ART, FRAME) * view.zoom);
    expect(place(nearer)).toBeCloseTo(place(near));
  });

  it('does not leave the frame however far it is dragged', () => {
    const near = zoomed(WHOLE, 4, MIDDLE, ART, FRAME);
    const dragged = panned(near, { x: 1e6, y: -1e6 }, ART, FRAME);
    const scale = fit(ART, FRAME) * dragged.zoom;
    expect(dragged.x).toBeCloseTo((ART.width * scale - FRAME.width) / 2);
    expect(dragged.y).toBeCloseTo(-(ART.height * scale - FRAME.height) / 2);
  });

  it('stays in the middle while it fits', () => {
    expect(panned(WHOLE, { x: 40, y: 40 }, ART, FRAME)).toEqual(WHOLE);
  });

  it('counts as it is where the frame’s size is not known yet', () => {
    expect(fit(ART, { width: 0, height: 0 })).toBe(1);
  });
});
