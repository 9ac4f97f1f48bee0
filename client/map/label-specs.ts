/** Every name the map can show, with its lettering, importance and range of zoom. */
import type { Atlas, City } from './atlas.ts';
import type { LonLat, MapModel, MapRef } from './bridge.ts';
import type { Point } from './geometry.ts';
import type { Marker, RouteOnMap } from './markers.ts';
import { headingOf, type NameStyle, placeName, provinceName, waterNames } from './place-names.ts';
import { project } from './projection.ts';
import { refKey } from './refs.ts';

export type Lettering = {
  font: string;
  weight: string;
  size: number;
  colour: string;
  /** Letter spacing in em. */
  spacing: number;
  halo: string;
  haloWidth: number;
  blur: number;
};

export type LabelSpec = {
  id: string;
  text: string;
  lettering: Lettering;
  world: Point;
  /** The marker this name belongs to: it follows where the marker was moved. */
  follows: string | null;
  priority: number;
  from: number;
  until: number;
  angle: number;
  /** Gap between the thing and its name; 0 for names that lie on the land itself. */
  clear: number;
  /** Widest it may be, in world pixels. */
  room?: number;
};

const CINZEL = 'Cinzel, Georgia, serif';
const GARAMOND = '"EB Garamond", Georgia, serif';
const ALEGREYA = '"Alegreya Sans", "Segoe UI", sans-serif';

const country = (size: number): Lettering => ({
  font: CINZEL,
  weight: '600',
  size,
  colour: '#fdf4df',
  spacing: 0.4,
  halo: 'rgba(24,16,10,.55)',
  haloWidth: 2,
  blur: 7,
});

const water = (size: number, spacing: number): Lettering => ({
  font: GARAMOND,
  weight: 'italic 500',
  size,
  colour: size > 20 ? '#8fb3c2' : '#b9d5df',
  spacing,
  halo: size > 20 ? 'rgba(13,28,36,.0)' : 'rgba(16,36,46,.75)',
  haloWidth: size > 20 ? 0 : 2.4,
  blur: 0,
});

const sans = (
  weight: string,
  size: number,
  colour: string,
  halo: string,
  haloWidth: number,
  spacing = 0,
): Lettering => ({
  font: ALEGREYA,
  weight,
  size,
  colour,
  spacing,
  halo,
  haloWidth,
  blur: 0,
});

const DARK = 'rgba(22,14,9,.92)';
const PROVINCE = sans('700', 13, '#21160c', 'rgba(255,244,224,.6)', 2.4, 0.03);
const PEAK = sans('italic 500', 12, '#fdf6e6', DARK, 2.6);
const THING = sans('700', 12.5, '#ffe9bd', DARK, 3);
const GATE = sans('500', 12, '#fffaf0', DARK, 3);
const ROUTE = sans('italic 500', 12.5, '#ffe2a3', DARK, 3);
const CITY = [
  sans('700', 16, '#fffaf0', DARK, 3.2),
  sans('700', 16, '#fffaf0', DARK, 3.2),
  sans('500', 13.5, '#fffaf0', DARK, 3),
  sans('500', 12.5, '#fdf6e6', DARK, 2.8),
  sans('500', 12, '#f6ecd8', DARK, 2.6),
];
const CITY_FROM = [0, 0, 0.62, 1.9, 2.9];
const CITY_CLEAR = [6, 9, 5, 4, 3.5];

/** Headings stand where they cross the fewest routes and where the first view shows them. */
const HEADINGS: Record<string, { lonlat: LonLat; size: number }> = {
  ARM: { lonlat: [44.62, 40.47], size: 19 },
  AZE: { lonlat: [48.15, 40.22], size: 21 },
  GEO: { lonlat: [42.95, 42.42], size: 20 },
  TUR: { lonlat: [42.25, 39.4], size: 26 },
  IRN: { lonlat: [46.95, 37.72], size: 26 },
  RUS: { lonlat: [46.35, 43.1], size: 26 },
};

const flat = { follows: null, angle: 0, clear: 0, from: 0, until: 99 };

