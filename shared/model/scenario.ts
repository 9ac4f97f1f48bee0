import type { Agreement, AgreementDraft } from './agreement.ts';
import type { Area } from './area.ts';
import type { FrontDefinition, ProjectDefinition, RouteDefinition, SiteDefinition } from './asset.ts';
import type { ClauseKind } from './clause.ts';
import type { Condition, Effect } from './effect.ts';
import type { ActorId, CardId, MeasureId, ObjectiveId, PowerId, ProposalId, ScenarioId, SourceId } from './ids.ts';
import type { Magnitudes } from './magnitudes.ts';
import type { Order, Verb, VerbFamily } from './order.ts';
import type { DoorChange, Doors, Portfolio } from './portfolio.ts';
import type { Length, MeasureStatus, Pace } from './state.ts';
import type { Tracks } from './track.ts';

/** A catalogue entry: the type of which an order is an instance. Verbs in areas have one each. */
export type ActionDefinition = {
  readonly verb: Verb;
  readonly area: Area | null;
  readonly name: string;
  readonly capital: number;
  readonly treasury: number;
  /** One real case, with its source. */ readonly precedent: string;
};

export type ObjectiveDefinition = {
  readonly id: ObjectiveId;
  readonly title: string;
  readonly weight: number /** see catalogue/formula.ts */;
  readonly formula: string;
  readonly lo: number;
  readonly hi: number;
  readonly why: string;
  readonly source: string;
};

export type CardDefinition = {
  readonly id: CardId;
  readonly title: string;
  readonly text: string;
  readonly precedent: string;
  readonly source: string;
  /** The rule or number that it moves, in plain words. */ readonly changes: string;
  readonly teaching: string;
  /** Fires at this turn if `when` holds; null is drawn or injected only. */ readonly turn: number | null;
  /** Weight in the draw; 0 is never drawn. */ readonly weight: number;
  readonly when: Condition | null;
  readonly effects: readonly Effect[];
};

export type MeasureDefinition = {
  readonly id: MeasureId;
  readonly name: string;
  readonly kind: 'sanction' | 'dispute';
  readonly by: PowerId;
  readonly against: readonly ActorId[];
  readonly status: MeasureStatus;
  /** Each turn while it stands. */ readonly each: readonly Effect[];
  /** Courts by `by` at a host of `against` count this percentage. */ readonly courtPercent: number | null;
  /** In this area they win nothing beyond this share. */
  readonly courtCap: { readonly area: Area; readonly share: number } | null;
  /** Routes with a gate of `by` pay nothing to those of `against`. */ readonly stopsGoods: boolean;
  readonly onLift: readonly Effect[];
  readonly text: string;
  readonly source: string;
};

/** A step of a scripted bot: the first that hold are done, as far as capital and treasury reach. */
export type PlanStep = {
  readonly when: Condition | null;
  readonly order?: Order;
  readonly doors?: DoorChange;
  readonly propose?: Omit<AgreementDraft, 'until'> & { readonly terms: number };
};

/** What a non-player does by itself and what it signs: small, ordered, published. */
export type Policy = {
  readonly actor: ActorId;
  /** Read from the top: the first rule that holds is its act of the turn. */ readonly acts: readonly PolicyRule[];
  readonly accepts: PolicyAcceptance;
};
export type PolicyRule = {
  readonly id: string;
  readonly text: string;
  readonly when: Condition | null;
  /** Not again for so many turns; null is once in a match. */ readonly rest?: number | null;
  readonly effects: readonly Effect[];
  readonly source: string;
};
export type PolicyAcceptance = {
  /** Clause kinds that it will be bound by. */ readonly gives: readonly ClauseKind[];
  /** Clause kinds that it may be owed. */ readonly takes: readonly ClauseKind[];
  /** Treasury a turn that it pays at most. */ readonly paysAtMost: number;
  /** Treasury a turn that it must be paid at least. */ readonly wantsAtLeast: number;
  /** Families and verbs that no clause of it may ask for. */ readonly refuses: readonly (Verb | VerbFamily)[];
  readonly when: Condition | null;
  readonly text: string;
};

/** A vote that comes by the calendar. */
export type ElectionDefinition = {
  readonly power: PowerId;
  readonly turn: number;
  readonly title: string;
  readonly source: string;
};

/** A text that lies on the table when the match begins. */
export type OfferDefinition = {
  readonly id: ProposalId;
  readonly by: ActorId;
  readonly signed: readonly ActorId[];
  readonly draft: AgreementDraft;
  readonly expires: number;
  readonly note: string;
  readonly source: string;
};

export type PaceDefinition = {
  readonly id: Pace;
  readonly negotiation: number | null;
  readonly orders: number | null;
  readonly oneWindow: boolean;
  /** Days that each seat may put off by itself; without it three in one window with a clock, else none. */
  readonly pauseDays?: number;
};

/** Where something is known from: what `source` fields name, one or several, by its id. */
export type SourceDefinition = { readonly id: SourceId; readonly text: string };

/** A whole scenario: the engine knows no country, order or text but through this. */
export type Scenario = {
  readonly id: ScenarioId;
  readonly version: string;
  readonly title: string;
  readonly summary: string;
  readonly firstYear: number;
  readonly firstQuarter: 1 | 2 | 3 | 4;
  readonly lengths: { readonly [L in Length]: number };
  readonly paces: readonly PaceDefinition[];
  /** In canonical order: every tie is broken by it. */ readonly powers: readonly {
    readonly id: PowerId;
    readonly name: string;
    readonly adjective: string;
    readonly capital: string;
    readonly briefing: string;
  }[];
  readonly others: readonly { readonly id: ActorId; readonly name: string }[];
  /** Canonical order of supplier columns, `own` first. */ readonly suppliers: readonly string[];
  readonly magnitudes: Magnitudes;
  readonly actions: readonly ActionDefinition[];
  readonly portfolios: { readonly [host: ActorId]: Portfolio };
  readonly portfolioNotes: readonly {
    readonly host: ActorId;
    readonly area: Area;
    readonly why: string;
    readonly source: string;
  }[];
  readonly tracks: { readonly [power: PowerId]: Tracks & { readonly base: number; readonly why: string } };
  readonly doors: { readonly [host: ActorId]: Doors };
  readonly sites: readonly SiteDefinition[];
  readonly routes: readonly RouteDefinition[];
  readonly fronts: readonly FrontDefinition[];
  readonly projects: readonly ProjectDefinition[];
  readonly measures: readonly MeasureDefinition[];
  readonly agreements: readonly Agreement[];
  readonly offers: readonly OfferDefinition[];
  readonly policies: readonly Policy[];
  readonly elections: readonly ElectionDefinition[];
  readonly grievances: readonly {
    readonly holder: PowerId;
    readonly against: PowerId;
    readonly until: number;
    readonly text: string;
  }[];
  readonly objectives: { readonly [power: PowerId]: readonly ObjectiveDefinition[] };
  readonly agendas: { readonly [power: PowerId]: readonly ObjectiveDefinition[] };
  readonly scoring: { readonly base: number; readonly up: number; readonly down: number };
  readonly cards: readonly CardDefinition[];
  readonly plans: { readonly [power: PowerId]: readonly PlanStep[] };
  readonly sources: readonly SourceDefinition[];
};
