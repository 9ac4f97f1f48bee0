import { forgetFlows } from '../../catalogue/reckoning.ts';
import type { FactKind } from '../../model/event.ts';
import type { Grievance } from '../../model/state.ts';
import { type Draft, ownBoard, ownField, ownPart } from './draft.ts';
import type { AGREEMENT_WRITERS } from './of-agreements.ts';
import type { TABLE_WRITERS } from './of-table.ts';
import { tells, type Writers } from './writer.ts';

type Record<V> = { [id: string]: V };

const ownEntry = (draft: Draft, part: 'tracks' | 'gates' | 'fronts' | 'projects', id: string) => {
  forgetFlows();
  return ownField(draft, ownPart(draft, part) as Record<object>, id) as Record<unknown>;
};

const put = (
  draft: Draft,
  part: 'routes' | 'doors' | 'sites' | 'measures' | 'prizes',
  id: string,
  value: unknown,
): void => {
  forgetFlows();
  (ownPart(draft, part) as Record<unknown>)[id] = value;
};

type Pair = { readonly holder: string; readonly against: string };
const isOfPair = (one: Pair, pair: Pair): boolean => one.holder === pair.holder && one.against === pair.against;

/** One that only its two parties know of leaves an open one alone: to see it go would tell of the secret. */
const renews = (fresh: Grievance, old: Grievance): boolean => isOfPair(old, fresh) && (fresh.open || !old.open);

type BoardKind = Exclude<FactKind, keyof typeof TABLE_WRITERS | keyof typeof AGREEMENT_WRITERS>;

export const BOARD_WRITERS: Writers<BoardKind> = {
  // numbers
  trackMoved: (draft, { power, track, to }) => {
    if (draft.state.board.tracks[power] !== undefined) ownEntry(draft, 'tracks', power)[track] = to;
  },
  sharesMoved: (draft, { host, area, moves }) => {
    const portfolios = ownPart(draft, 'portfolios');
    if (portfolios[host] === undefined) return;
    const row = ownField(draft, ownField(draft, portfolios, host), area) as Record<number>;
    for (const { supplier, to } of moves) {
      if (to === 0) delete row[supplier];
      else row[supplier] = to;
    }
  },
  tensionMoved: (draft, { front, to }) => {
    ownEntry(draft, 'fronts', front).tension = to;
  },
  warTold: (draft, { front, turns }) => {
    ownEntry(draft, 'fronts', front).hot = turns;
  },
  scored: (draft, { scores }) => {
    ownBoard(draft).scores = scores;
  },
  // assets
  gateSet: (draft, { gate, from, to, heldUntil }) => {
    const now = ownEntry(draft, 'gates', gate);
    now.status = to;
    now.held = heldUntil === null ? null : { until: heldUntil, back: from };
  },
  guardPosted: (draft, { gate, to }) => {
    ownEntry(draft, 'gates', gate).guard = to;
  },
  regimeSet: (draft, { route, to }) => put(draft, 'routes', route, { regime: to }),
  siteMoved: (draft, { site, level, operator }) => put(draft, 'sites', site, { operator, level }),
  siteLost: tells,
  prizeTaken: (draft, { prize, to }) => put(draft, 'prizes', prize, to),
  progressMade: (draft, { project, sponsor, by }) => {
    const progress = ownField(
      draft,
      ownEntry(draft, 'projects', project) as { progress: object },
      'progress',
    ) as Record<number>;
    progress[sponsor] = Math.max(0, (progress[sponsor] ?? 0) + by);
  },
  awarded: (draft, { project, sponsor }) => {
    ownEntry(draft, 'projects', project).awarded = sponsor;
  },
  projectWon: (draft, { project, winner }) => {
    ownEntry(draft, 'projects', project).winner = winner;
  },
  profitMoved: (draft, { route, actor, by }) => {
    const profits = ownPart(draft, 'profits') as Record<Record<number>>;
    profits[route] = { ...profits[route], [actor]: (profits[route]?.[actor] ?? 0) + by };
  },
  measureLifted: (draft, { measure }) => put(draft, 'measures', measure, 'lifted'),
  measureImposed: (draft, { measure }) => put(draft, 'measures', measure, 'stands'),
  doorsSet: (draft, { host, to }) => put(draft, 'doors', host, to),
  recognised: (draft, { by, what }) => {
    const board = ownBoard(draft);
    board.recognitions = [...board.recognitions, { by, what }];
  },
  // what is remembered
  wasteQueued: (draft, { waste }) => {
    const board = ownBoard(draft);
    board.waste = [...board.waste, waste];
  },
  wasted: (draft, { host, area, supplier }) => {
    const board = ownBoard(draft);
    // The oldest: what a squeeze of this turn has queued behind it is for the next.
    const due = board.waste.findIndex((one) => one.host === host && one.area === area && one.supplier === supplier);
    board.waste = board.waste.filter((_, i) => i !== due);
  },
  gapOpened: (draft, { gap }) => {
    const board = ownBoard(draft);
    board.gaps = [...board.gaps, gap];
  },
  gapClosed: (draft, { host, area }) => {
    const board = ownBoard(draft);
    board.gaps = board.gaps.filter((gap) => !(gap.host === host && gap.area === area && gap.until <= board.turn));
  },
  grievanceGained: (draft, { grievance }) => {
    const board = ownBoard(draft);
    board.grievances = [...board.grievances.filter((one) => !renews(grievance, one)), grievance];
  },
  grievanceEnded: (draft, event) => {
    const board = ownBoard(draft);
    board.grievances = board.grievances.filter(
      (one) => !isOfPair(one, event) || (!event.spent && one.until > board.turn),
    );
  },
  governmentFell: (draft, { power }) => {
    const falls = ownPart(draft, 'falls') as Record<number>;
    falls[power] = (falls[power] ?? 0) + 1;
  },
  agendaDrawn: (draft, { power, agenda }) => {
    (ownPart(draft, 'agendas') as Record<string>)[power] = agenda;
  },
  policyActed: (draft, { rule, turn }) => {
    (ownPart(draft, 'policies') as Record<number>)[rule] = turn;
  },
  warBroke: (draft) => {
    ownBoard(draft).war = true;
  },
  conductNoted: (draft, { conduct }) => {
    ownBoard(draft).conduct = conduct;
  },
  cardPlayed: (draft, { card }) => {
    const board = ownBoard(draft);
    board.cards = [...board.cards, card];
  },
  turnClosed: (draft, { remembered }) => {
    ownBoard(draft).remembered = remembered;
  },
  // these tell of what others carry out
  ordersRevealed: tells,
  orderLapsed: tells,
  orderExposed: tells,
  paid: tells,
  paymentMissed: tells,
  squeezed: tells,
  courted: tells,
  hardened: tells,
  mediated: tells,
  monitored: tells,
  denounced: tells,
  sponsored: tells,
  stageReached: tells,
  spied: tells,
  destabilised: tells,
  coupTried: tells,
  sabotaged: tells,
  blockaded: tells,
  mobilised: tells,
  stoodDown: tells,
  deterred: tells,
  probed: tells,
  operated: tells,
  electionCalled: tells,
  electionHeld: tells,
};
