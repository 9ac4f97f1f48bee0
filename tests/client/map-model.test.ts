import { readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';
import { describe, expect, test } from 'vitest';
import { readAtlas } from '../../client/map/atlas.ts';
import type { MapGate, MapModel, MapRoute } from '../../client/map/bridge.ts';
import { at, distance, inRings, nearestOn, type Point } from '../../client/map/geometry.ts';
import { labelSpecs } from '../../client/map/label-specs.ts';
import { markersOf, placeMarkers, routesOnMap } from '../../client/map/markers.ts';
import { headingOf, placeName } from '../../client/map/place-names.ts';
import { project } from '../../client/map/projection.ts';
import { routeStyle, tensionBand } from '../../client/map/scene-style.ts';

const file = new URL('../../client/public/map/south-caucasus.topo.json', import.meta.url);
const atlas = readAtlas(JSON.parse(readFileSync(file, 'utf8')) as Topology);

const countryAt = (point: Point): string | null =>
  atlas.provinces.find(({ rings }) => inRings(rings, point))?.country ?? null;

const gate = (id: string, owner: string, lonlat: readonly [number, number]): MapGate => ({
  id,
  name: id,
  owner,
  status: 'open',
  lonlat,
});

const route = (id: string, gates: MapGate[], more: Partial<MapRoute> = {}): MapRoute => ({
  id,
  name: id,
  mode: 'road',
  flow: 'open',
  contested: false,
  gates,
  ...more,
});

const model = (more: Partial<MapModel>): MapModel => ({
  countries: [{ id: 'ARM', name: 'Armenia' }],
  routes: [],
  sites: [],
  fronts: [],
  projects: [],
  names: 'both',
  ...more,
});

describe('atlas', () => {
  test.each([
    ['Yerevan', [44.51, 40.18], 'ARM'],
    ['Khankendi / Stepanakert', [46.75, 39.82], 'AZE'],
    ['Nakhchivan', [45.41, 39.21], 'AZE'],
    ['Tbilisi', [44.79, 41.72], 'GEO'],
    ['Tskhinvali', [43.97, 42.23], 'GEO'],
    ['Tabriz', [46.29, 38.08], 'IRN'],
    ['Erzurum', [41.28, 39.91], 'TUR'],
    ['Grozny', [45.69, 43.32], 'RUS'],
  ] as const)('%s lies in the internationally recognised country', (_, lonlat, country) => {
    expect(countryAt(project(lonlat))).toBe(country);
  });

  test('neighbours without provinces are land too', () => {
    expect(atlas.land.map(({ country }) => country)).toEqual(expect.arrayContaining(['IQ', 'SY', 'KZ']));
    expect(atlas.borders.length).toBeGreaterThan(5);
    expect(atlas.outlineOf('ARM').length).toBeGreaterThan(0);
  });
});

describe('routes', () => {
  const margara = [gate('margara', 'ARM', [44.18, 40.03]), gate('alican', 'TUR', [44.18, 40.03])];

  test('a known route follows its drawn line, an unknown one curves through its gates', () => {
    const gates = [gate('a', 'ARM', [44, 40]), gate('b', 'AZE', [46, 40.5]), gate('c', 'AZE', [48, 40])];
    const [known, unknown] = routesOnMap(
      model({ routes: [route('lars-road', gates), route('somewhere', gates)] }),
      atlas.routes,
    );
    expect(known?.line.length).toBeGreaterThan(40);
    for (const { lonlat } of gates) expect(nearestOn(unknown?.line ?? [], project(lonlat))?.gap).toBeLessThan(1e-6);
  });

  test('a route with a single crossing is still drawn', () => {
    const [only] = routesOnMap(model({ routes: [route('somewhere', margara)] }), atlas.routes);
    expect(only?.line.length).toBeGreaterThan(1);
  });

  test('the two gates of a crossing stand side by side, each towards its owner', () => {
    const given = model({ routes: [route('margara-road', margara)] });
    const routes = routesOnMap(given, atlas.routes);
    const [first, second] = markersOf(given, routes, countryAt);
    const step = (marker: typeof first): Point => marker?.step ?? [0, 0];
    expect(distance(step(first), step(second))).toBeGreaterThan(10);
    const away: Point = [(first?.world[0] ?? 0) + step(first)[0] * 2, (first?.world[1] ?? 0) + step(first)[1] * 2];
    expect(countryAt(away)).toBe('ARM');
  });

  test('a contested route carries a cue that selects the route', () => {
    const given = model({ routes: [route('margara-road', margara, { contested: true })] });
    const cue = markersOf(given, routesOnMap(given, atlas.routes), countryAt).find(
      ({ look }) => look.kind === 'no-regime',
    );
    expect(cue?.ref).toEqual({ kind: 'route', id: 'margara-road' });
  });

  test('flow differs by more than colour', () => {
    const shapes = (['open', 'restricted', 'closed'] as const).map((flow) => {
      const { on, off, width, speed } = routeStyle('rail', flow);
      return `${on}/${off}/${width}/${speed > 0}`;
    });
    expect(new Set(shapes).size).toBe(3);
  });
});

describe('markers', () => {
  const site = (id: string, lonlat: readonly [number, number]) => ({
    id,
    name: id,
    kind: 'base',
    host: 'ARM',
    operator: 'RUS',
    level: 3,
    lonlat,
  });

  test('things on one spot can each be clicked', () => {
    const given = model({ sites: ['a', 'b', 'c', 'd'].map((id) => site(id, [44.51, 40.18])) });
    for (const zoom of [0.6, 1.1, 3, 7]) {
      const placed = placeMarkers(markersOf(given, [], countryAt), zoom);
      for (const [i, one] of placed.entries()) {
        for (const other of placed.slice(i + 1)) {
          expect(distance([one.x, one.y], [other.x, other.y])).toBeGreaterThan(one.radius);
        }
      }
    }
  });

  test('a post on a border steps into its host', () => {
    const [post] = markersOf(model({ sites: [site('post', [44.18, 40.03])] }), [], countryAt);
    expect(
      countryAt([
        at(post?.world ?? [], 0) + at(post?.step ?? [], 0),
        at(post?.world ?? [], 1) + at(post?.step ?? [], 1),
      ]),
    ).toBe('ARM');
  });

  test.each([
    [0, 'calm'],
    [2, 'calm'],
    [3, 'incidents'],
    [5, 'incidents'],
    [6, 'crisis'],
    [8, 'clashes'],
    [10, 'war'],
  ])('tension %i is %s', (tension, band) => {
    expect(tensionBand(tension)).toBe(band);
  });
});

describe('names', () => {
  test.each([
    ['Khankendi', 'Khankendi / Stepanakert', 'Khankendi / Stepanakert'],
    ['Shusha', 'Shusha / Shushi', 'Shusha / Shushi'],
    ['Aras', 'Araz / Aras / Araks', 'Araks'],
    ['Ararat', 'Ararat / Ağrı', 'Ararat'],
    ['Tbilisi', 'Tbilisi', 'Tbilisi'],
  ])('%s is lettered without taking a side', (name, both, neutral) => {
    expect([placeName(name, 'both'), placeName(name, 'neutral')]).toEqual([both, neutral]);
  });

  test('a province is not called like the mountain', () => {
    const texts = labelSpecs(atlas, model({}), [], []).filter(({ id }) => id.startsWith('province:'));
    expect(texts.find(({ id }) => id === 'province:AM-AR')?.text).toBe('Ararat');
    expect(texts.find(({ id }) => id === 'province:AM-SU')?.text).toBe('Syunik');
  });

  test('Türkiye keeps its dotted capital', () => {
    expect(headingOf('Türkiye')).toBe('TÜRKİYE');
    expect(headingOf('Iran')).toBe('IRAN');
  });

  test('every label has an id of its own', () => {
    const ids = labelSpecs(atlas, model({}), [], []).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
