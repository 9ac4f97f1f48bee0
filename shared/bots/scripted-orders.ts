import type { Clause } from '../model/clause.ts';
import type { GameEvent } from '../model/event.ts';
import { type Order, type OrderSet, orderKey, orderMatches } from '../model/order.ts';
import type { DoorChange } from '../model/portfolio.ts';
import type { PlanStep, Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { Board, MatchState } from '../model/state.ts';
import { legalDoors, legalOrders, type OrderOption, orderCost } from '../rules/legal-orders.ts';
import { type Conflict, conflictsOf, type Owed, previewFrom } from '../rules/preview.ts';
import { groundOfView } from '../rules/verbs/ground.ts';
import { refuseOrder } from '../rules/verbs/registry.ts';
import { worthOfOrder } from './appraise.ts';

type Plan = readonly PlanStep[];

/** Verbs that nobody gives for what they bring by themselves. */
const RANKED: readonly Order['verb'][] = ['court', 'harden', 'setGate'];
const MOST_RANKED = 1;

/** First what is owed, then the plan, then what brings most, as far as capital and treasury reach. */
export const setFor = (
  scenario: Scenario,
  view: SeatView,
  supposed: MatchState,
  plan: Plan,
  reserve: number,
): OrderSet => {
  const doors = doorsFor(scenario, view, plan);
  const orders: Order[] = [];
  const options = legalOrders(scenario, view);
  const ground = groundOfView(scenario, view);
  const add = (order: Order, mayBreak: (conflict: Conflict) => boolean): void => {
    if (refuseOrder(ground, order) === null && mayAdd(scenario, view, orders, order, reserve, mayBreak))
      orders.push(order);
  };
  const planned = plan.flatMap((step) => (step.order === undefined ? [] : [step.order]));
  for (const order of owedOrders(view, options, planned)) add(order, never);
  for (const order of planned) add(order, (conflict) => isOld(view, conflict));
  for (const order of bestOf(scenario, view, supposed.board, options)) add(order, never);
  return faithful(scenario, view, supposed, { orders, doors, concessions: concessionsOf(view) }, planned);
};

/**
 * Looks at what the set would do: leaves out what would break a promise, but for what the plan breaks of old,
 * money for a project that would come to nothing, and the last orders as long as they leave too little for what is to be paid.
 */
const faithful = (
  scenario: Scenario,
  view: SeatView,
  supposed: MatchState,
  set: OrderSet,
  planned: readonly Order[],
): OrderSet => {
  const { conflicts, owed, expected } = previewFrom(scenario, view, supposed, set);
  const isPlanned = (at: number): boolean => planned.some((one) => one === set.orders[at]);
  const amiss = conflicts.find(
    (one) => typeof one.order === 'number' && !(isPlanned(one.order) && isOld(view, one)),
  )?.order;
  const last = owed.some((one) => isPayment(view, one)) ? lastDear(scenario, view, set.orders) : -1;
  const vain = set.orders.findIndex((order) => isInVain(view, order, expected));
  const at = typeof amiss === 'number' ? amiss : vain >= 0 ? vain : last;
  if (at < 0) return set;
  return faithful(scenario, view, supposed, { ...set, orders: set.orders.filter((_, i) => i !== at) }, planned);
};

/** A promise to sponsor is kept by sponsoring, whatever comes of it. */
const isInVain = (view: SeatView, order: Order, expected: readonly GameEvent[]): boolean =>
  order.verb === 'sponsor' &&
  expected.some((event) => event.kind === 'sponsored' && event.project === order.project && event.points === 0) &&
  !dueClauses(view).some(({ terms }) => terms.kind === 'do' && orderMatches(order, terms.order));

const isPayment = (view: SeatView, { agreement, clause }: Owed): boolean =>
  view.agreements.find((one) => one.id === agreement)?.clauses.find((one) => one.id === clause)?.terms.kind === 'pay';

const lastDear = (scenario: Scenario, view: SeatView, orders: readonly Order[]): number =>
  orders.findLastIndex((order) => orderCost(scenario, view, [order]).treasury > 0);

const never = (): boolean => false;
/** A plan may break what stood before the match, as history did; what was signed in the match it keeps. */
const isOld = (view: SeatView, { agreement }: Conflict): boolean =>
  view.agreements.find((one) => one.id === agreement)?.origin === 'standing';

/** Overstretch makes a third of a kind too dear for what it brings. */
const mayAdd = (
  scenario: Scenario,
  view: SeatView,
  orders: readonly Order[],
  order: Order,
  reserve: number,
  mayBreak: (conflict: Conflict) => boolean,
): boolean => {
  const tracks = view.tracks[view.viewer]?.exact;
  if (tracks == null || orders.some((one) => orderKey(one) === orderKey(order))) return false;
  if (orders.filter((one) => one.verb === order.verb).length >= 2 && order.verb !== 'setGate') return false;
  const cost = orderCost(scenario, view, [...orders, order]);
  if (cost.capital > tracks.capital - reserve || cost.treasury > tracks.treasury) return false;
  return conflictsOf(view, { orders: [order], doors: null, concessions: [] }).every(mayBreak);
};

const bestOf = (scenario: Scenario, view: SeatView, board: Board, options: readonly OrderOption[]): Order[] =>
  options
    .filter(({ order, notes }) => RANKED.includes(order.verb) && !notes.includes('tired'))
    .map(({ order }) => ({ order, worth: worthOfOrder(scenario, board, order, view.viewer) }))
    .filter((one) => one.worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_RANKED)
    .map((one) => one.order);

/** Deeds are done when the plan has them, and at the latest a turn before they are due. */
const owedOrders = (view: SeatView, options: readonly OrderOption[], planned: readonly Order[]): Order[] =>
  dueClauses(view).flatMap((clause) => deedFor(view, clause, options, planned));

const dueClauses = (view: SeatView): Clause[] =>
  view.agreements
    .filter((one) => one.status === 'inForce')
    .flatMap(({ clauses }) => clauses.filter((clause) => isDue(view, clause)));

const isDue = (view: SeatView, { status, by, from }: Clause): boolean =>
  status === 'pending' && by.includes(view.viewer) && view.board.turn >= from;

const deedFor = (
  view: SeatView,
  clause: Clause,
  options: readonly OrderOption[],
  planned: readonly Order[],
): Order[] => {
  const { terms } = clause;
  const late = lastTurn(clause, view.board.turn) <= view.board.turn + 1;
  switch (terms.kind) {
    case 'do': {
      if (clause.done.includes(view.viewer)) return [];
      const inPlan = planned.find((order) => orderMatches(order, terms.order));
      if (inPlan !== undefined) return [inPlan];
      return late
        ? options
            .map((one) => one.order)
            .filter((order) => orderMatches(order, terms.order))
            .slice(0, 1)
        : [];
    }
    case 'recognise':
      return late ? [{ verb: 'recognise', what: terms.what }] : [];
    case 'gate': {
      if (!('status' in terms)) return [];
      const now = view.board.gates[terms.gate]?.status;
      const enough = now === terms.status || (terms.status === 'restricted' && now === 'open');
      return enough ? [] : [{ verb: 'setGate', gate: terms.gate, status: terms.status }];
    }
    default:
      return [];
  }
};

/** The last turn in which a deed is in time; now, for what has no end. */
const lastTurn = ({ until, every, spanFrom, from }: Clause, now: number): number =>
  every === undefined ? (until ?? now) : (spanFrom ?? from) + every - 1;

const sameDoors = (a: DoorChange, b: DoorChange): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A door that is promised comes before one that is wished for. */
const doorsFor = (scenario: Scenario, view: SeatView, plan: Plan): DoorChange | null => {
  const legal = legalDoors(scenario, view);
  const promised = promisedDoor(view, legal);
  if (promised !== null) return promised;
  const wish = plan.find(({ doors }) => doors !== undefined && legal.some((one) => sameDoors(one, doors)))?.doors;
  if (wish === undefined) return null;
  return conflictsOf(view, { orders: [], doors: wish, concessions: [] }).length === 0 ? wish : null;
};

const promisedDoor = (view: SeatView, legal: readonly DoorChange[]): DoorChange | null => {
  const me = view.viewer;
  const welcomes = view.board.doors[me]?.welcomes ?? [];
  for (const { terms, by, status, from } of view.agreements
    .filter((one) => one.status === 'inForce')
    .flatMap((one) => one.clauses)) {
    if (terms.kind !== 'welcome' || !terms.open || status !== 'pending') continue;
    if (!by.includes(me) || view.board.turn < from) continue;
    const { area, supplier } = terms;
    if (welcomes.some((door) => door.area === area && door.supplier === supplier)) continue;
    const change = legal.find(
      (one) =>
        one.kind === 'welcome' &&
        one.door.area === area &&
        one.door.supplier === supplier &&
        conflictsOf(view, { orders: [], doors: one, concessions: [] }).length === 0,
    );
    if (change !== undefined) return change;
  }
  return null;
};

/** A shaken government gives way more easily. */
const concessionsOf = (view: SeatView): OrderSet['concessions'] => {
  const stability = view.tracks[view.viewer]?.stability ?? 50;
  if (stability >= 60) return [];
  const small = { to: 'anyone', kind: 'pay', amount: 2 } as const;
  if (stability >= 48) return [small];
  return [small, { to: 'anyone', kind: 'host' }, { to: 'anyone', kind: 'welcome' }];
};
