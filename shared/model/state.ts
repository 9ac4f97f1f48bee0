import type { Agreement, Proposal } from './agreement.ts';
import type { Area } from './area.ts';
import type { GateStatus, Guard, Regime } from './asset.ts';
import type { GameEvent } from './event.ts';
import type {
  ActorId,
  AgreementId,
  CardId,
  ChannelKey,
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
} from './ids.ts';
import type { Sitter } from './input.ts';
import type { Order, OrderSet, StandingOrders } from './order.ts';
import type { Doors, Portfolio } from './portfolio.ts';
import type { Tracks } from './track.ts';

export const LENGTHS = ['sprint', 'short', 'standard'] as const;
export type Length = (typeof LENGTHS)[number];
export const PACES = ['untimed', 'blitz', 'live', 'correspondence'] as const;
export type Pace = (typeof PACES)[number];
export const PRESS_MODES = ['full', 'public', 'agreements'] as const;
export type PressMode = (typeof PRESS_MODES)[number];

/** `turn`: as it stood when the last turn had closed. `end`: not before it is over. */
export const DELAYS = ['turn', 'end'] as const;
export type Delay = (typeof DELAYS)[number];

export type Settings = {
  readonly length: Length;
  readonly turns: number;
  readonly pace: Pace;
  /** milliseconds; null is untimed */ readonly negotiation: number | null;
  readonly orders: number | null;
  /** Negotiation and orders in one window. */ readonly oneWindow: boolean;
  /** For how many days in all each seat may put the turn's end off by itself; missing: for none. */
  readonly pauseDays?: number;
  readonly press: PressMode;
  readonly facilitated: boolean;
  readonly spectators: boolean;
  /** How much later than its people spectators see the match; without it, at once. */ readonly delay?: Delay;
};

/** `table` before the start. Orders may be set in `negotiation` too; in `orders` the doors are closed. */
export const PHASES = ['table', 'negotiation', 'orders', 'ended'] as const;
export type Phase = (typeof PHASES)[number];

export type Seat = {
  readonly sitter: Sitter;
  readonly ready: boolean;
  readonly agreesToEnd: boolean;
  readonly conceded: boolean;
  /** Turns running in which a person submitted nothing. */ readonly missed: number;
  /** Days of its own that it has put turns off; missing: none. */ readonly paused?: number;
};
/** What a table without a facilitator votes on: its clock. The end of the match is agreed to by all. */
export const MOTIONS = ['pause', 'resume', 'extend'] as const;
export type Motion = (typeof MOTIONS)[number];

/** The term was over, everybody agreed, or a regional war broke out. */
export type EndReason = 'term' | 'agreed' | 'war';

export type TableState = {
  readonly phase: Phase;
  readonly deadline: number | null;
  /** Set while paused: what was left on the clock. */ readonly paused: { readonly left: number | null } | null;
  readonly seats: { readonly [power: PowerId]: Seat };
  /** Goes up with each rewind that draws new luck. */ readonly draw: number;
  readonly ended: EndReason | null;
  /** Open votes, and who agrees; missing: none. */
  readonly votes?: { readonly [on in Motion]?: readonly PowerId[] };
};

export type Message = {
  /** channel key and count within it */ readonly id: string;
  readonly channel: ChannelKey;
  readonly by: PowerId;
  readonly turn: number;
  readonly at: number;
  readonly text: string;
};
export type Note = {
  readonly to: readonly PowerId[] | 'all';
  readonly text: string;
  readonly turn: number;
  readonly at: number;
};

export type Grievance = {
  readonly holder: PowerId;
  readonly against: PowerId /** last turn */;
  readonly until: number;
  readonly because: EventId | null;
  readonly text?: string /** everybody knows of it */;
  readonly open: boolean;
};
/** A supplier fell by more than six in one turn; through `until` the host stands in the open there. */
export type Gap = {
  readonly host: ActorId;
  readonly area: Area;
  readonly supplier: ActorId;
  readonly until: number;
  /** It held 30 or more: a half-price squeeze there. */ readonly patron: boolean;
};
export type Waste = {
  readonly host: ActorId;
  readonly area: Area;
  readonly supplier: ActorId;
  readonly points: number;
  readonly because: EventId;
};
/** Whole-match scores in hundredths, by power, and the joint outcome (their mean). */
export type Scores = {
  readonly powers: {
    readonly [power: PowerId]: { readonly open: number /** with the agenda: the power's own */; readonly full: number };
  };
  readonly joint: number;
};

