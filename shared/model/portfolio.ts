import type { Area } from './area.ts';
import type { ActorId, SupplierId } from './ids.ts';

/** Whole points by supplier, `own` included; they always sum to 100. Absent means 0. */
export type Shares = { readonly [supplier: SupplierId]: number };
/** A host's six rows. */
export type Portfolio = { readonly [A in Area]: Shares };

export type Door = { readonly area: Area; readonly supplier: ActorId };
/** At most two welcomes and one bar over all six areas; they stand until changed. */
export type Doors = { readonly welcomes: readonly Door[]; readonly bar: Door | null };

/** The one change of doors that a host may make in a turn. */
export type DoorChange =
  | { readonly kind: 'welcome'; readonly door: Door; readonly instead?: Door }
  | { readonly kind: 'unwelcome'; readonly door: Door }
  | { readonly kind: 'bar'; readonly door: Door }
  | { readonly kind: 'unbar' };

export const MAX_WELCOMES = 2;

export const sameDoor = (a: Door, b: Door): boolean => a.area === b.area && a.supplier === b.supplier;
export const isWelcome = (doors: Doors, area: Area, supplier: ActorId): boolean =>
  doors.welcomes.some((door) => door.area === area && door.supplier === supplier);
export const isBarred = (doors: Doors, area: Area, supplier: ActorId): boolean =>
  doors.bar !== null && doors.bar.area === area && doors.bar.supplier === supplier;
