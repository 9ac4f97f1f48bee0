import type { Agreement, AgreementStatus, Proposal } from './agreement.ts';
import type { Area } from './area.ts';
import type { GateStatus, Guard, Regime } from './asset.ts';
import type { Cause } from './cause.ts';
import type { ClauseStatus, ClauseTerms } from './clause.ts';
import type { FailReason } from './fail-reason.ts';
import type {
  ActorId,
  AgreementId,
  CardId,
  ClauseId,
  EventId,
  FrontId,
  GateId,
  MeasureId,
  ObjectiveId,
  PowerId,
  PrizeId,
  ProjectId,
  ProposalId,
  RouteId,
  SiteId,
  SupplierId,
} from './ids.ts';
import type { Sitter } from './input.ts';
import type { Order, OrderSet, StandingOrders } from './order.ts';
import type { Doors } from './portfolio.ts';
import type { EndReason, Gap, Grievance, Message, Motion, Phase, Scores, Waste } from './state.ts';
import type { Track, Tracks } from './track.ts';

/** What happened, in the past tense; folding these with `evolve` is the only way that state changes. */
export type Fact =
  // the table
  | { readonly kind: 'sat'; readonly power: PowerId; readonly sitter: Sitter }
  | { readonly kind: 'phaseOpened'; readonly phase: Phase; readonly turn: number; readonly deadline: number | null }
  | { readonly kind: 'readySet'; readonly power: PowerId; readonly ready: boolean }
  | { readonly kind: 'paused' /** ms left on the clock */; readonly left: number | null }
  | { readonly kind: 'clockResumed'; readonly deadline: number | null }
  | { readonly kind: 'deadlineMoved'; readonly deadline: number }
  | { readonly kind: 'endAgreed'; readonly power: PowerId; readonly agree: boolean }
  | { readonly kind: 'conceded'; readonly power: PowerId }
  | { readonly kind: 'pauseTaken'; readonly power: PowerId; readonly days: number }
  | { readonly kind: 'voted'; readonly power: PowerId; readonly on: Motion; readonly agree: boolean }
  | { readonly kind: 'voteClosed'; readonly on: Motion /** or it lapsed */; readonly carried: boolean }
  | { readonly kind: 'matchEnded'; readonly reason: EndReason }
  | { readonly kind: 'turnMissed'; readonly power: PowerId }
  | { readonly kind: 'standingSet'; readonly power: PowerId; readonly standing: StandingOrders }
  | { readonly kind: 'rewound'; readonly toTurn: number; readonly sameLuck: boolean }
  | { readonly kind: 'overridden'; readonly reason: string }
  /** From here on by other rules, or over another scenario, than before; null: by which, nobody knows any more. */
  | { readonly kind: 'rulesChanged'; readonly from: number | null; readonly to: number }
  | { readonly kind: 'notePosted'; readonly to: readonly PowerId[] | 'all'; readonly text: string; readonly at: number }
  // talking and agreeing
  | { readonly kind: 'said'; readonly message: Message }
  | { readonly kind: 'proposed'; readonly proposal: Proposal }
  | { readonly kind: 'signed'; readonly proposal: ProposalId; readonly power: ActorId }
  /** A party's no to a text that lies on the table for all; its signature, if any, is taken back. */
  | { readonly kind: 'declined'; readonly proposal: ProposalId; readonly power: ActorId }
  | { readonly kind: 'proposalClosed'; readonly proposal: ProposalId; readonly as: Proposal['status'] }
  | { readonly kind: 'agreementConcluded'; readonly agreement: Agreement }
  | {
      readonly kind: 'noticeGiven';
      readonly agreement: AgreementId;
      readonly power: PowerId;
      readonly freeFrom: number;
    }
  | {
      readonly kind: 'agreementMoved';
      readonly agreement: AgreementId;
      readonly to: AgreementStatus;
      readonly by: ActorId | null;
    }
  | {
      readonly kind: 'consented';
      readonly agreement: AgreementId;
      readonly clause: ClauseId;
      readonly power: PowerId;
      readonly given: boolean;
    }
  | { readonly kind: 'agreementExposed'; readonly agreement: AgreementId }
  /** A secret agreement's text comes before an outsider's eyes. */
  | { readonly kind: 'agreementShown'; readonly agreement: AgreementId; readonly to: PowerId }
  // orders and their resolution
  | { readonly kind: 'ordersSubmitted'; readonly power: PowerId; readonly orders: OrderSet }
  | { readonly kind: 'ordersRevealed'; readonly power: PowerId; readonly orders: OrderSet }
  | { readonly kind: 'orderLapsed'; readonly power: PowerId; readonly why: 'unaffordable' | 'notAllowed' }
  | { readonly kind: 'paid'; readonly from: ActorId; readonly to: readonly ActorId[]; readonly amount: number }
  | {
      readonly kind: 'paymentMissed';
      readonly from: PowerId;
      readonly amount: number /** it could have been kept back */;
      readonly couldPay: boolean;
    }
  | {
      readonly kind: 'gateSet';
      readonly gate: GateId;
      readonly from: GateStatus;
      readonly to: GateStatus;
      readonly heldUntil: number | null;
    }
  | { readonly kind: 'guardPosted'; readonly gate: GateId; readonly from: Guard; readonly to: Guard }
  | { readonly kind: 'regimeSet'; readonly route: RouteId; readonly from: Regime; readonly to: Regime }
  | { readonly kind: 'doorsSet'; readonly host: ActorId; readonly from: Doors; readonly to: Doors }
  | {
      readonly kind: 'squeezed';
      readonly by: PowerId;
      readonly host: PowerId;
      readonly area: Area;
      readonly demand: ClauseTerms;
      readonly met: boolean /** negative points */;
      readonly stability: number;
      readonly treasury: number;
      readonly gap: boolean;
      readonly tired: boolean;
    }
  | {
      readonly kind: 'courted';
      readonly by: ActorId;
      readonly host: ActorId;
      readonly area: Area /** points won */;
      readonly points: number;
      /** hundredths before the pool and the sources were shared */ readonly wished: number;
      readonly welcome: boolean;
      readonly barred: boolean;
      readonly tired: boolean /** why fewer than wished */;
      readonly capped: boolean;
      readonly short: 'pool' | 'sources' | null;
    }
  | { readonly kind: 'hardened'; readonly power: PowerId; readonly area: Area; readonly points: number }
  | {
      readonly kind: 'wasted';
      readonly host: ActorId;
      readonly area: Area;
      readonly supplier: ActorId;
      readonly points: number;
    }
  | { readonly kind: 'wasteQueued'; readonly waste: Waste }
  | {
      readonly kind: 'sharesMoved';
      readonly host: ActorId;
      readonly area: Area;
      readonly moves: readonly { readonly supplier: SupplierId; readonly from: number; readonly to: number }[];
    }
  | { readonly kind: 'gapOpened'; readonly gap: Gap }
  | { readonly kind: 'gapClosed'; readonly host: ActorId; readonly area: Area }
  | { readonly kind: 'grievanceGained'; readonly grievance: Grievance }
  | { readonly kind: 'grievanceEnded'; readonly holder: PowerId; readonly against: PowerId; readonly spent: boolean }
  | {
      readonly kind: 'trackMoved';
      readonly power: PowerId;
      readonly track: Track;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'tensionMoved'; readonly front: FrontId; readonly from: number; readonly to: number }
  | { readonly kind: 'siteMoved'; readonly site: SiteId; readonly level: number; readonly operator: ActorId }
  | { readonly kind: 'progressMade'; readonly project: ProjectId; readonly sponsor: ActorId; readonly by: number }
  | { readonly kind: 'siteLost'; readonly site: SiteId; readonly from: ActorId; readonly to: ActorId }
  | { readonly kind: 'profitMoved'; readonly route: RouteId; readonly actor: ActorId; readonly by: number }
  | { readonly kind: 'measureLifted'; readonly measure: MeasureId; readonly by: ActorId | null }
  | { readonly kind: 'measureImposed'; readonly measure: MeasureId; readonly by: ActorId | null }
  // diplomacy and projects
  | {
      readonly kind: 'mediated';
      readonly by: ActorId;
      readonly front: FrontId;
      readonly points: number;
      readonly why: FailReason | null;
    }
  | { readonly kind: 'monitored'; readonly by: ActorId; readonly front: FrontId; readonly why: FailReason | null }
  | { readonly kind: 'recognised'; readonly by: ActorId; readonly what: ActorId | FrontId }
  | {
      readonly kind: 'denounced';
      readonly by: PowerId;
      readonly agreement: AgreementId;
      readonly clause: ClauseId;
      readonly why: FailReason | null;
    }
  | {
      readonly kind: 'sponsored';
      readonly by: ActorId;
      readonly project: ProjectId;
      readonly points: number;
      readonly why: FailReason | null;
    }
  | { readonly kind: 'awarded'; readonly by: ActorId; readonly project: ProjectId; readonly sponsor: ActorId }
  | { readonly kind: 'stageReached'; readonly project: ProjectId; readonly sponsor: ActorId; readonly stage: number }
  | { readonly kind: 'projectWon'; readonly project: ProjectId; readonly winner: ActorId }
  // covert: their audience is their giver alone, until `orderExposed`
  | { readonly kind: 'spied'; readonly by: PowerId; readonly host: PowerId; readonly learned: Intelligence | null }
  | {
      readonly kind: 'destabilised';
      readonly by: PowerId;
      readonly host: PowerId;
      readonly demand: ClauseTerms | null;
      readonly met: boolean;
      readonly stability: number;
    }
  | {
      readonly kind: 'coupTried';
      readonly by: PowerId;
      readonly host: PowerId;
      readonly odds: number;
      readonly success: boolean;
      readonly why: FailReason | null;
    }
  | {
      readonly kind: 'sabotaged';
      readonly by: PowerId;
      readonly host: ActorId;
      readonly project: ProjectId;
      readonly points: number;
      readonly why: FailReason | null;
    }
  | {
      readonly kind: 'blockaded';
      readonly by: PowerId;
      readonly host: ActorId;
      readonly gate: GateId;
      readonly why: FailReason | null;
    }
  | { readonly kind: 'orderExposed'; readonly power: PowerId; readonly order: Order }
  // force
  | { readonly kind: 'mobilised'; readonly power: PowerId }
  | { readonly kind: 'stoodDown'; readonly power: PowerId }
  | {
      readonly kind: 'deterred';
      readonly by: PowerId;
      readonly host: PowerId;
      readonly readiness: number;
      /** A guarantee honoured by itself; null for an order. */ readonly guarantee: AgreementId | null;
    }
  | { readonly kind: 'probed'; readonly by: ActorId; readonly host: ActorId; readonly front: FrontId }
  | {
      readonly kind: 'operated';
      readonly by: PowerId;
      readonly host: PowerId;
      readonly front: FrontId;
      readonly prize: PrizeId;
      /** percent */ readonly odds: number;
      readonly success: boolean;
      readonly why: FailReason | null;
    }
  | { readonly kind: 'prizeTaken'; readonly prize: PrizeId; readonly from: ActorId; readonly to: ActorId }
  // governments, outsiders, war
  | { readonly kind: 'governmentFell'; readonly power: PowerId; readonly by: 'collapse' | 'coup'; readonly to: number }
  | { readonly kind: 'electionCalled'; readonly power: PowerId; readonly on: number }
  | { readonly kind: 'electionHeld'; readonly power: PowerId; readonly outcome: 'returned' | 'weakened' | 'replaced' }
  | { readonly kind: 'agendaDrawn'; readonly power: PowerId; readonly agenda: ObjectiveId }
  | { readonly kind: 'policyActed'; readonly actor: ActorId; readonly rule: string }
  | { readonly kind: 'warTold'; readonly front: FrontId; readonly turns: number }
  | { readonly kind: 'warBroke' }
  | { readonly kind: 'conductNoted'; readonly conduct: { readonly [power: PowerId]: readonly Order[] } }
  | {
      readonly kind: 'clauseJudged';
      readonly agreement: AgreementId;
      readonly clause: ClauseId;
      readonly status: ClauseStatus;
      readonly by: readonly ActorId[];
      readonly evidence: EventId | null;
    }
  | {
      readonly kind: 'clauseAdvanced';
      readonly agreement: AgreementId;
      readonly clause: ClauseId;
      readonly done: readonly ActorId[];
      readonly able: readonly ActorId[];
      /** For `every`: the span now runs from here. */ readonly spanFrom?: number;
    }
  | { readonly kind: 'cardPlayed'; readonly card: CardId; readonly how: 'scheduled' | 'drawn' | 'injected' }
  | { readonly kind: 'turnOpened'; readonly turn: number }
  | { readonly kind: 'turnClosed'; readonly remembered: { readonly [power: PowerId]: readonly string[] } }
  | { readonly kind: 'scored'; readonly scores: Scores };

/** What a spy brings home: exact tracks, and perhaps a secret agreement of the host. */
export type Intelligence = { readonly tracks: Tracks; readonly agreement: AgreementId | null };

export type FactKind = Fact['kind'];
/** A reader other than these must not learn that the event exists. */
export type Audience = 'public' | readonly PowerId[];
export type GameEvent = Fact & {
  readonly id: EventId;
  readonly turn: number;
  readonly cause: Cause;
  readonly audience: Audience;
};
