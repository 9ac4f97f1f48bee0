import type { ActorId, FrontId, GateId, PowerId, PrizeId, ProjectId, RouteId, SiteId } from './ids.ts';

/** Longitude, latitude in degrees. Drawing only: no rule reads it. */
export type LonLat = readonly [lon: number, lat: number];

/** Worst first: a route carries as much as its worst gate. */
export const GATE_STATUSES = ['closed', 'restricted', 'open'] as const;
export type GateStatus = (typeof GATE_STATUSES)[number];
/** 0 closed, 1 restricted, 2 open. */
export type Flow = 0 | 1 | 2;
export const flowOf = (status: GateStatus): Flow => GATE_STATUSES.indexOf(status) as Flow;

export const REGIMES = ['none', 'sovereign', 'monitored', 'extraterritorial'] as const;
export type Regime = (typeof REGIMES)[number];

/** Who stands at a gate: one guard, or a pair (main, second). */
export type Guard = readonly [main: ActorId] | readonly [main: ActorId, second: ActorId];

export type SiteDefinition = {
  readonly id: SiteId;
  readonly name: string;
  readonly kind: string;
  readonly host: ActorId;
  readonly operator: ActorId /** 0–5 */;
  readonly level: number;
  readonly lonlat: LonLat;
  readonly note: string;
  readonly source: string;
};
export type GateDefinition = {
  readonly id: GateId;
  readonly name: string;
  readonly owner: ActorId;
  readonly status: GateStatus;
  readonly guard: Guard;
  readonly lonlat: LonLat;
};
export type RouteDefinition = {
  readonly id: RouteId;
  readonly name: string;
  readonly mode: 'road' | 'rail' | 'pipeline' | 'corridor' | 'bridge';
  /** Contested: carries nothing until its owners sign a regime. */
  readonly contested: boolean;
  readonly regime: Regime;
  readonly gates: readonly GateDefinition[];
  /** Treasury a turn when fully open; half, rounded down, when restricted. */
  readonly profit: { readonly [actor: ActorId]: number };
  /** Stability that signing a regime costs each owner at home. */
  readonly regimeCost: { readonly [R in Regime]?: { readonly [power: PowerId]: number } };
  /** Until the project is done the route carries at most this. */
  readonly cap: { readonly project: ProjectId; readonly flow: Flow } | null;
  readonly users: readonly ActorId[];
  readonly note: string;
  readonly source: string;
};
export type FrontDefinition = {
  readonly id: FrontId;
  readonly name: string;
  readonly parties: readonly [ActorId, ActorId];
  /** 0–2 calm, 3–5 incidents, 6–7 crisis, 8–9 clashes, 10 war */ readonly tension: number;
  readonly lonlat: LonLat;
  readonly prizes: readonly { readonly id: PrizeId; readonly name: string; readonly holder: ActorId }[];
  readonly note: string;
  readonly source: string;
};
export type ProjectDefinition = {
  readonly id: ProjectId;
  readonly name: string;
  readonly host: ActorId;
  readonly sponsors: readonly ActorId[];
  readonly progress: { readonly [sponsor: ActorId]: number };
  readonly goal: number;
  readonly lonlat: LonLat;
  readonly note: string;
  readonly source: string;
};
