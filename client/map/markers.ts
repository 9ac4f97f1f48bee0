/** Where the things of a model stand on the map, before anything is drawn. */
import { arrange } from './arrange.ts';
import type { LonLat, MapFlow, MapGate, MapModel, MapRef, MapRoute } from './bridge.ts';
import {
  at,
  type Box,
  boxOf,
  clamp,
  distance,
  type Line,
  lengthOf,
  nearestOn,
  type Point,
  pointAlong,
} from './geometry.ts';
import { insideWorld, project } from './projection.ts';
import { routeLine } from './route-paths.ts';

export type RouteOnMap = { ref: MapRef; route: MapRoute; line: Line; box: Box; middle: Point };

export type Look =
  | { kind: 'gate'; flow: MapFlow; owner: string }
  | { kind: 'site'; what: string; operator: string; level: number }
  | { kind: 'front'; tension: number }
  | { kind: 'project'; percent: number }
  | { kind: 'no-regime' };

export type Marker = {
  /** What a click selects. The "no regime" cue stands for its route. */
  ref: MapRef;
  name: string;
  look: Look;
  world: Point;
  /** Fixed step in screen pixels: the two gates of one crossing stand side by side. */
  step: Point;
};

export type PlacedMarker = Marker & { x: number; y: number; radius: number; moved: boolean };

/** What markers must make room for, e.g. the star of a capital. */
export type FixedSpot = { world: Point; step: Point; radius: number };

export type CountryAt = (point: Point) => string | null;

const SNAP = 12;
const PAIR_GAP = 6.5;

const spotFor = (line: Line, lonlat: LonLat): { point: Point; tangent: Point } => {
  const point = insideWorld(project(lonlat));
  const near = nearestOn(line, point);
  if (!near) return { point, tangent: [1, 0] };
  return near.gap < SNAP ? { point: near.point, tangent: near.tangent } : { point, tangent: near.tangent };
};

/** Which way along the line the first gate's owner lies: each gate should stand on its own side. */
const direction = (gates: readonly MapGate[], point: Point, tangent: Point, countryAt: CountryAt): 1 | -1 => {
  const ahead = countryAt([point[0] + tangent[0] * 7, point[1] + tangent[1] * 7]);
  const behind = countryAt([point[0] - tangent[0] * 7, point[1] - tangent[1] * 7]);
  const first = at(gates, 0).owner;
  const last = at(gates, gates.length - 1).owner;
  if (first === last) return 1;
  return ahead === first || behind === last ? -1 : 1;
};

const gateGroups = (route: MapRoute): MapGate[][] => {
  const groups: MapGate[][] = [];
  for (const gate of route.gates) {
    const mate = groups.find((group) => distance(project(at(group, 0).lonlat), project(gate.lonlat)) < 2);
    if (mate) mate.push(gate);
    else groups.push([gate]);
  }
  return groups;
};

const gateMarkers = ({ route, line }: RouteOnMap, countryAt: CountryAt): Marker[] =>
  gateGroups(route).flatMap((gates) => {
    const { point, tangent } = spotFor(line, at(gates, 0).lonlat);
    const sign = direction(gates, point, tangent, countryAt);
    return gates.map((gate, i): Marker => {
      const along = (i - (gates.length - 1) / 2) * 2 * PAIR_GAP * sign;
      return {
        ref: { kind: 'gate', id: gate.id },
        name: gate.name,
        look: { kind: 'gate', flow: gate.status, owner: gate.owner },
        world: point,
        step: [tangent[0] * along, tangent[1] * along],
      };
    });
  });

/** A quiet stretch for the cue: the middle of the longest way between two gates, or of the whole line. */
const cuePlace = (line: Line, gates: readonly MapGate[]): Point => {
  const total = lengthOf(line);
  const stops = gates.map((gate) => nearestOn(line, project(gate.lonlat))?.along ?? 0).sort((a, b) => a - b);
  const marks = [0, ...stops, total];
  let best = { from: 0, to: total, gap: 0 };
  for (let i = 1; i < marks.length; i += 1) {
    const gap = at(marks, i) - at(marks, i - 1);
    if (gap > best.gap) best = { from: at(marks, i - 1), to: at(marks, i), gap };
  }
  return pointAlong(line, best.gap > 0 ? (best.from + best.to) / 2 : total / 2);
};

const cueMarkers = ({ ref, route, middle }: RouteOnMap): Marker[] =>
  route.contested ? [{ ref, name: route.name, look: { kind: 'no-regime' }, world: middle, step: [0, 0] }] : [];

