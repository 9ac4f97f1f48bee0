import type { BotName, PowerInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { caretakerActs } from './caretaker.ts';
import { randomActs } from './random.ts';
import { scriptedActs } from './scripted.ts';

type Think = (scenario: Scenario, view: SeatView, luck: string, ready: boolean) => readonly PowerInput[];

const THINK: { readonly [B in BotName]: Think } = {
  hold: () => [],
  random: randomActs,
  scripted: (scenario, view, _luck, ready) => scriptedActs(scenario, view, ready),
  caretaker: (scenario, view, _luck, ready) => caretakerActs(scenario, view, ready),
};

/**
 * What a bot does now, given nothing but its seat's view. The last act says that it is ready. Call it
 * again when others have changed the view; it returns nothing when it has nothing to do. `luck` makes
 * it repeatable.
 */
export const botActs = (scenario: Scenario, view: SeatView, bot: BotName, luck: string): readonly PowerInput[] => {
  const { phase, paused, seats } = view.table;
  if ((phase !== 'negotiation' && phase !== 'orders') || paused !== null) return [];
  const ready = seats[view.viewer]?.ready ?? false;
  const acts = THINK[bot](scenario, view, luck, ready);
  return ready ? acts : [...acts, { kind: 'setReady', ready: true }];
};
