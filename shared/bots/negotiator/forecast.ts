import { NO_ORDERS, type OrderSet } from '../../model/order.ts';
import type { Board, MatchState } from '../../model/state.ts';
import { openLog } from '../../rules/log.ts';
import { resolve } from '../../rules/resolve.ts';
import type { Mind } from './mind.ts';

/**
 * Tries out a set of mine against what others are likely to order: the board after this turn; null when
 * nothing is left of the budget.
 */
export type Trial = (set: OrderSet) => Board | null;

/** Others are expected to do openly what they did last, and of the hidden nothing. */
const expected = ({ others, board }: Mind): MatchState['orders'] => {
  const orders: Record<string, OrderSet> = {};
  for (const power of others) {
    const before = (board.conduct[power] ?? []).filter(({ verb }) => REPEATED.has(verb)).slice(0, 2);
    if (before.length > 0) orders[power] = { ...NO_ORDERS, orders: before };
  }
  return orders;
};

const REPEATED: ReadonlySet<string> = new Set(['court', 'harden', 'sponsor', 'mediate', 'monitor', 'deter']);

/** One throw, the same for all sets that are compared. */
const DICE = 'suppose-0';

export const openTrial = (mind: Mind): Trial => {
  let left = mind.reach.resolutions;
  const others = expected(mind);
  return (set) => {
    if (left <= 0) return null;
    left -= 1;
    const log = openLog(mind.scenario, { ...mind.supposed, seed: DICE, orders: { ...others, [mind.me]: set } }, 0);
    resolve(log);
    return log.state.board;
  };
};
