/** Pushes overlapping markers apart, each on a leash to its true place. Same input, same picture. */
import { at } from './geometry.ts';

export type Anchor = {
  /** True place, in screen pixels at the present zoom. */
  x: number;
  y: number;
  radius: number;
  /** Longest way it may be moved. */
  leash: number;
};

export type Offset = { dx: number; dy: number };

type Body = Anchor & { px: number; py: number };

const ROUNDS = 90;
const AIR = 1.5;

const separate = (a: Body, b: Body, turn: number): boolean => {
  const least = a.radius + b.radius + AIR;
  if (a.leash + b.leash === 0) return false;
  let dx = b.px - a.px;
  let dy = b.py - a.py;
  if (Math.abs(dx) >= least || Math.abs(dy) >= least) return false;
  let gap = Math.hypot(dx, dy);
  if (gap >= least) return false;
  if (gap < 0.01) {
    dx = Math.cos(turn);
    dy = Math.sin(turn);
    gap = 1;
    b.px += dx * 0.1;
    b.py += dy * 0.1;
  }
  const push = (least - Math.min(gap, least)) * 0.5 + 0.02;
  const shareA = a.leash / (a.leash + b.leash);
  const ux = dx / gap;
  const uy = dy / gap;
  a.px -= ux * push * shareA * 2;
  a.py -= uy * push * shareA * 2;
  b.px += ux * push * (1 - shareA) * 2;
  b.py += uy * push * (1 - shareA) * 2;
  return true;
};

const hold = (body: Body): void => {
  const dx = body.px - body.x;
  const dy = body.py - body.y;
  const away = Math.hypot(dx, dy);
  if (away <= body.leash) return;
  body.px = body.x + (dx / away) * body.leash;
  body.py = body.y + (dy / away) * body.leash;
};

export const arrange = (anchors: readonly Anchor[]): Offset[] => {
  const bodies: Body[] = anchors.map((anchor) => ({ ...anchor, px: anchor.x, py: anchor.y }));
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false;
    for (let i = 0; i < bodies.length; i += 1) {
      for (let k = i + 1; k < bodies.length; k += 1) {
        if (separate(at(bodies, i), at(bodies, k), i * 2.4 + k * 0.7)) moved = true;
      }
    }
    for (const body of bodies) hold(body);
    if (!moved) break;
  }
  return bodies.map((body) => ({ dx: body.px - body.x, dy: body.py - body.y }));
};
