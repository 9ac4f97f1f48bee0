import type { Area } from './area.ts';
import type { Effect } from './effect.ts';
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

export const SITE_KINDS = ['base', 'borderPost', 'mission', 'plant', 'port'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

export type SiteDefinition = {
  readonly id: SiteId;
  readonly name: string;
  readonly kind: SiteKind;
  /** The policy area that it serves; courts in it by the operator build up a promised site. */ readonly area: Area;
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
/** What may change hands at a front: heights, a strip, a road; never a town. */
export type PrizeDefinition = {
  readonly id: PrizeId;
  readonly name: string;
  readonly holder: ActorId;
  /** When the first holder loses it; undone by none of these when it comes back. */ readonly onLost: readonly Effect[];
  readonly onRegained: readonly Effect[];
};
export type FrontDefinition = {
  readonly id: FrontId;
  readonly name: string;
  readonly parties: readonly [ActorId, ActorId];
  /** 0–2 calm, 3–5 incidents, 6–7 crisis, 8–9 clashes, 10 war */ readonly tension: number;
  readonly lonlat: LonLat;
  /** No operation is possible here, only probes. */ readonly background: boolean;
  /** Closed to both sides while force is used here. */ readonly routes: readonly RouteId[];
  readonly prizes: readonly PrizeDefinition[];
  readonly note: string;
  readonly source: string;
};
export const STAGES = ['survey', 'build', 'open'] as const;
export type StageName = (typeof STAGES)[number];
/** A sponsor's progress waits at `upTo` of the stage before until the host has bound itself to it as `needs` says. */
export type StageDefinition = {
  readonly name: StageName;
  readonly upTo: number;
  readonly needs: StageNeed | null;
};
/** A clause of the host in force towards the sponsor, pending or kept; or, for `award`, the host's award. */
export type StageNeed =
  | { readonly kind: 'award' }
  | { readonly kind: 'welcome'; readonly area: Area }
  | { readonly kind: 'gate'; readonly route: RouteId }
  | { readonly kind: 'host'; readonly site: SiteId | SiteKind }
  | { readonly kind: 'any' };

export type ProjectDefinition = {
  readonly id: ProjectId;
  readonly name: string;
  readonly host: ActorId;
  readonly sponsors: readonly ActorId[];
  /** The area of the host in which the winner's share moves. */ readonly area: Area;
  readonly progress: { readonly [sponsor: ActorId]: number };
  readonly goal: number;
  /** In order; the last one's `upTo` is the goal. */ readonly stages: readonly StageDefinition[];
  /** When it is done: `$winner` stands for the winning sponsor. */ readonly onWon: readonly Effect[];
  readonly lonlat: LonLat;
  readonly note: string;
  readonly source: string;
};