export type Recognition = { readonly by: ActorId; readonly what: ActorId | FrontId };
/** `idle`: never imposed. */
export const MEASURE_STATUSES = ['idle', 'stands', 'lifted'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** The game itself: what a turn's digest covers. */
export type Board = {
  readonly turn: number;
  readonly portfolios: { readonly [host: ActorId]: Portfolio };
  readonly tracks: { readonly [power: PowerId]: Tracks };
  readonly doors: { readonly [host: ActorId]: Doors };
  readonly gates: {
    readonly [gate: GateId]: {
      readonly status: GateStatus;
      readonly guard: Guard;
      readonly held: { readonly until: number; readonly back: GateStatus } | null;
    };
  };
  readonly routes: { readonly [route: RouteId]: { readonly regime: Regime } };
  readonly sites: { readonly [site: SiteId]: { readonly operator: ActorId; readonly level: number } };
  readonly fronts: {
    readonly [front: FrontId]: { readonly tension: number /** Turns running at 10. */; readonly hot: number };
  };
  readonly projects: {
    readonly [project: ProjectId]: {
      readonly progress: { readonly [sponsor: ActorId]: number };
      readonly awarded: ActorId | null;
      readonly winner: ActorId | null;
    };
  };
  readonly prizes: { readonly [prize: PrizeId]: ActorId };
  /** Extra profit of a route beyond its definition, by actor. */ readonly profits: {
    readonly [route: RouteId]: { readonly [actor: ActorId]: number };
  };
  /** Powers' borders and fronts, each recognised once and for good. */ readonly recognitions: readonly Recognition[];
  readonly measures: { readonly [measure: MeasureId]: MeasureStatus };
  readonly agreements: { readonly [agreement: AgreementId]: Agreement };
  readonly grievances: readonly Grievance[];
  readonly gaps: readonly Gap[];
  readonly waste: readonly Waste[];
  /** Keys of last turn's orders, for fatigue. */ readonly remembered: { readonly [power: PowerId]: readonly string[] };
  /** Last turn's orders that everybody saw. */ readonly conduct: { readonly [power: PowerId]: readonly Order[] };
  /** How often a government has fallen. */ readonly falls: { readonly [power: PowerId]: number };
  /** Last turn in which a rule of a non-player's policy acted. */ readonly policies: {
    readonly [rule: string]: number;
  };
  readonly war: boolean;
  readonly cards: readonly CardId[];
  readonly agendas: { readonly [power: PowerId]: ObjectiveId };
  /** What each formula was worth at the start, by `power/objective`. */ readonly baseline: {
    readonly [key: string]: number;
  };
  readonly scores: Scores;
};

/** Events, oldest first: an array, or whatever keeps the older ones in less room. Reading far back may be dear. */
export type EventLog = Iterable<GameEvent> & {
  readonly length: number;
  /** The highest turn that any of them is of, where that is known without reading them all. */
  readonly highestTurn?: number;
  readonly at: (index: number) => GameEvent | undefined;
  readonly slice: (from: number) => readonly GameEvent[];
  readonly findLast: (wanted: (event: GameEvent) => boolean) => GameEvent | undefined;
  concat(events: readonly GameEvent[]): EventLog;
};

export const NO_EVENTS: readonly GameEvent[] = [];

export type MatchState = {
  /** Inputs folded. */ readonly version: number;
  /** Secret until the end. */ readonly seed: string;
  readonly settings: Settings;
  readonly table: TableState;
  readonly board: Board;
  /** This turn's sets, secret until resolution. */ readonly orders: { readonly [power: PowerId]: OrderSet };
  /** Secret: what each seat leaves behind for turns of absence. */ readonly standing: {
    readonly [power: PowerId]: StandingOrders;
  };
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  readonly proposals: { readonly [proposal: ProposalId]: Proposal };
  /** Everything that happened, in order. */ readonly events: EventLog;
  /** The board as each turn began, for rewinding; index 0 is turn 1. Where there is no facilitator, only the last. */
  readonly turnStarts: readonly Board[];
};
