/** What lies under a pointer: gate, then site/front/project, then route, then country. */
import type { MapRef } from './bridge.ts';
import { type Box, inBox, inRings, type Line, nearestOn, type Point } from './geometry.ts';

export type PickSpot = { ref: MapRef; x: number; y: number; radius: number };
export type PickLine = { ref: MapRef; line: Line; box: Box };
export type PickArea = { ref: MapRef; rings: readonly Line[]; box: Box };

export type PickScene = {
  /** In screen pixels. */
  spots: readonly PickSpot[];
  /** In world pixels. */
  lines: readonly PickLine[];
  areas: readonly PickArea[];
};

export type PickAim = {
  screen: Point;
  world: Point;
  zoom: number;
  /** How far beside a thing still counts, in screen pixels: more for a finger than for a mouse. */
  slop: number;
};

const nearestSpot = (spots: readonly PickSpot[], [x, y]: Point, slop: number): PickSpot | null => {
  let best: PickSpot | null = null;
  let bestGap = Infinity;
  for (const spot of spots) {
    const gap = Math.hypot(spot.x - x, spot.y - y);
    if (gap > spot.radius + slop || gap >= bestGap) continue;
    best = spot;
    bestGap = gap;
  }
  return best;
};

const pickSpot = (spots: readonly PickSpot[], screen: Point, slop: number): MapRef | null => {
  const gates = spots.filter((spot) => spot.ref.kind === 'gate');
  const others = spots.filter((spot) => spot.ref.kind !== 'gate');
  // A true hit on anything beats a near miss on a gate: small neighbours stay reachable.
  for (const reach of [0, slop]) {
    const hit = nearestSpot(gates, screen, reach) ?? nearestSpot(others, screen, reach);
    if (hit) return hit.ref;
  }
  return null;
};

const pickLine = (lines: readonly PickLine[], world: Point, reach: number): MapRef | null => {
  let best: MapRef | null = null;
  let bestGap = reach;
  for (const { ref, line, box } of lines) {
    const near = { left: box.left - reach, top: box.top - reach, right: box.right + reach, bottom: box.bottom + reach };
    if (!inBox(near, world)) continue;
    const spot = nearestOn(line, world);
    if (!spot || spot.gap > bestGap) continue;
    best = ref;
    bestGap = spot.gap;
  }
  return best;
};

export const pick = (scene: PickScene, aim: PickAim): MapRef | null => {
  const spot = pickSpot(scene.spots, aim.screen, aim.slop);
  if (spot) return spot;
  const line = pickLine(scene.lines, aim.world, (4 + aim.slop / 2) / aim.zoom);
  if (line) return line;
  const area = scene.areas.find(({ box, rings }) => inBox(box, aim.world) && inRings(rings, aim.world));
  return area ? area.ref : null;
};
