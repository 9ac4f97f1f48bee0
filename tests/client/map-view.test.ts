import { describe, expect, test } from 'vitest';
import { arrange } from '../../client/map/arrange.ts';
import { declutter, type LabelWish } from '../../client/map/declutter.ts';
import { at, boxesTouch } from '../../client/map/geometry.ts';
import { type PickScene, pick } from '../../client/map/pick.ts';
import { WORLD_HEIGHT, WORLD_WIDTH } from '../../client/map/projection.ts';
import {
  between,
  clampView,
  coverZoom,
  fitView,
  MAX_ZOOM,
  panView,
  toScreen,
  toWorld,
  zoomAt,
} from '../../client/map/view.ts';

const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

describe('view', () => {
  test.each([desktop, phone])('at the smallest zoom the world covers $width × $height', (size) => {
    const view = clampView({ cx: -500, cy: 9000, zoom: 0 }, size);
    expect(view.zoom).toBe(coverZoom(size));
    const [left, top] = toWorld(view, size, [0, 0]);
    const [right, bottom] = toWorld(view, size, [size.width, size.height]);
    expect(left).toBeGreaterThanOrEqual(-1e-9);
    expect(top).toBeGreaterThanOrEqual(-1e-9);
    expect(right).toBeLessThanOrEqual(WORLD_WIDTH + 1e-9);
    expect(bottom).toBeLessThanOrEqual(WORLD_HEIGHT + 1e-9);
  });

  test('zooming keeps what is under the pointer under the pointer', () => {
    const view = { cx: 900, cy: 700, zoom: 1.2 };
    const before = toWorld(view, desktop, [300, 200]);
    const after = toWorld(zoomAt(view, desktop, [300, 200], 1.7), desktop, [300, 200]);
    expect(after[0]).toBeCloseTo(before[0], 9);
    expect(after[1]).toBeCloseTo(before[1], 9);
  });

  test('zoom stops at both ends', () => {
    expect(zoomAt({ cx: 900, cy: 700, zoom: 5 }, desktop, [0, 0], 100).zoom).toBe(MAX_ZOOM);
    expect(zoomAt({ cx: 900, cy: 700, zoom: 1 }, desktop, [0, 0], 0.001).zoom).toBe(coverZoom(desktop));
  });

  test('panning by screen pixels moves the world by them', () => {
    const view = { cx: 900, cy: 700, zoom: 2 };
    const [x, y] = toScreen(panView(view, desktop, 40, -20), desktop, [900, 700]);
    expect([x, y]).toEqual([640 - 40, 400 + 20]);
  });

  test('a host without size yields a finite view', () => {
    const view = fitView({ left: 0, top: 0, right: 100, bottom: 100 }, { width: 1, height: 1 }, 2);
    expect(Object.values(view).every(Number.isFinite)).toBe(true);
  });

  test('a flight starts and ends where it should', () => {
    const from = { cx: 100, cy: 100, zoom: 1 };
    const to = { cx: 500, cy: 300, zoom: 4 };
    expect(between(from, to, 0)).toEqual(from);
    expect(between(from, to, 1)).toEqual(to);
    expect(between(from, to, 0.5)).toEqual({ cx: 300, cy: 200, zoom: 2 });
  });
});

