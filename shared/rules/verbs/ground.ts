import { bandOf, middleOf } from '../../catalogue/bands.ts';
import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { PowerId } from '../../model/ids.ts';
import type { Order, Verb } from '../../model/order.ts';
import type { Refusal } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { PublicBoard, SeatView } from '../../model/seat-view.ts';
import type { Board, Grievance } from '../../model/state.ts';
import type { Tracks } from '../../model/track.ts';

/**
 * What the legality of a power's orders may depend on: what its seat may know, and nothing else. Made
 * from a view for buttons and bots, and from the state for refusals; both must answer alike.
 */
export type Ground = {
  readonly scenario: Scenario;
  readonly power: PowerId;
  readonly board: PublicBoard;
  /** The power's own tracks. */ readonly own: Tracks;
  /** Everybody's stability and credibility. */
  readonly tracks: { readonly [power: PowerId]: Pick<Tracks, 'stability' | 'credibility'> };
  readonly grievances: readonly Grievance[];
  /** What the seat may reckon another's readiness to be: exact if known, else the middle of its band. */
  readonly readiness: (power: PowerId) => number;
  /** Agreements that the power may know of. */ readonly agreements: () => readonly Agreement[];
};

const NOTHING: Tracks = { capital: 0, treasury: 0, stability: 0, credibility: 0, readiness: 0 };

/** A view asks for what is dear only when it is read. A class, for an object with a getter of its own has a shape of its own. */
class GroundOfView implements Ground {
  readonly scenario: Scenario;
  readonly power: PowerId;
  readonly board: PublicBoard;
  readonly own: Tracks;
  readonly tracks: SeatView['tracks'];
  private readonly view: SeatView;

  constructor(scenario: Scenario, view: SeatView) {
    this.scenario = scenario;
    this.power = view.viewer;
    this.board = view.board;
    this.own = view.tracks[view.viewer]?.exact ?? NOTHING;
    this.tracks = view.tracks;
    this.view = view;
  }

  get grievances(): readonly Grievance[] {
    return this.view.grievances;
  }

  readiness(power: PowerId): number {
    const tracks = this.view.tracks[power];
    return tracks?.exact?.readiness ?? middleOf(this.scenario, 'readiness', tracks?.bands.readiness ?? 'low');
  }

  agreements(): readonly Agreement[] {
    return this.view.agreements;
  }
}

export const groundOfView = (scenario: Scenario, view: SeatView): Ground => new GroundOfView(scenario, view);

export const knowsOf = (agreement: Agreement, power: PowerId): boolean =>
  agreement.visibility === 'public' || agreement.parties.includes(power) || agreement.shownTo.includes(power);

export const groundOfBoard = (scenario: Scenario, board: Board, power: PowerId): Ground => ({
  scenario,
  power,
  board,
  own: board.tracks[power] ?? NOTHING,
  tracks: board.tracks,
  grievances: board.grievances.filter((one) => one.open || one.holder === power || one.against === power),
  readiness: (other) => {
    const { readiness } = board.tracks[other] ?? NOTHING;
    return other === power ? readiness : middleOf(scenario, 'readiness', bandOf(scenario, 'readiness', readiness));
  },
  agreements: () => Object.values(board.agreements).filter((agreement) => knowsOf(agreement, power)),
});

export const ORDER_NOTES = ['welcome', 'barred', 'tired', 'gap', 'grievance', 'faded', 'covert', 'breach'] as const;
export type OrderNote = (typeof ORDER_NOTES)[number];

/** An order that may be given; with `needsDemand` one of `legalDemands` is still to be chosen. */
export type Offered = {
  readonly order: Order;
  readonly notes: readonly OrderNote[];
  readonly needsDemand?: boolean;
  /** Percent chance of success, from what the seat knows; absent where chance plays no part. */ readonly odds?: number;
};

/** The rules of one verb: what may be ordered, and why not. Both read the ground alone. */
export type VerbRules<V extends Verb> = {
  /** Every order of the verb that `refuse` lets through, one entry each (a demand or a guard apart). */
  readonly offers: (ground: Ground) => readonly Offered[];
  readonly refuse: (ground: Ground, order: Extract<Order, { readonly verb: V }>) => Refusal | null;
};

export const isPower = (ground: Ground, actor: string): boolean => indexOf(ground.scenario).isPower.has(actor);
export const NO_NOTES: readonly OrderNote[] = [];
