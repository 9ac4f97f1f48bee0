import { indexOf } from '../../catalogue/scenario-index.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import type { Order, OrderSet } from '../../model/order.ts';
import { NO_ORDERS } from '../../model/order.ts';
import type { Board } from '../../model/state.ts';
import type { Log } from '../log.ts';

/** One order as it runs, with the event that shows it. */
export type Running = {
  readonly power: PowerId;
  readonly order: Order /** set by the step that carries it out */;
  shownBy: EventId;
};

/** What the steps of one resolution share. */
export type Turn = {
  readonly log: Log;
  /** The board before anything ran. */ readonly start: Board;
  /** In canonical order of powers, then as each wrote them. */ readonly running: readonly Running[];
  readonly sets: { readonly [power: PowerId]: OrderSet };
  readonly revealed: { [power: PowerId]: EventId };
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