describe('declutter', () => {
  const wish = (id: string, x: number, priority: number, more: Partial<LabelWish> = {}): LabelWish => ({
    id,
    priority,
    x,
    y: 0,
    width: 50,
    height: 12,
    places: [[0, 0]],
    ...more,
  });

  test('the more important of two labels stays', () => {
    expect(declutter([wish('b', 10, 1), wish('a', 0, 2)], []).map(({ id }) => id)).toEqual(['a']);
  });

  test('a label takes its next place when the first is taken', () => {
    const placed = declutter(
      [
        wish('a', 0, 2),
        wish('b', 10, 1, {
          places: [
            [0, 0],
            [0, 20],
          ],
        }),
      ],
      [],
    );
    expect(placed).toContainEqual({ id: 'b', x: 10, y: 20 });
  });

  test('labels keep off markers, unless they must be shown', () => {
    const obstacle = { left: -5, right: 5, top: -5, bottom: 5 };
    expect(declutter([wish('a', 0, 1)], [obstacle])).toEqual([]);
    expect(declutter([wish('a', 0, 1, { forced: true })], [obstacle])).toHaveLength(1);
  });

  test('no two placed labels touch', () => {
    const wishes = Array.from({ length: 300 }, (_, i) => wish(`n${i}`, (i * 37) % 900, i % 7, { y: (i * 53) % 600 }));
    const placed = declutter(wishes, []);
    const boxes = placed.map(({ x, y }) => ({ left: x - 25, right: x + 25, top: y - 6, bottom: y + 6 }));
    expect(placed.length).toBeGreaterThan(40);
    for (const [i, box] of boxes.entries()) {
      expect(boxes.slice(i + 1).some((other) => boxesTouch(box, other))).toBe(false);
    }
  });
});

describe('arrange', () => {
  test('markers on one spot part, and none leaves its leash', () => {
    const anchors = Array.from({ length: 5 }, () => ({ x: 100, y: 100, radius: 10, leash: 44 }));
    const offsets = arrange(anchors);
    for (const [i, a] of offsets.entries()) {
      expect(Math.hypot(a.dx, a.dy)).toBeLessThanOrEqual(44.001);
      for (const b of offsets.slice(i + 1)) expect(Math.hypot(a.dx - b.dx, a.dy - b.dy)).toBeGreaterThan(18);
    }
  });

  test('what has no leash stays, and lonely markers stay', () => {
    const offsets = arrange([
      { x: 0, y: 0, radius: 8, leash: 0 },
      { x: 3, y: 0, radius: 8, leash: 30 },
      { x: 300, y: 0, radius: 8, leash: 30 },
    ]);
    expect(at(offsets, 0)).toEqual({ dx: 0, dy: 0 });
    expect(at(offsets, 1).dx).toBeGreaterThan(10);
    expect(at(offsets, 2)).toEqual({ dx: 0, dy: 0 });
  });

  test('the same input gives the same picture', () => {
    const anchors = Array.from({ length: 40 }, (_, i) => ({
      x: (i * 13) % 60,
      y: (i * 29) % 60,
      radius: 6,
      leash: 30,
    }));
    expect(arrange(anchors)).toEqual(arrange(anchors));
  });
});

describe('pick', () => {
  const scene: PickScene = {
    spots: [
      { ref: { kind: 'gate', id: 'margara' }, x: 100, y: 100, radius: 5 },
      { ref: { kind: 'site', id: 'post' }, x: 112, y: 100, radius: 10 },
    ],
    lines: [
      {
        ref: { kind: 'route', id: 'road' },
        line: [
          [0, 100],
          [300, 100],
        ],
        box: { left: 0, right: 300, top: 100, bottom: 100 },
      },
    ],
    areas: [
      {
        ref: { kind: 'country', id: 'ARM' },
        rings: [
          [
            [0, 0],
            [400, 0],
            [400, 400],
            [0, 400],
            [0, 0],
          ],
        ],
        box: { left: 0, right: 400, top: 0, bottom: 400 },
      },
    ],
  };
  const aim = (x: number, y: number, slop = 4) => ({ screen: [x, y] as const, world: [x, y] as const, zoom: 1, slop });

  test.each([
    ['a gate before the site beside it', aim(104, 100), 'margara'],
    ['the site where the gate is only near', aim(108, 100, 12), 'post'],
    ['a marker before the route it stands on', aim(121, 100), 'post'],
    ['a gate that a finger missed by a little', aim(100, 112, 12), 'margara'],
    ['the route away from markers', aim(200, 103), 'road'],
    ['the country elsewhere', aim(300, 300), 'ARM'],
    ['nothing at sea', aim(700, 300), undefined],
  ])('picks %s', (_, where, id) => {
    expect(pick(scene, where)?.id).toBe(id);
  });
});
