import type { Area } from './area.ts';
import type { GateStatus, Guard, Regime } from './asset.ts';
import type {
  ActorId,
  AgreementId,
  FrontId,
  GateId,
  MeasureId,
  PowerId,
  PrizeId,
  ProjectId,
  RouteId,
  SiteId,
} from './ids.ts';
import type { OrderPattern } from './order.ts';
import type { Track } from './track.ts';

/**
 * The closed list of primitives that cards, measures and the facilitator's corrections are made of.
 * The engine executes them, the client explains them, bots reckon with them: one description.
 */
export type Effect =
  /** Points to a supplier (or from it), against the others in proportion. */
  | {
      readonly kind: 'share';
      readonly host: ActorId;
      readonly area: Area;
      readonly supplier: ActorId;
      readonly by: number;
    }
  | { readonly kind: 'track'; readonly power: PowerId; readonly track: Track; readonly by: number }
  | { readonly kind: 'tension'; readonly front: FrontId; readonly by: number }
  /** `turns`: held by force of events for so long, then back to what it was; its owner is excused. */
  | { readonly kind: 'gateStatus'; readonly gate: GateId; readonly status: GateStatus; readonly turns?: number }
  | { readonly kind: 'guard'; readonly gate: GateId; readonly guard: Guard }
  | { readonly kind: 'regime'; readonly route: RouteId; readonly regime: Regime }
  | { readonly kind: 'site'; readonly site: SiteId; readonly by: number }
  | { readonly kind: 'operator'; readonly site: SiteId; readonly operator: ActorId }
  | { readonly kind: 'progress'; readonly project: ProjectId; readonly sponsor: ActorId; readonly by: number }
  | { readonly kind: 'grievance'; readonly holder: PowerId; readonly against: PowerId }
  | { readonly kind: 'lift'; readonly measure: MeasureId }
  | { readonly kind: 'impose'; readonly measure: MeasureId }
  | { readonly kind: 'prize'; readonly prize: PrizeId; readonly to: ActorId }
  | { readonly kind: 'profit'; readonly route: RouteId; readonly actor: ActorId; readonly by: number }
  /** A secret agreement, drawn by lot, becomes public with the chance given in percent. */
  | { readonly kind: 'expose'; readonly percent: number }
  | { readonly kind: 'endAgreement'; readonly agreement: AgreementId };

export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'turn'; readonly from: number; readonly to: number }
  | { readonly kind: 'quarter'; readonly in: readonly (1 | 2 | 3 | 4)[] }
  | {
      readonly kind: 'track';
      readonly power: PowerId;
      readonly track: Track;
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  | {
      readonly kind: 'share';
      readonly host: ActorId;
      readonly area: Area;
      readonly supplier: ActorId;
      readonly atLeast?: number;
      readonly atMost?: number;
    }
  | { readonly kind: 'tension'; readonly front: FrontId; readonly atLeast?: number; readonly atMost?: number }
  | { readonly kind: 'flow'; readonly route: RouteId; readonly atLeast?: number; readonly atMost?: number }
  | { readonly kind: 'gate'; readonly gate: GateId; readonly status: GateStatus }
  | { readonly kind: 'regime'; readonly route: RouteId; readonly regime: Regime }
  | { readonly kind: 'inForce'; readonly agreement: AgreementId }
  | { readonly kind: 'welcome'; readonly host: ActorId; readonly area: Area; readonly supplier: ActorId }
  | { readonly kind: 'stands'; readonly measure: MeasureId }
  | { readonly kind: 'secretDeal' }
  /** Any formula of the scenario's language within bounds, both included. */
  | { readonly kind: 'formula'; readonly formula: string; readonly atLeast?: number; readonly atMost?: number }
  /** Did somebody give such an order in the turn that is being resolved, or else in the last one? Covert orders do not count. */
  | { readonly kind: 'ordered'; readonly power: PowerId; readonly order: OrderPattern };
