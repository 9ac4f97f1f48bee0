/** Greedy label placement: important labels first, each at the first of its places that is free. */
import { type Box, boxesTouch } from './geometry.ts';

export type LabelWish = {
  id: string;
  /** Higher goes first. */
  priority: number;
  /** Centre of the thing named, in screen pixels at the present zoom. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Offsets of the label's centre from the thing, tried in order. */
  places: readonly (readonly [number, number])[];
  /** Shown even on top of others (the selected thing). */
  forced?: boolean;
};

export type LabelPlace = { id: string; x: number; y: number };

const CELL = 96;

/** Boxes in coarse cells: a query looks only at its neighbours. */
export class BoxGrid {
  private readonly cells = new Map<string, Box[]>();

  private *keys(box: Box): Generator<string> {
    for (let cx = Math.floor(box.left / CELL); cx <= Math.floor(box.right / CELL); cx += 1) {
      for (let cy = Math.floor(box.top / CELL); cy <= Math.floor(box.bottom / CELL); cy += 1) yield `${cx},${cy}`;
    }
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  isFree(box: Box): boolean {
    for (const key of this.keys(box)) {
      if (this.cells.get(key)?.some((other) => boxesTouch(other, box))) return false;
    }
    return true;
  }
}

const boxAt = (wish: LabelWish, [dx, dy]: readonly [number, number]): Box => ({
  left: wish.x + dx - wish.width / 2,
  right: wish.x + dx + wish.width / 2,
  top: wish.y + dy - wish.height / 2,
  bottom: wish.y + dy + wish.height / 2,
});

export const declutter = (wishes: readonly LabelWish[], obstacles: readonly Box[]): LabelPlace[] => {
  const grid = new BoxGrid();
  for (const box of obstacles) grid.add(box);
  const order = [...wishes].sort(
    (a, b) =>
      Number(b.forced ?? false) - Number(a.forced ?? false) || b.priority - a.priority || (a.id < b.id ? -1 : 1),
  );
  const placed: LabelPlace[] = [];
  for (const wish of order) {
    const free = wish.places.find((place) => grid.isFree(boxAt(wish, place)));
    const place = free ?? (wish.forced ? wish.places[0] : undefined);
    if (!place) continue;
    grid.add(boxAt(wish, place));
    placed.push({ id: wish.id, x: wish.x + place[0], y: wish.y + place[1] });
  }
  return placed;
};
