/** Places that stand for routes and countries, which are more than a point. */
import type { Atlas } from './atlas.ts';
import type { MapRef } from './bridge.ts';
import { type Box, boxOf, lengthOf, type Point, pointAlong } from './geometry.ts';
import type { RouteOnMap } from './markers.ts';
import { sameRef } from './refs.ts';

/** A point to fly to, or a box to bring into view. */
export type Goal = { point: Point; box: Box | null };

const STOPS = 40;

const routeOf = (ref: MapRef, routes: readonly RouteOnMap[]): RouteOnMap | undefined =>
  routes.find((route) => sameRef(route.ref, ref));

export const goalOf = (ref: MapRef, atlas: Atlas, routes: readonly RouteOnMap[]): Goal | null => {
  const route = routeOf(ref, routes);
  if (route) return { point: route.middle, box: route.box };
  const rings = atlas.provinces.filter(({ country }) => country === ref.id).flatMap((province) => province.rings);
  if (ref.kind !== 'country' || rings.length === 0) return null;
  return { point: atlas.countryLabels.get(ref.id) ?? [0, 0], box: boxOf(rings) };
};

/** Points that lie on the thing, best first. */
export const placesOn = (ref: MapRef, atlas: Atlas, routes: readonly RouteOnMap[]): Point[] => {
  const route = routeOf(ref, routes);
  if (route) {
    const length = lengthOf(route.line);
    const stops = Array.from({ length: STOPS }, (_, i) => pointAlong(route.line, ((i + 0.5) / STOPS) * length));
    return [route.middle, ...stops];
  }
  if (ref.kind !== 'country') return [];
  const label = atlas.countryLabels.get(ref.id);
  const provinces = atlas.provinces.filter(({ country }) => country === ref.id);
  return [...(label ? [label] : []), ...provinces.map((province) => province.label)];
};
