/** Curves through a few points: rounding for routes drawn by hand, side lanes for routes that share a valley. */
import { at, distance, type Line, type Point } from './geometry.ts';

const hermite = (a: number, b: number, slopeA: number, slopeB: number, t: number): number => {
  const t2 = t * t;
  const t3 = t2 * t;
  return (2 * t3 - 3 * t2 + 1) * a + (t3 - 2 * t2 + t) * slopeA + (3 * t2 - 2 * t3) * b + (t3 - t2) * slopeB;
};

export const withoutRepeats = (line: Line, least = 0.01): Line => {
  const kept: Point[] = [];
  for (const point of line) {
    const last = kept.at(-1);
    if (!last || distance(last, point) > least) kept.push(point);
  }
  return kept;
};

/** Slope at a corner, weighted by the lengths of its two sides so that short sides do not overshoot. */
const slopeAt = (line: Line, i: number): Point => {
  const here = at(line, i);
  const before = line[i - 1] ?? here;
  const after = line[i + 1] ?? here;
  const back = distance(before, here) || distance(here, after) || 1;
  const ahead = distance(here, after) || back;
  const one = (axis: 0 | 1): number =>
    ((here[axis] - before[axis]) / back) * (ahead / (back + ahead)) +
    ((after[axis] - here[axis]) / ahead) * (back / (back + ahead));
  return [one(0), one(1)];
};

/** A smooth line through every given point, sampled about every `step` pixels. */
export const smooth = (raw: Line, step = 5): Line => {
  const line = withoutRepeats(raw);
  if (line.length < 3) return line;
  const out: Point[] = [at(line, 0)];
  for (let i = 1; i < line.length; i += 1) {
    const a = at(line, i - 1);
    const b = at(line, i);
    const span = distance(a, b);
    const [ax, ay] = slopeAt(line, i - 1);
    const [bx, by] = slopeAt(line, i);
    const pieces = Math.max(1, Math.round(span / step));
    for (let k = 1; k <= pieces; k += 1) {
      const t = k / pieces;
      out.push([hermite(a[0], b[0], ax * span, bx * span, t), hermite(a[1], b[1], ay * span, by * span, t)]);
    }
  }
  return out;
};

/** The same line moved sideways by `by` pixels (positive: to the right of its direction). */
export const lane = (line: Line, by: number): Line => {
  if (by === 0 || line.length < 2) return line;
  return line.map((point, i) => {
    const before = line[i - 1] ?? point;
    const after = line[i + 1] ?? point;
    const length = distance(before, after) || 1;
    return [point[0] - ((after[1] - before[1]) / length) * by, point[1] + ((after[0] - before[0]) / length) * by];
  });
};
