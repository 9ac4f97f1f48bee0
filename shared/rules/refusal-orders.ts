import { indexOf } from '../catalogue/scenario-index.ts';
import { CLAUSE_KINDS } from '../model/clause.ts';
import type { PowerId } from '../model/ids.ts';
import { type OrderSet, orderKey } from '../model/order.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { costOf } from './costs.ts';
import { changedDoors } from './resolution/doors.ts';
import { groundOfBoard } from './verbs/ground.ts';
import { refuseOrder } from './verbs/registry.ts';

/** May this set be written down? What others do may make an order fail; only what its seat knows may refuse it. */
export const refuseOrders = (scenario: Scenario, state: MatchState, power: PowerId, set: OrderSet): Refusal | null => {
  const ground = groundOfBoard(scenario, state.board, power);
  const keys = new Set<string>();
  for (const [i, order] of set.orders.entries()) {
    const key = orderKey(order);
    if (keys.has(key)) return refuse('orders/twice', { number: i + 1 });
    keys.add(key);
    const problem = refuseOrder(ground, order);
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
    if (!(CLAUSE_KINDS as readonly string[]).includes(one.kind)) return true;
    return (
      (one.gate !== undefined && !index.gates.has(one.gate)) ||
      (one.route !== undefined && !index.routes.has(one.route))
    );
  });
  return wrong < 0 ? null : refuse('orders/bad-concession', { number: wrong + 1 });
};
