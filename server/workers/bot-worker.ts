import { constants, setPriority } from 'node:os';
import { Piscina } from 'piscina';
import { type BotLuck, botActs } from '../../shared/bots/bots.ts';
import type { BotChoice, PowerInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { receiveView, type SentView } from './sent-view.ts';

/** All that a worker is told: one seat's view, and who shall think about it. */
export type BotTask = {
  readonly scenario: string;
  readonly view: SentView;
  readonly choice: BotChoice;
  readonly luck: BotLuck;
};
/** Scenarios that do not come with the game, told once. */
export type BotWorkerData = { readonly scenarios: readonly Scenario[] };

// People first: on Linux this is the thread's own priority; elsewhere it would be the whole server's.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const scenarioCalled = (id: string): Scenario => {
  const { scenarios } = Piscina.workerData as BotWorkerData;
  const scenario = scenarios.find((one) => one.id === id) ?? scenarioById(id);
  if (scenario === null) throw new Error(`no scenario is called ${id}`);
  return scenario;
};

/** What the bot does. */
export const think = ({ scenario, view, choice, luck }: BotTask): readonly PowerInput[] =>
  botActs(scenarioCalled(scenario), receiveView(view), choice, luck);
