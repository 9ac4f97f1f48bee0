import type { BotChoice, BotName, PowerInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { caretakerActs } from './caretaker.ts';
import { greedyThinks } from './greedy.ts';
import type { Motive } from './motive.ts';
import { negotiatorThinks } from './negotiator/negotiator.ts';
import { randomActs } from './random.ts';
import { scriptedActs } from './scripted.ts';

/** What makes a bot repeatable: `match` stays the same for a seat's whole match and is secret, `now` differs each time it is asked. */
export type BotLuck = { readonly match: string; readonly now: string };
export type Thought = { readonly acts: readonly PowerInput[]; readonly motives: readonly Motive[] };
export type Think = (scenario: Scenario, view: SeatView, luck: BotLuck, ready: boolean) => Thought;

const silent = (acts: readonly PowerInput[]): Thought => ({ acts, motives: [] });

const THINK: { readonly [B in BotName]: (choice: BotChoice) => Think } = {
  hold: () => () => silent([]),
  random: () => (scenario, view, luck, ready) => silent(randomActs(scenario, view, luck.now, ready)),
  scripted: () => (scenario, view, _luck, ready) => silent(scriptedActs(scenario, view, ready)),
  caretaker: () => (scenario, view, _luck, ready) => silent(caretakerActs(scenario, view, ready)),
  greedy: () => greedyThinks,
  negotiator: (choice) => (scenario, view, luck, ready) => negotiatorThinks(scenario, view, choice, luck, ready),
};

/**
 * What a bot does now and why, given nothing but its seat's view. The last act says that it is ready.
 * Ask again when others have changed the view; it does nothing when it has nothing to do.
 */
export const botThinks = (scenario: Scenario, view: SeatView, choice: BotChoice, luck: BotLuck): Thought =>
  thinkAs(THINK[choice.bot](choice), scenario, view, luck);

/** As `botThinks`, for a way of playing that has no name. */
export const thinkAs = (think: Think, scenario: Scenario, view: SeatView, luck: BotLuck): Thought => {
  const { phase, paused, seats } = view.table;
  if ((phase !== 'negotiation' && phase !== 'orders') || paused !== null) return silent([]);
  const ready = seats[view.viewer]?.ready ?? false;
  const thought = think(scenario, view, luck, ready);
  return ready ? thought : { ...thought, acts: [...thought.acts, { kind: 'setReady', ready: true }] };
};

export const botActs = (scenario: Scenario, view: SeatView, choice: BotChoice, luck: BotLuck): readonly PowerInput[] =>
  botThinks(scenario, view, choice, luck).acts;
