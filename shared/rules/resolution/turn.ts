import { indexOf } from '../../catalogue/scenario-index.ts';
import type { EventId, FrontId, GateId, PowerId } from '../../model/ids.ts';
import type { Order, OrderSet } from '../../model/order.ts';
import { NO_ORDERS } from '../../model/order.ts';
import type { Board } from '../../model/state.ts';
import type { Log } from '../log.ts';

/** One order as it runs, with the event that shows it. */
export type Running = {
  readonly power: PowerId;
  readonly order: Order /** set by the step that carries it out */;
  shownBy: EventId;
  /** A covert order that nobody but its giver knows of: set by the covert step. */ hidden?: boolean;
};

/** What the steps of one resolution share. */
export type Turn = {
  readonly log: Log;
  /** The board before anything ran. */ readonly start: Board;
  /** In canonical order of powers, then as each wrote them. */ readonly running: readonly Running[];
  readonly sets: { readonly [power: PowerId]: OrderSet };
  readonly revealed: { [power: PowerId]: EventId };
  /** Fronts that force heated this turn, those at their highest too: set by the force step. */
  stirred?: ReadonlySet<FrontId>;
};

export const setOf = (turn: Pick<Turn, 'sets'>, power: PowerId): OrderSet => turn.sets[power] ?? NO_ORDERS;

export const runningOf = <V extends Order['verb']>(
  turn: Turn,
  verb: V,
): (Running & { readonly order: Extract<Order, { readonly verb: V }> })[] =>
  turn.running.filter(
    (one): one is Running & { readonly order: Extract<Order, { readonly verb: V }> } => one.order.verb === verb,
  );

export const powersOf = (log: Log): readonly PowerId[] => indexOf(log.scenario).powers;

/**
 * Who watches a front this turn, of either side or of none; who uses force there watches nothing. A probe or an
 * operation under their eyes costs its giver `magnitudes.monitor.credibility` more, an operation has
 * `magnitudes.monitor.odds` percent less of a chance. (SO3)
 */
export const monitorsOf = (turn: Pick<Turn, 'running'>, front: FrontId): readonly PowerId[] => {
  let watching: PowerId[] | null = null;
  for (const { power, order } of turn.running) {
    if (order.verb !== 'monitor' || order.front !== front || usesForce(turn, power, front)) continue;
    watching ??= [];
    watching.push(power);
  }
  return watching ?? NOBODY;
};

const NOBODY: readonly PowerId[] = [];

const usesForce = (turn: Pick<Turn, 'running'>, power: PowerId, front: FrontId): boolean => {
  for (const one of turn.running) {
    if (one.power !== power) continue;
    if ((one.order.verb === 'probe' || one.order.verb === 'operate') && one.order.front === front) return true;
  }
  return false;
};

/** Is a gate of a route that runs by a watched front? What is done covertly there comes to light. (SO3) */
export const isWatched = (turn: Pick<Turn, 'log' | 'running'>, gate: GateId): boolean => {
  const route = indexOf(turn.log.scenario).gates.get(gate)?.route.id;
  if (route === undefined) return false;
  for (const front of turn.log.scenario.fronts) {
    if (front.routes.includes(route) && monitorsOf(turn, front.id).length > 0) return true;
  }
  return false;
};
