/**
 * Centre lines of the routes. Some are in the map data; the others are sketched here from well-known way points
 * (schematic, not survey data). A route without either becomes a smooth curve through its gates.
 */
import type { LonLat, MapRoute } from './bridge.ts';
import { lane, smooth } from './curves.ts';
import { type Line, nearestOn, type Point, pointAlong } from './geometry.ts';
import { insideWorld, project } from './projection.ts';

type Path = {
  /** A line of the map data, from one place to another (or its whole length). */
  drawn?: { id: string; from?: LonLat; to?: LonLat };
  /** Way points sketched here. */
  through?: readonly LonLat[];
  /** Sideways step, for routes that share a valley: in lanes. */
  lane?: number;
};

const TBILISI: LonLat = [44.79, 41.72];
const YEREVAN: LonLat = [44.51, 40.18];
const MEGHRI: LonLat = [46.25, 38.9];
const IGDIR: LonLat = [44.04, 39.92];
const NAKHCHIVAN: LonLat = [45.41, 39.21];
const AYRUM: LonLat = [44.89, 41.19];

const PATHS: Record<string, Path> = {
  'lars-road': { drawn: { id: 'lars' }, lane: -1 },
  'georgia-rail': {
    through: [
      YEREVAN,
      [44.04, 40.15],
      [43.75, 40.4],
      [43.85, 40.79],
      [44.25, 40.84],
      [44.49, 40.81],
      [44.63, 41.06],
      AYRUM,
      [44.85, 41.45],
      TBILISI,
      [44.11, 41.98],
      [43.4, 42.03],
      [42.6, 42.14],
      [42.07, 42.23],
      [41.67, 42.14],
    ],
    lane: 1,
  },
  'gyumri-kars': { drawn: { id: 'kars-gyumri' } },
  'margara-road': { through: [YEREVAN, [44.3, 40.15], [44.18, 40.03], IGDIR, [43.65, 40.08]] },
  'iran-road': {
    through: [
      [46.29, 38.08],
      [45.98, 38.45],
      [46.16, 38.72],
      [46.2, 38.85],
      MEGHRI,
      [46.17, 39.15],
      [46.41, 39.21],
      [46.34, 39.51],
      [46.03, 39.52],
      [45.67, 39.7],
      [45.33, 39.76],
      [44.95, 39.8],
      [44.82, 39.76],
      [44.55, 39.95],
      YEREVAN,
    ],
  },
  'syunik-route': { drawn: { id: 'tripp', to: NAKHCHIVAN }, lane: -0.5 },
  'araz-route': { drawn: { id: 'aras-iran' }, lane: -0.5 },
  'yeraskh-rail': {
    through: [YEREVAN, [44.48, 39.97], [44.7, 39.83], [44.82, 39.74], [44.98, 39.55], [45.15, 39.38], NAKHCHIVAN],
    lane: 1,
  },
  'ijevan-gazakh': { drawn: { id: 'ijevan-rail' } },
  'lachin-road': {
    through: [
      [46.34, 39.51],
      [46.48, 39.56],
      [46.53, 39.59],
      [46.6, 39.66],
      [46.75, 39.74],
      [46.75, 39.82],
    ],
  },
  'btk-railway': { drawn: { id: 'btk' } },
  'middle-corridor': {
    through: [
      [51.16, 43.65],
      [50.6, 42.6],
      [50.35, 41.3],
      [50.5, 40.55],
      [50.25, 40.08],
      [49.43, 39.98],
      [48.92, 40.1],
      [48.36, 40.44],
      [47.65, 40.55],
      [46.36, 40.75],
      [45.5, 41.15],
      [45.07, 41.33],
      TBILISI,
      [44.11, 41.98],
      [43.4, 42.03],
      [42.6, 42.14],
      [42.07, 42.23],
      [41.67, 42.14],
    ],
    lane: -1,
  },
  'instc-west': { drawn: { id: 'instc-west' } },
  'btc-oil': { drawn: { id: 'btc' }, lane: 0.5 },
  'sgc-gas': { drawn: { id: 'btc', to: [39.6, 39.8] }, lane: -0.7 },
  'north-south-gas': {
    through: [
      [44.65, 43.74],
      [44.66, 43.03],
      [44.63, 42.75],
      [44.52, 42.45],
      [44.74, 42.05],
      [44.95, 41.7],
      [44.95, 41.4],
      AYRUM,
      [44.75, 40.85],
      [44.63, 40.27],
    ],
    lane: -1,
  },
  'iran-gas': {
    through: [
      [46.29, 38.08],
      [46.1, 38.45],
      [46.2, 38.85],
      MEGHRI,
      [46.17, 39.15],
      [46.36, 39.3],
      [46.3, 39.5],
      [46.03, 39.55],
      [45.67, 39.74],
      [45.33, 39.8],
      [44.95, 39.86],
      [44.63, 40.27],
    ],
    lane: -1.2,
  },
  'igdir-gas': { through: [IGDIR, [44.45, 39.83], [44.8, 39.66], [44.98, 39.55], [45.15, 39.4], NAKHCHIVAN], lane: -1 },
  'nakhchivan-road': { through: [IGDIR, [44.45, 39.83], [44.8, 39.66], [44.98, 39.55], [45.15, 39.4], NAKHCHIVAN] },
  'sarpi-road': {
    through: [
      [41.64, 41.64],
      [41.55, 41.52],
      [41.43, 41.39],
      [40.52, 41.03],
      [39.72, 41.0],
    ],
  },
};

const LANE = 2.4;

const positionAlong = (line: Line, lonlat: LonLat): number => nearestOn(line, project(lonlat))?.along ?? 0;

const slice = (line: Line, from: number, to: number): Line => {
  const [low, high] = from < to ? [from, to] : [to, from];
  const kept: Point[] = [pointAlong(line, low)];
  let along = 0;
  for (let i = 1; i < line.length; i += 1) {
    const a = line[i - 1];
    const b = line[i];
    if (!a || !b) continue;
    along += Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (along > low && along < high) kept.push(b);
  }
  kept.push(pointAlong(line, high));
  return kept;
};

const drawnLine = (spec: NonNullable<Path['drawn']>, drawn: ReadonlyMap<string, Line>): Line | null => {
  const raw = drawn.get(spec.id);
  if (!raw) return null;
  const line = smooth(raw);
  if (!spec.from && !spec.to) return line;
  return slice(line, spec.from ? positionAlong(line, spec.from) : 0, spec.to ? positionAlong(line, spec.to) : Infinity);
};

/** Several gates often stand at one crossing: a curve needs each place once. */
const throughGates = (route: MapRoute): Line => {
  const points = route.gates.map((gate) => insideWorld(project(gate.lonlat)));
  const first = points[0];
  if (!first) return [];
  const line = smooth(points);
  return line.length > 1 ? line : [[first[0] - 10, first[1]], first, [first[0] + 10, first[1]]];
};

/** The line a route is drawn along, in world pixels. */
export const routeLine = (route: MapRoute, drawn: ReadonlyMap<string, Line>): Line => {
  const path = PATHS[route.id];
  const line =
    (path?.drawn && drawnLine(path.drawn, drawn)) ??
    (path?.through && smooth(path.through.map(project))) ??
    (drawn.has(route.id) ? smooth(drawn.get(route.id) ?? []) : throughGates(route));
  return lane(line, (path?.lane ?? 0) * LANE);
};
