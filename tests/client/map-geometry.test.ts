import { describe, expect, test } from 'vitest';
import { lane, smooth } from '../../client/map/curves.ts';
import { at, boxOf, distance, inRings, type Line, lengthOf, nearestOn, pointAlong } from '../../client/map/geometry.ts';
import { insideWorld, project, unproject, WORLD_HEIGHT, WORLD_WIDTH } from '../../client/map/projection.ts';
import { slideTexture, stripsOf } from '../../client/map/strips.ts';

const square: Line = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];
const hole: Line = [
  [4, 4],
  [6, 4],
  [6, 6],
  [4, 6],
  [4, 4],
];

describe('projection', () => {
  test('the corners of the data are the corners of the world', () => {
    expect(project([37.5, 45.3])).toEqual([0, expect.closeTo(0, 6)]);
    expect(project([52.5, 35.7])).toEqual([WORLD_WIDTH, expect.closeTo(WORLD_HEIGHT, 6)]);
    expect([WORLD_WIDTH, Math.round(WORLD_HEIGHT)]).toEqual([1800, 1519]);
  });

  test.each([
    ['Yerevan', [44.51, 40.18]],
    ['Baku', [49.87, 40.41]],
    ['Meghri', [46.25, 38.9]],
  ] as const)('%s comes back from the map where it was', (_, lonlat) => {
    const [lon, lat] = unproject(project(lonlat));
    expect(lon).toBeCloseTo(lonlat[0], 9);
    expect(lat).toBeCloseTo(lonlat[1], 9);
  });

  test('a place beyond the frame is held at its edge', () => {
    const [x, y] = insideWorld(project([35.9, 36.9]));
    expect(x).toBe(14);
    expect(y).toBeGreaterThan(14);
  });
});

describe('plane geometry', () => {
  test('a hole is outside its polygon', () => {
    expect(inRings([square, hole], [2, 2])).toBe(true);
    expect(inRings([square, hole], [5, 5])).toBe(false);
    expect(inRings([square, hole], [12, 5])).toBe(false);
  });

  test('the nearest place on a line knows how far along and how far off it is', () => {
    const spot = nearestOn(square, [10, 5]);
    expect(spot).toMatchObject({ along: 15, gap: 0, tangent: [0, 1] });
    expect(nearestOn(square, [5, -3])).toMatchObject({ along: 5, gap: 3 });
  });

  test('walking along a line stops at its ends', () => {
    expect(pointAlong(square, 15)).toEqual([10, 5]);
    expect(pointAlong(square, 999)).toEqual([0, 0]);
    expect(lengthOf(square)).toBe(40);
  });
});

describe('curves', () => {
  const bent: Line = [
    [0, 0],
    [40, 0],
    [60, 30],
    [60, 90],
  ];

  test('a smooth line passes through every given point', () => {
    const line = smooth(bent);
    for (const point of bent) expect(nearestOn(line, point)?.gap).toBeLessThan(1e-9);
    expect(line.length).toBeGreaterThan(20);
  });

  test('repeated points leave no kink and no NaN', () => {
    const line = smooth([
      [0, 0],
      [0, 0],
      [10, 0],
      [10, 0],
      [20, 5],
    ]);
    expect(line.flat().every(Number.isFinite)).toBe(true);
  });

  test('a lane keeps its distance from the line', () => {
    for (const point of lane(smooth(bent), 4)) expect(nearestOn(smooth(bent), point)?.gap).toBeCloseTo(4, 0);
  });
});

describe('strips', () => {
  const bend: Line = [
    [0, 0],
    [30, 0],
    [30, 40],
  ];

  test('every point becomes two vertices at the wanted width, and the texture runs with the length', () => {
    const mesh = stripsOf([bend], { width: 4, period: 10 });
    expect(mesh.vertices).toHaveLength(3 * 2 * 4);
    expect(mesh.indices).toHaveLength(2 * 2 * 4);
    const [x0, y0, u0, , x1, y1] = mesh.vertices;
    expect(distance([x0 ?? 0, y0 ?? 0], [x1 ?? 0, y1 ?? 0])).toBe(4);
    expect([u0, at(mesh.vertices, 8 + 2), at(mesh.vertices, 16 + 2)]).toEqual([0, 3, 7]);
  });

  test('a corner is mitred: both its sides keep their width', () => {
    const mesh = stripsOf([bend], { width: 4, period: 10 });
    expect([at(mesh.vertices, 8), at(mesh.vertices, 9)]).toEqual([expect.closeTo(28), expect.closeTo(2)]);
  });

  test('a hairpin does not shoot off', () => {
    const hairpin: Line = [
      [0, 0],
      [100, 0],
      [0, 0.5],
    ];
    const box = boxOf([pairs(stripsOf([hairpin], { width: 4, period: 10 }).vertices)]);
    expect(box.right).toBeLessThan(106);
  });

  test('a ring closes without a gap', () => {
    const { vertices } = stripsOf([square], { width: 2, period: 5 });
    expect(vertices.slice(0, 2)).toEqual(vertices.slice(-8, -6));
  });

  test('sliding moves the texture and nothing else', () => {
    const { vertices } = stripsOf([bend], { width: 4, period: 10 });
    const before = [...vertices];
    slideTexture(vertices, 0.25);
    expect(vertices.map((value, i) => value - at(before, i))).toEqual(before.map((_, i) => (i % 4 === 2 ? 0.25 : 0)));
  });
});

const pairs = (vertices: readonly number[]): Line => {
  const points: [number, number][] = [];
  for (let i = 0; i < vertices.length; i += 4) points.push([at(vertices, i), at(vertices, i + 1)]);
  return points;
};
