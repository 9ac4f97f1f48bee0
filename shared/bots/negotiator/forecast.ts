import type { GameEvent } from '../../model/event.ts';
import { NO_ORDERS, type OrderSet } from '../../model/order.ts';
import type { Board, MatchState } from '../../model/state.ts';
import { openLog } from '../../rules/log.ts';
import { resolve } from '../../rules/resolve.ts';
import type { Mind } from './mind.ts';

export type Outcome = { readonly board: Board; readonly events: readonly GameEvent[] };

/** Tries out sets of mine against what others are likely to order: as often as the budget allows. */
export type Trial = {
  readonly left: () => number;
  /** The board after this turn; null when nothing is left of the budget. */
  readonly run: (set: OrderSet, luck?: number) => Outcome | null;
};

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

export const openTrial = (mind: Mind): Trial => {
  let left = mind.reach.resolutions;
  const others = expected(mind);
  return {
    left: () => left,
    run: (set, luck = 0) => {
      if (left <= 0) return null;
      left -= 1;
      const state = { ...mind.supposed, seed: `suppose-${luck}`, orders: { ...others, [mind.me]: set } };
      const log = openLog(mind.scenario, state, 0);
      resolve(log);
      return { board: log.state.board, events: log.events };
    },
  };
};
