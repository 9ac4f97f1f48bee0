import { type BotLuck, botActs } from '../../shared/bots/bots.ts';
import type { BotChoice, PowerInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';

/** One bot that wants to know what to do. */
export type Asking = {
  /** Whose turn it is in the queue: matches are served in turn, however many bots each of them has. */
  readonly match: string;
  readonly scenario: Scenario;
  readonly choice: BotChoice;
  /** Called once, when somebody is free to think: a bot that had to wait sees what has happened meanwhile. */
  readonly look: () => { readonly view: SeatView; readonly luck: BotLuck };
  /** ms for which the answer is any use. */
  readonly patience: number;
  /** Aborted when nobody wants the answer any more. */
  readonly signal: AbortSignal;
};

/** Who thinks for bots. Rejects when no answer can be had. */
export type Thinker = {
  /** How many bots of one match are worth asking at once: those who think one after the other see each other's acts. */
  readonly atOnce: number;
  readonly think: (asking: Asking) => Promise<readonly PowerInput[]>;
};

type Act = (...asked: Parameters<typeof botActs>) => readonly PowerInput[] | Promise<readonly PowerInput[]>;

/** Thinks in this thread, at once: for bots that take a millisecond, and for tests. */
export const thinkingHere = (act: Act = botActs): Thinker => ({
  atOnce: 1,
  think: async ({ scenario, choice, look }) => {
    const { view, luck } = look();
    return act(scenario, view, choice, luck);
  },
});
