import type { Area } from './area.ts';
import type { GateStatus, Guard, Regime, SiteKind } from './asset.ts';
import type { ActorId, AgreementId, ClauseId, EventId, FrontId, GateId, PowerId, RouteId, SiteId } from './ids.ts';
import type { OrderPattern } from './order.ts';

export const CLAUSE_KINDS = [
  'do',
  'refrain',
  'pay',
  'welcome',
  'gate',
  'host',
  'supply',
  'guarantee',
  'recognise',
  'member',
  'disclose',
] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

/** 0 free, 1 friend, 2 market, 3 punitive. */
export const PRICES = [0, 1, 2, 3] as const;
export type Price = (typeof PRICES)[number];

/** What the obligor promises: a closed list of eleven shapes, the same for treaties, deals and demands. */
export type ClauseTerms =
  /** Give an order that matches, once in the window. */
  | { readonly kind: 'do'; readonly order: OrderPattern }
  /** Give no order that matches while the window runs. */
  | { readonly kind: 'refrain'; readonly order: OrderPattern }
  /** Treasury to the obligees together, at the window's start or each turn of it; automatic while it can be paid. */
  | { readonly kind: 'pay'; readonly amount: number; readonly each: boolean }
  /** Keep a door welcome to a supplier (`open`), or keep it from being welcome. */
  | { readonly kind: 'welcome'; readonly area: Area; readonly supplier: ActorId; readonly open: boolean }
  /** Keep a gate at least this open (exactly closed, for `closed`), or its guard, or sign a route's regime. */
  | { readonly kind: 'gate'; readonly gate: GateId; readonly status: GateStatus }
  | { readonly kind: 'gate'; readonly gate: GateId; readonly guard: Guard }
  | { readonly kind: 'gate'; readonly route: RouteId; readonly regime: Exclude<Regime, 'none'> }
  /** Host this operator at a site or any site of a kind, or host no such; `outsiders` is everyone but the parties. */
  | {
      readonly kind: 'host';
      readonly site: SiteId | SiteKind;
      readonly operator: ActorId | 'outsiders';
      readonly hosted: boolean;
    }
  /** Keep supplying an area of the obligee, and no dearer than this. */
  | { readonly kind: 'supply'; readonly area: Area; readonly price: Price }
  /** Deter if one of these attacks the obligee. */
  | { readonly kind: 'guarantee'; readonly against: readonly PowerId[] }
  /** Recognise a power's borders or a front; given once, never taken back. */
  | { readonly kind: 'recognise'; readonly what: ActorId | FrontId }
  /** Stand in an institution in this way. */
  | { readonly kind: 'member'; readonly institution: AgreementId; readonly standing: 'joined' | 'suspended' | 'left' }
  /** Hand over a secret agreement's text. */
  | { readonly kind: 'disclose'; readonly agreement: AgreementId };

export const CLAUSE_STATUSES = ['pending', 'kept', 'breached', 'excused', 'void'] as const;
export type ClauseStatus = (typeof CLAUSE_STATUSES)[number];

/** A clause as drafted. Turns are absolute; `until: null` never ends. */
export type ClauseDraft = {
  readonly by: readonly ActorId[];
  readonly to: readonly ActorId[];
  readonly terms: ClauseTerms;
  readonly from: number;
  readonly until: number | null;
  /** A `do` is owed once in every so many turns of the window. */ readonly every?: number;
  /** An earlier clause of the same agreement: a breach there voids this one. */ readonly dependsOn?: ClauseId;
  /** Not owed while this power consents to the contrary. */ readonly unlessConsentOf?: PowerId;
};

/** A clause in an agreement, with what has become of it. */
export type Clause = ClauseDraft & {
  readonly id: ClauseId;
  readonly status: ClauseStatus;
  /** Broken before the match and priced in: only judged again once it has been kept. */ readonly priced?: boolean;
  /** Obligors who have done what a `do`, a single `pay` or a regime asks. */ readonly done: readonly ActorId[];
  /** Obligors who could have acted in some turn of the window. */ readonly able: readonly ActorId[];
  /** The event that decided it. */ readonly evidence: EventId | null;
  readonly breachedBy: readonly ActorId[];
  /** For `every`: the turn in which the current span began. */ readonly spanFrom?: number;
};
