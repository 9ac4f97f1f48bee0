/** Turns polylines into textured triangle strips: u runs along the line (in dash periods), v across it. */
import { withoutRepeats } from './curves.ts';
import { at, distance, type Line, type Point } from './geometry.ts';

export type StripMesh = {
  /** x, y, u, v per vertex. */
  vertices: number[];
  /** a, b, c, page per triangle. */
  indices: number[];
};

export type StripStyle = {
  /** Full width, in the units of the points. */
  width: number;
  /** Length of one texture period along the line, in the units of the points. */
  period: number;
};

const MITRE_LIMIT = 2.2;

const unit = (a: Point, b: Point): Point => {
  const length = distance(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
};

/** Sideways reach at a corner: the mean normal, lengthened so that both sides keep their width. */
const mitre = (before: Point, after: Point): Point => {
  const nx = -(before[1] + after[1]);
  const ny = before[0] + after[0];
  const length = Math.hypot(nx, ny);
  if (length < 0.02) return [-after[1], after[0]];
  const cosine = (nx * -after[1] + ny * after[0]) / length;
  const reach = Math.min(1 / Math.max(cosine, 0.01), MITRE_LIMIT);
  return [(nx / length) * reach, (ny / length) * reach];
};

/** Unit direction from one corner to the next, at the ends of a closed line across its seam. */
const directionAt = (line: Line, i: number, closed: boolean): Point | null => {
  const last = line.length - 1;
  if (i >= 0 && i < last) return unit(at(line, i), at(line, i + 1));
  if (!closed) return null;
  return i < 0 ? unit(at(line, last - 1), at(line, last)) : unit(at(line, 0), at(line, 1));
};

const reachAt = (line: Line, i: number, closed: boolean): Point => {
  const behind = directionAt(line, i - 1, closed);
  const ahead = directionAt(line, i, closed);
  return mitre(behind ?? ahead ?? [1, 0], ahead ?? behind ?? [1, 0]);
};

const addStrip = (mesh: StripMesh, raw: Line, half: number, period: number): void => {
  const line = withoutRepeats(raw);
  const last = line.length - 1;
  if (last < 1) return;
  const closed = last > 2 && distance(at(line, 0), at(line, last)) < 0.02;
  let along = 0;
  for (let i = 0; i <= last; i += 1) {
    const here = at(line, i);
    const [nx, ny] = reachAt(line, i, closed);
    if (i > 0) along += distance(at(line, i - 1), here);
    const u = along / period;
    const base = mesh.vertices.length / 4;
    mesh.vertices.push(here[0] + nx * half, here[1] + ny * half, u, 0);
    mesh.vertices.push(here[0] - nx * half, here[1] - ny * half, u, 1);
    if (i < last) mesh.indices.push(base, base + 1, base + 2, 0, base + 1, base + 2, base + 3, 0);
  }
};

export const stripsOf = (lines: readonly Line[], style: StripStyle): StripMesh => {
  const mesh: StripMesh = { vertices: [], indices: [] };
  for (const line of lines) addStrip(mesh, line, style.width / 2, style.period);
  return mesh;
};

/** Moves the texture along the strips; the shapes stay where they are. */
export const slideTexture = (vertices: number[], delta: number): void => {
  for (let i = 2; i < vertices.length; i += 4) vertices[i] = at(vertices, i) + delta;
};
