import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { BotLuck, Thought } from './bots.ts';
import { openMind } from './negotiator/mind.ts';
import { decide } from './negotiator/orders.ts';

/** Takes what this turn brings, signs nothing and asks nobody: the measure of what talking is worth. */
export const greedyThinks = (scenario: Scenario, view: SeatView, luck: BotLuck, ready: boolean): Thought => {
  if (ready || (view.table.phase === 'negotiation' && !view.settings.oneWindow)) return { acts: [], motives: [] };
  const { set, motives } = decide(openMind(scenario, view, { bot: 'greedy' }, luck));
  return { acts: [{ kind: 'submitOrders', orders: set }], motives };
};
