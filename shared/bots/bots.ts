import type { BotName, PowerInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { randomActs } from './random.ts';
import { scriptedActs } from './scripted.ts';

/**
 * What a bot does now, given nothing but its seat's view. The last act says that it is ready. Call it
 * again when others have changed the view; it returns nothing when it has nothing to do. `luck` makes
 * it repeatable.
 */
export const botActs = (scenario: Scenario, view: SeatView, bot: BotName, luck: string): readonly PowerInput[] => {
  const { phase, paused, seats } = view.table;
  if ((phase !== 'negotiation' && phase !== 'orders') || paused !== null) return [];
  const ready = seats[view.viewer]?.ready ?? false;
  const acts =
    bot === 'hold'
      ? []
      : bot === 'random'
        ? randomActs(scenario, view, luck, ready)
        : scriptedActs(scenario, view, ready);
  return ready ? acts : [...acts, { kind: 'setReady', ready: true }];
};
