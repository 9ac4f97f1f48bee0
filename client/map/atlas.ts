/** Reads the topology file once into plain world-pixel shapes. */
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { LonLat } from './bridge.ts';
import { type Box, boxOf, type Line, type Point } from './geometry.ts';
import { project } from './projection.ts';

export type Province = {
  id: string;
  country: string;
  name: string;
  label: Point;
  /** Outer ring first, then holes; several when the province has several parts. */
  polygons: Line[][];
  rings: Line[];
  box: Box;
};

export type River = { name: string; rank: number; lines: Line[] };
export type Lake = { name: string; rings: Line[] };
export type City = { name: string; country: string; rank: number; capital: boolean; point: Point };
export type Peak = { name: string; metres: number; point: Point };

export type Atlas = {
  provinces: Province[];
  /** Everything above the water: provinces, and neighbours without provinces. */
  land: Province[];
  countryLabels: Map<string, Point>;
  sea: Line[][];
  coast: Line[];
  borders: Line[];
  provinceLines: Line[];
  districtLines: Line[];
  disputed: { id: string; lines: Line[] }[];
  rivers: River[];
  lakes: Lake[];
  cities: City[];
  peaks: Peak[];
  routes: Map<string, Line>;
  outlineOf(country: string): Line[];
};

type Tags = Record<string, unknown>;
type Collection = GeometryCollection<Tags>;
type Shape = GeometryObject<Tags>;

/** Country codes of the topology file to the ids the game uses. */
const COUNTRY_IDS: Record<string, string> = { AM: 'ARM', AZ: 'AZE', GE: 'GEO', TR: 'TUR', IR: 'IRN', RU: 'RUS' };

const countryId = (code: string): string => COUNTRY_IDS[code] ?? code;

const text = (tags: Tags | undefined, key: string): string => String(tags?.[key] ?? '');
const number = (tags: Tags | undefined, key: string): number => Number(tags?.[key] ?? 0);
const place = (tags: Tags | undefined): Point => project((tags?.label ?? [0, 0]) as unknown as LonLat);

const toLine = (positions: readonly number[][]): Line => positions.map(([lon = 0, lat = 0]) => project([lon, lat]));

const collection = (topology: Topology, name: string): Collection => {
  const found = topology.objects[name];
  if (found?.type !== 'GeometryCollection') throw new Error(`map data has no layer "${name}"`);
  return found as Collection;
};

const polygonsOf = (topology: Topology, shape: Shape): Line[][] => {
  const { geometry } = feature(topology, shape) as GeoJSON.Feature;
  if (geometry.type === 'Polygon') return [geometry.coordinates.map(toLine)];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.map((rings) => rings.map(toLine)) : [];
};

const linesOf = (topology: Topology, shape: Shape): Line[] => {
  const { geometry } = feature(topology, shape) as GeoJSON.Feature;
  if (geometry.type === 'LineString') return [toLine(geometry.coordinates)];
  return geometry.type === 'MultiLineString' ? geometry.coordinates.map(toLine) : [];
};

const pointOf = (topology: Topology, shape: Shape): Point => {
  const { geometry } = feature(topology, shape) as GeoJSON.Feature;
  const [lon = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
  return project([lon, lat]);
};

type Between = (a: Tags | undefined, b: Tags | undefined) => boolean;

const meshOf = (topology: Topology, shapes: Shape[], keep: Between): Line[] =>
  mesh(topology, { type: 'GeometryCollection', geometries: shapes }, (a, b) =>
    a !== b ? keep(a.properties as Tags, b.properties as Tags) : false,
  ).coordinates.map(toLine);

const readProvince = (topology: Topology, shape: Shape): Province => {
  const polygons = polygonsOf(topology, shape);
  const rings = polygons.flat();
  return {
    id: text(shape.properties, 'iso'),
    country: countryId(text(shape.properties, 'country')),
    name: text(shape.properties, 'name'),
    label: place(shape.properties),
    polygons,
    rings,
    box: boxOf(rings),
  };
};

/** Neighbours that nobody plays have no provinces in the data: each is one piece of land. */
const readNeighbours = (topology: Topology, provinces: readonly Province[]): Province[] => {
  const known = new Set(provinces.map(({ country }) => country));
  return collection(topology, 'countries')
    .geometries.map((shape) => ({
      ...readProvince(topology, shape),
      country: countryId(text(shape.properties, 'iso')),
    }))
    .filter(({ country }) => !known.has(country));
};

const readCity = (topology: Topology, shape: Shape): City => ({
  name: text(shape.properties, 'name'),
  country: countryId(text(shape.properties, 'country')),
  rank: number(shape.properties, 'rank'),
  capital: text(shape.properties, 'kind') === 'capital',
  point: pointOf(topology, shape),
});

const readRoutes = (topology: Topology): Map<string, Line> =>
  new Map(
    collection(topology, 'routes').geometries.map((shape) => [
      text(shape.properties, 'id'),
      linesOf(topology, shape).flat(),
    ]),
  );

const shapesOf = <T>(topology: Topology, layer: string, read: (topology: Topology, shape: Shape) => T): T[] =>
  collection(topology, layer).geometries.map((shape) => read(topology, shape));

export const readAtlas = (topology: Topology): Atlas => {
  const countries = collection(topology, 'countries').geometries;
  const provinces = collection(topology, 'provinces').geometries;
  const read = provinces.map((shape) => readProvince(topology, shape));
  const withSea = [...countries, ...collection(topology, 'sea').geometries];
  const isSea = (tags: Tags | undefined): boolean => !tags?.iso;
  return {
    provinces: read,
    land: [...read, ...readNeighbours(topology, read)],
    countryLabels: new Map(
      countries.map((shape) => [countryId(text(shape.properties, 'iso')), place(shape.properties)]),
    ),
    sea: shapesOf(topology, 'sea', polygonsOf).flat(),
    coast: meshOf(topology, withSea, (a, b) => isSea(a) !== isSea(b)),
    borders: meshOf(topology, countries, () => true),
    provinceLines: meshOf(topology, provinces, (a, b) => a?.country === b?.country),
    districtLines: shapesOf(topology, 'rayon_lines', linesOf).flat(),
    disputed: shapesOf(topology, 'disputed', (t, shape) => ({
      id: text(shape.properties, 'id'),
      lines: linesOf(t, shape),
    })),
    rivers: shapesOf(topology, 'rivers', (t, shape) => ({
      name: text(shape.properties, 'name'),
      rank: number(shape.properties, 'w'),
      lines: linesOf(t, shape),
    })),
    lakes: shapesOf(topology, 'lakes', (t, shape) => ({
      name: text(shape.properties, 'name'),
      rings: polygonsOf(t, shape).flat(),
    })),
    cities: shapesOf(topology, 'cities', readCity),
    peaks: shapesOf(topology, 'peaks', (t, shape) => ({
      name: text(shape.properties, 'name'),
      metres: number(shape.properties, 'm'),
      point: pointOf(t, shape),
    })),
    routes: readRoutes(topology),
    outlineOf: (country) =>
      meshOf(
        topology,
        withSea,
        (a, b) => countryId(text(a, 'iso')) === country || countryId(text(b, 'iso')) === country,
      ),
  };
};