const countryLabels = (model: MapModel, atlas: Atlas): LabelSpec[] =>
  model.countries.map(({ id, name }) => {
    const heading = HEADINGS[id];
    const world = heading ? project(heading.lonlat) : (atlas.countryLabels.get(id) ?? [0, 0]);
    const size = heading?.size ?? 20;
    return {
      ...flat,
      id: `country:${id}`,
      text: headingOf(name),
      lettering: country(size),
      world,
      priority: 95,
      until: 1.75,
    };
  });

const waterLabels = (style: NameStyle): LabelSpec[] =>
  waterNames(style).map(({ text, lonlat, angle, size, spacing, from, until }, i) => ({
    ...flat,
    id: `water:${i}`,
    text,
    lettering: water(size, spacing),
    world: project(lonlat),
    priority: size > 20 ? 94 : 30,
    angle,
    from,
    until,
  }));

const provinceLabels = (atlas: Atlas, style: NameStyle): LabelSpec[] =>
  atlas.provinces.map(({ id, name, label, box }) => ({
    ...flat,
    id: `province:${id}`,
    text: provinceName(id, name, style),
    lettering: PROVINCE,
    world: label,
    priority: 40,
    from: 1.75,
    room: (box.right - box.left) * 0.85,
  }));

const cityLabel = ({ name, rank, capital, point }: City, style: NameStyle): LabelSpec => ({
  ...flat,
  id: `city:${name}:${Math.round(point[0])}`,
  text: placeName(name, style),
  lettering: CITY[rank] ?? PEAK,
  world: point,
  priority: capital ? 100 : 90 - rank * 12,
  from: CITY_FROM[rank] ?? 3,
  clear: CITY_CLEAR[rank] ?? 4,
});

const peakLabels = (atlas: Atlas, style: NameStyle): LabelSpec[] =>
  atlas.peaks.map(({ name, metres, point }) => ({
    ...flat,
    id: `peak:${name}`,
    text: `${placeName(name, style)} ${metres}`,
    lettering: PEAK,
    world: point,
    priority: metres / 200,
    from: metres > 5000 ? 1.5 : 2.3,
    clear: 6,
  }));

const MARKER_FROM: Record<Marker['look']['kind'], number> = {
  front: 1.7,
  project: 1.7,
  site: 2,
  gate: 2.7,
  'no-regime': 99,
};
const MARKER_PRIORITY: Record<Marker['look']['kind'], number> = {
  front: 62,
  project: 60,
  site: 58,
  gate: 34,
  'no-regime': 0,
};

const markerLabels = (markers: readonly Marker[]): LabelSpec[] =>
  markers
    .filter(({ look }) => look.kind !== 'no-regime')
    .map(({ ref, name, look, world }) => ({
      ...flat,
      id: refKey(ref),
      text: name,
      lettering: look.kind === 'gate' ? GATE : THING,
      world,
      follows: refKey(ref),
      priority: MARKER_PRIORITY[look.kind],
      from: MARKER_FROM[look.kind],
      clear: 9,
    }));

const routeLabels = (routes: readonly RouteOnMap[]): LabelSpec[] =>
  routes.map(({ ref, route, middle }) => ({
    ...flat,
    id: refKey(ref),
    text: route.name,
    lettering: ROUTE,
    world: middle,
    priority: 26,
    from: 2.2,
    clear: 8,
  }));

export const labelSpecs = (
  atlas: Atlas,
  model: MapModel,
  routes: readonly RouteOnMap[],
  markers: readonly Marker[],
): LabelSpec[] => [
  ...countryLabels(model, atlas),
  ...waterLabels(model.names),
  ...provinceLabels(atlas, model.names),
  ...atlas.cities.map((city) => cityLabel(city, model.names)),
  ...peakLabels(atlas, model.names),
  ...markerLabels(markers),
  ...routeLabels(routes),
];

/** Names that are shown whatever the zoom: what is selected, pointed at or being told about. */
export const forcedIds = (refs: readonly (MapRef | null)[]): Set<string> =>
  new Set(refs.flatMap((ref) => (ref && ref.kind !== 'country' ? [refKey(ref)] : [])));