export const routesOnMap = (model: MapModel, drawn: ReadonlyMap<string, Line>): RouteOnMap[] =>
  model.routes
    .map((route): RouteOnMap => {
      const line = routeLine(route, drawn);
      const middle = line.length > 1 ? cuePlace(line, route.gates) : ([0, 0] as const);
      return { ref: { kind: 'route', id: route.id }, route, line, box: boxOf([line]), middle };
    })
    .filter(({ line }) => line.length > 1);

const COMPASS = Array.from({ length: 12 }, (_, i): Point => {
  const angle = (i / 12) * Math.PI * 2;
  return [Math.cos(angle), Math.sin(angle)];
});

const BORDER_REACH = 11;
const BORDER_STEP = 15;

/** A thing that stands on a border takes a step into the country it belongs to. */
const stepInside = (point: Point, host: string, countryAt: CountryAt): Point => {
  const inside = COMPASS.filter(
    ([x, y]) => countryAt([point[0] + x * BORDER_REACH, point[1] + y * BORDER_REACH]) === host,
  );
  if (inside.length === 0 || inside.length === COMPASS.length) return [0, 0];
  const x = inside.reduce((sum, way) => sum + way[0], 0);
  const y = inside.reduce((sum, way) => sum + way[1], 0);
  const length = Math.hypot(x, y) || 1;
  return [(x / length) * BORDER_STEP, (y / length) * BORDER_STEP];
};

const standing = (kind: MapRef['kind'], thing: { id: string; name: string; lonlat: LonLat }, look: Look): Marker => ({
  ref: { kind, id: thing.id },
  name: thing.name,
  look,
  world: insideWorld(project(thing.lonlat)),
  step: [0, 0],
});

const hosted = (marker: Marker, host: string, countryAt: CountryAt): Marker => ({
  ...marker,
  step: stepInside(marker.world, host, countryAt),
});

const standingMarkers = (model: MapModel, countryAt: CountryAt): Marker[] => [
  ...model.fronts.map((front) => standing('front', front, { kind: 'front', tension: front.tension })),
  ...model.projects.map((plan) =>
    hosted(standing('project', plan, { kind: 'project', percent: Math.round(plan.percent) }), plan.host, countryAt),
  ),
  ...model.sites.map((site) => {
    const look: Look = { kind: 'site', what: site.kind, operator: site.operator, level: site.level };
    return hosted(standing('site', site, look), site.host, countryAt);
  }),
];

export const markersOf = (model: MapModel, routes: readonly RouteOnMap[], countryAt: CountryAt): Marker[] => [
  ...routes.flatMap((route) => gateMarkers(route, countryAt)),
  ...routes.flatMap(cueMarkers),
  ...standingMarkers(model, countryAt),
];

/** Radius on the screen: markers grow a little as one comes closer. */
export const markerRadius = (look: Look, zoom: number): number => {
  const near = Math.round(clamp((zoom - 0.7) / 1.7, 0, 1) * 4) / 4;
  if (look.kind === 'gate') return 4.5 + near * 3.5;
  if (look.kind === 'no-regime') return 5.5 + near * 2;
  return 9 + near * 4;
};

const leash = (look: Look): number => {
  if (look.kind === 'gate') return 12;
  return look.kind === 'no-regime' ? 16 : 44;
};

/** Screen places at one zoom, seen from the world's origin: panning does not change them. */
export const placeMarkers = (
  markers: readonly Marker[],
  zoom: number,
  fixed: readonly FixedSpot[] = [],
): PlacedMarker[] => {
  const squeeze = clamp(zoom, 0.7, 1.15);
  const anchors = markers.map(({ world, step, look }) => ({
    x: world[0] * zoom + step[0] * squeeze,
    y: world[1] * zoom + step[1] * squeeze,
    radius: markerRadius(look, zoom),
    leash: leash(look),
  }));
  const stones = fixed.map(({ world, step, radius }) => ({
    x: world[0] * zoom + step[0],
    y: world[1] * zoom + step[1],
    radius,
    leash: 0,
  }));
  const offsets = arrange([...anchors, ...stones]);
  return markers.map((marker, i) => {
    const { x, y, radius } = at(anchors, i);
    const { dx, dy } = at(offsets, i);
    return { ...marker, x: x + dx, y: y + dy, radius, moved: Math.hypot(dx, dy) > radius * 0.9 };
  });
};
