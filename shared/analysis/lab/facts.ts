import { flowOfRoute } from '../../catalogue/reckoning.ts';
import { indexOf } from '../../catalogue/scenario-index.ts';
import { AREAS } from '../../model/area.ts';
import type { Regime } from '../../model/asset.ts';
import type { PowerId } from '../../model/ids.ts';
import type { OrderSet } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import type { Simulation } from '../simulate.ts';
import type { Cast } from './cast.ts';
import { Counter, type Tally } from './tally.ts';

/** A promise that a power broke. */
export type Breach = {
  readonly by: PowerId;
  /** Whether it was made in the match, not before it. */ readonly signed: boolean;
  /** Hundredths that it was broken for; null when it was broken without meaning to. */ readonly worth: number | null;
};

/** Between host and patron. */
export type Patron = {
  /** Points in all areas of the host. */ readonly start: number;
  readonly end: number;
  /** Times that the patron squeezed the host. */ readonly squeezes: number;
  /** Gaps that it left there. */ readonly gaps: number;
};

/** What the lab keeps of a match: a few numbers. */
export type MatchFacts = {
  /** Hundredths, by power. */ readonly scores: { readonly [power: PowerId]: number };
  readonly joint: number;
  readonly operated: boolean;
  readonly falls: { readonly [power: PowerId]: number };
  readonly war: boolean;
  readonly seatTurns: number;
  /** Orders by verb. */ readonly orders: Tally;
  /** Seat-turns in which a verb was ordered in an area, by `verb/area`. */ readonly pairs: Tally;
  /** Clauses of what was signed, by kind. */ readonly clauses: Tally;
  readonly cards: readonly string[];
  readonly squeezes: number;
  readonly met: number;
  readonly breaches: readonly Breach[];
  /** The regime under which the road was open, last of all; null if it never was. */
  readonly road: { readonly opened: boolean; readonly openAtEnd: boolean; readonly regime: Regime | null };
  readonly patron: Patron;
};

export const factsOf = (scenario: Scenario, cast: Cast, played: Simulation): MatchFacts => {
  const { board, turnStarts } = played.fold.state;
  const events = [...played.fold.state.events];
  const { powers } = indexOf(scenario);
  const turns = events.filter((event) => event.kind === 'turnClosed').length;
  const squeezes = events.filter((event) => event.kind === 'squeezed');
  const signed = Object.values(board.agreements).filter((one) => one.origin === 'negotiated');
  const clauses = new Counter();
  for (const one of signed) for (const { terms } of one.clauses) clauses.add(terms.kind);
  return {
    scores: Object.fromEntries(powers.map((power) => [power, board.scores.powers[power]?.full ?? 0])),
    joint: board.scores.joint,
    operated: events.some((event) => event.kind === 'operated' && event.why === null),
    falls: Object.fromEntries(powers.map((power) => [power, board.falls[power] ?? 0])),
    war: board.war,
    seatTurns: turns * powers.length,
    ...ordersOf(played),
    clauses: clauses.tally(),
    cards: events.flatMap((event) => (event.kind === 'cardPlayed' ? [event.card] : [])),
    squeezes: squeezes.length,
    met: squeezes.filter(({ met }) => met).length,
    breaches: breachesOf(scenario, played),
    road: roadOf(scenario, cast, [...turnStarts, board]),
    patron: patronOf(scenario, cast, played),
  };
};

/** The last set of each seat and turn is what ran. */
const ordersOf = ({ fold }: Simulation): Pick<MatchFacts, 'orders' | 'pairs'> => {
  const last = new Map<string, OrderSet>();
  for (const event of fold.state.events)
    if (event.kind === 'ordersSubmitted') last.set(`${event.turn}/${event.power}`, event.orders);
  const orders = new Counter();
  const pairs = new Counter();
  for (const set of last.values()) {
    for (const { verb } of set.orders) orders.add(verb);
    const here = set.orders.flatMap((order) => ('area' in order ? [`${order.verb}/${order.area}`] : []));
    for (const pair of new Set(here)) pairs.add(pair);
  }
  return { orders: orders.tally(), pairs: pairs.tally() };
};

/** Each clause once for each power that broke it. */
const breachesOf = (scenario: Scenario, { fold, motives }: Simulation): readonly Breach[] => {
  const { isPower } = indexOf(scenario);
  const { agreements } = fold.state.board;
  const found = new Map<string, Breach>();
  for (const event of fold.state.events) {
    if (event.kind !== 'clauseJudged' || event.status !== 'breached') continue;
    for (const by of event.by) {
      const key = `${event.agreement}/${event.clause}/${by}`;
      if (!isPower.has(by) || found.has(key)) continue;
      const meant = motives.filter(
        (one) => one.deed === 'break' && one.power === by && one.about === event.agreement && one.turn <= event.turn,
      );
      const signed = agreements[event.agreement]?.origin !== 'standing';
      found.set(key, { by, signed, worth: meant.at(-1)?.worth ?? null });
    }
  }
  return [...found.values()];
};

/** How it stood at the end of each turn; `boards` begins with the start. */
const roadOf = (scenario: Scenario, { route }: Cast, boards: readonly Board[]): MatchFacts['road'] => {
  const isOpen = (board: Board | undefined): boolean => board !== undefined && flowOfRoute(scenario, board, route) > 0;
  const open = boards.filter(isOpen);
  return {
    opened: open.length > 0,
    openAtEnd: isOpen(boards.at(-1)),
    regime: open.at(-1)?.routes[route]?.regime ?? null,
  };
};

const patronOf = (scenario: Scenario, cast: Cast, { fold }: Simulation): Patron => {
  const { host, patron } = cast;
  const { board } = fold.state;
  const events = [...fold.state.events];
  return {
    start: heldBy(scenario, cast),
    end: heldBy(board, cast),
    squeezes: events.filter((one) => one.kind === 'squeezed' && one.by === patron && one.host === host).length,
    gaps: events.filter((one) => one.kind === 'gapOpened' && one.gap.supplier === patron && one.gap.host === host)
      .length,
  };
};

const heldBy = ({ portfolios }: Pick<Board, 'portfolios'>, { host, patron }: Cast): number =>
  AREAS.reduce((sum, area) => sum + (portfolios[host]?.[area][patron] ?? 0), 0);
