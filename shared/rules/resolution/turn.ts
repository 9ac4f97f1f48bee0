import { indexOf } from '../../catalogue/scenario-index.ts';
import type { EventId, FrontId, GateId, PowerId } from '../../model/ids.ts';
import type { Order, OrderOf, OrderSet, Verb } from '../../model/order.ts';
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
  /** The same by verb. */ readonly byVerb: ReadonlyMap<Verb, readonly Running[]>;
  readonly sets: { readonly [power: PowerId]: OrderSet };
  readonly revealed: { [power: PowerId]: EventId };
  /** Fronts that force heated this turn, those at their highest too: set by the force step. */
  stirred?: ReadonlySet<FrontId>;
};

export const setOf = (turn: Pick<Turn, 'sets'>, power: PowerId): OrderSet => turn.sets[power] ?? NO_ORDERS;

export const groupByVerb = (running: readonly Running[]): Turn['byVerb'] => {
  const byVerb = new Map<Verb, Running[]>();
  for (const one of running) {
    const ofVerb = byVerb.get(one.order.verb);
    if (ofVerb === undefined) byVerb.set(one.order.verb, [one]);
    else ofVerb.push(one);
  }
  return byVerb;
};

export const runningOf = <V extends Verb>(turn: Turn, verb: V): readonly (Running & { readonly order: OrderOf<V> })[] =>
  (turn.byVerb.get(verb) ?? NONE) as readonly (Running & { readonly order: OrderOf<V> })[];

const NONE: readonly Running[] = [];

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
