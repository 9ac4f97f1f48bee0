import { indexOf } from '../catalogue/scenario-index.ts';
import { lookUp } from '../kernel/look-up.ts';
import { JUDGED_KINDS } from '../model/clause.ts';
import type { PowerId } from '../model/ids.ts';
import { type Order, type OrderSet, orderKey } from '../model/order.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { isGuard, refuseClause } from './clause-rules.ts';
import { costOf, holdsGrievance } from './costs.ts';
import { concededClause } from './demands.ts';
import { changedDoors } from './resolution/doors.ts';

/** May this set be written down? What others do may make an order fail; only what its seat knows may refuse it. */
export const refuseOrders = (scenario: Scenario, state: MatchState, power: PowerId, set: OrderSet): Refusal | null => {
  const keys = new Set<string>();
  for (const [i, order] of set.orders.entries()) {
    const key = orderKey(order);
    if (keys.has(key)) return refuse('orders/twice', { number: i + 1 });
    keys.add(key);
    const problem = refuseOrder(scenario, state, power, order);
    if (problem !== null) return { code: problem.code, because: { number: i + 1, ...problem.because } };
  }
  const tracks = state.board.tracks[power];
  const cost = costOf(scenario, state.board, power, set.orders);
  if (tracks === undefined || cost.capital > tracks.capital || cost.treasury > tracks.treasury) {
    return refuse('orders/unaffordable', {
      capital: cost.capital,
      treasury: cost.treasury,
      hasCapital: tracks?.capital ?? 0,
      hasTreasury: tracks?.treasury ?? 0,
    });
  }
  return refuseDoors(scenario, state, power, set) ?? refuseConcessions(scenario, power, set);
};

const refuseOrder = (scenario: Scenario, state: MatchState, power: PowerId, order: Order): Refusal | null => {
  const { board } = state;
  const index = indexOf(scenario);
  if (index.action(order.verb, 'area' in order ? order.area : null) === null) return refuse('orders/unknown');
  switch (order.verb) {
    case 'court':
      return order.host !== power && lookUp(board.portfolios, order.host) !== undefined
        ? null
        : refuse('orders/not-allowed', { why: 'host' });
    case 'squeeze':
      return refuseSqueeze(scenario, state, power, order);
    case 'harden':
      return board.portfolios[power] === undefined ? refuse('orders/not-allowed', { why: 'host' }) : null;
    case 'setGate':
    case 'postGuard': {
      const gate = index.gates.get(order.gate)?.gate;
      if (gate === undefined) return refuse('orders/unknown');
      if (gate.owner !== power) return refuse('orders/not-allowed', { why: 'owner' });
      if (order.verb === 'setGate' && board.gates[order.gate]?.held !== null)
        return refuse('orders/not-allowed', { why: 'held' });
      const known = order.verb === 'setGate' || isGuard(scenario, order.guard);
      return known ? null : refuse('orders/not-allowed', { why: 'guard' });
    }
    default:
      return order satisfies never;
  }
};

const refuseSqueeze = (
  scenario: Scenario,
  state: MatchState,
  power: PowerId,
  order: Extract<Order, { readonly verb: 'squeeze' }>,
): Refusal | null => {
  const { board } = state;
  const { squeeze } = scenario.magnitudes;
  if (order.host === power || !indexOf(scenario).isPower.has(order.host))
    return refuse('orders/not-allowed', { why: 'host' });
  if ((board.portfolios[order.host]?.[order.area][power] ?? 0) < squeeze.minShare)
    return refuse('orders/not-allowed', { why: 'share', least: squeeze.minShare });
  const freed = order.grievance === true;
  if (freed && !holdsGrievance(board, power, order.host)) return refuse('orders/not-allowed', { why: 'grievance' });
  if (!freed && (board.tracks[power]?.credibility ?? 0) < squeeze.credibility)
    return refuse('orders/not-allowed', { why: 'credibility', least: squeeze.credibility });
  const clause = concededClause(order.host, power, order.demand, board.turn);
  const problem = refuseClause(scenario, board, [order.host, power], clause, []);
  return problem === null ? null : refuse('orders/bad-demand', problem.because);
};

const refuseDoors = (scenario: Scenario, state: MatchState, power: PowerId, set: OrderSet): Refusal | null => {
  const doors = state.board.doors[power];
  if (set.doors === null) return null;
  if (doors === undefined) return refuse('orders/bad-doors', { why: 'host' });
  if (set.doors.kind !== 'unbar') {
    const { supplier } = set.doors.door;
    if (supplier === power || !indexOf(scenario).actors.includes(supplier))
      return refuse('orders/bad-doors', { why: 'supplier' });
  }
  return changedDoors(doors, set.doors) === null ? refuse('orders/bad-doors', { why: 'full' }) : null;
};

const refuseConcessions = (scenario: Scenario, power: PowerId, set: OrderSet): Refusal | null => {
  const index = indexOf(scenario);
  const wrong = set.concessions.findIndex((one) => {
    if (one.to === power || (one.to !== 'anyone' && !index.isPower.has(one.to))) return true;
    if (!(JUDGED_KINDS as readonly string[]).includes(one.kind)) return true;
    return (
      (one.gate !== undefined && !index.gates.has(one.gate)) ||
      (one.route !== undefined && !index.routes.has(one.route))
    );
  });
  return wrong < 0 ? null : refuse('orders/bad-concession', { number: wrong + 1 });
};
