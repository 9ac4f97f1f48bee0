/** Plane geometry on world pixels: no drawing, no Phaser. */

export type Point = readonly [number, number];
export type Line = readonly Point[];
export type Box = { left: number; top: number; right: number; bottom: number };

/** Reads an element that must be there: a missing one is a programming error, not a case to handle. */
export const at = <T>(list: ArrayLike<T>, index: number): T => {
  const value = list[index];
  if (value === undefined) throw new RangeError(`index ${index} of ${list.length}`);
  return value;
};

export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

export const mix = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

export const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export const boxOf = (lines: readonly Line[]): Box => {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const line of lines) {
    for (const [x, y] of line) {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
};

export const boxesTouch = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export const inBox = (box: Box, [x, y]: Point): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** Even-odd test over all rings at once, so holes need no special care. */
export const inRings = (rings: readonly Line[], [x, y]: Point): boolean => {
  let inside = false;
  for (const ring of rings) {
    let previous = at(ring, ring.length - 1);
    for (const point of ring) {
      const [ax, ay] = point;
      const [bx, by] = previous;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      previous = point;
    }
  }
  return inside;
};

export const lengthOf = (line: Line): number => {
  let total = 0;
  for (let i = 1; i < line.length; i += 1) total += distance(at(line, i - 1), at(line, i));
  return total;
};

export type Spot = { point: Point; along: number; gap: number; tangent: Point };

const spotOnSegment = (a: Point, b: Point, before: number, target: Point): Spot => {
  const length = distance(a, b) || 1;
  const dot = (target[0] - a[0]) * (b[0] - a[0]) + (target[1] - a[1]) * (b[1] - a[1]);
  const t = clamp(dot / (length * length), 0, 1);
  const point = mix(a, b, t);
  const tangent: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  return { point, along: before + length * t, gap: distance(point, target), tangent };
};

/** The place on a line nearest to a point, with its distance along and away from the line. */
export const nearestOn = (line: Line, target: Point): Spot | null => {
  let best: Spot | null = null;
  let before = 0;
  for (let i = 1; i < line.length; i += 1) {
    const a = at(line, i - 1);
    const b = at(line, i);
    const spot = spotOnSegment(a, b, before, target);
    if (!best || spot.gap < best.gap) best = spot;
    before += distance(a, b);
  }
  return best;
};

/** The point a given distance along a line, held inside its two ends. */
export const pointAlong = (line: Line, along: number): Point => {
  let left = Math.max(0, along);
  for (let i = 1; i < line.length; i += 1) {
    const a = at(line, i - 1);
    const b = at(line, i);
    const length = distance(a, b);
    if (left <= length && length > 0) return mix(a, b, left / length);
    left -= length;
  }
  return at(line, line.length - 1);
};
