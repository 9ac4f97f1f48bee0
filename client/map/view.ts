/** The camera as three numbers, and everything that may be done to them. */
import { type Box, clamp, type Point } from './geometry.ts';
import { WORLD_HEIGHT, WORLD_WIDTH } from './projection.ts';

export type View = { cx: number; cy: number; zoom: number };
export type Size = { width: number; height: number };

export const MAX_ZOOM = 7;

/** Smallest zoom at which the world still covers the whole viewport. */
export const coverZoom = (size: Size): number => Math.max(size.width / WORLD_WIDTH, size.height / WORLD_HEIGHT, 0.05);

export const clampView = (view: View, size: Size): View => {
  const zoom = clamp(view.zoom, coverZoom(size), Math.max(MAX_ZOOM, coverZoom(size)));
  const halfX = size.width / 2 / zoom;
  const halfY = size.height / 2 / zoom;
  return {
    zoom,
    cx: clamp(view.cx, halfX, Math.max(halfX, WORLD_WIDTH - halfX)),
    cy: clamp(view.cy, halfY, Math.max(halfY, WORLD_HEIGHT - halfY)),
  };
};

export const toWorld = (view: View, size: Size, [x, y]: Point): Point => [
  view.cx + (x - size.width / 2) / view.zoom,
  view.cy + (y - size.height / 2) / view.zoom,
];

export const toScreen = (view: View, size: Size, [x, y]: Point): Point => [
  (x - view.cx) * view.zoom + size.width / 2,
  (y - view.cy) * view.zoom + size.height / 2,
];

/** Zooms while the world point under the pointer stays under the pointer. */
export const zoomAt = (view: View, size: Size, pointer: Point, factor: number): View => {
  const zoom = clamp(view.zoom * factor, coverZoom(size), Math.max(MAX_ZOOM, coverZoom(size)));
  const [wx, wy] = toWorld(view, size, pointer);
  return clampView(
    { zoom, cx: wx - (pointer[0] - size.width / 2) / zoom, cy: wy - (pointer[1] - size.height / 2) / zoom },
    size,
  );
};

export const panView = (view: View, size: Size, dx: number, dy: number): View =>
  clampView({ ...view, cx: view.cx + dx / view.zoom, cy: view.cy + dy / view.zoom }, size);

/** The view that shows a box with some air around it, never closer than `closest`. */
export const fitView = (box: Box, size: Size, closest: number): View => {
  const zoom = Math.min(size.width / (box.right - box.left), size.height / (box.bottom - box.top), closest);
  return clampView({ zoom, cx: (box.left + box.right) / 2, cy: (box.top + box.bottom) / 2 }, size);
};

const ease = (t: number): number => (t < 0.5 ? 4 * t * t * t : 1 - (2 - 2 * t) ** 3 / 2);

/** A point of the flight between two views; zoom is interpolated by ratio so that it looks even. */
export const between = (from: View, to: View, t: number): View => {
  const k = ease(clamp(t, 0, 1));
  return {
    zoom: from.zoom * (to.zoom / from.zoom) ** k,
    cx: from.cx + (to.cx - from.cx) * k,
    cy: from.cy + (to.cy - from.cy) * k,
  };
};
