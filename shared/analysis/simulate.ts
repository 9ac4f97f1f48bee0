import { botActs } from '../bots/bots.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import { digestOf } from '../kernel/digest.ts';
import type { PowerId, SeatId } from '../model/ids.ts';
import type { BotName, Input, LoggedInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Length } from '../model/state.ts';
import { type MatchFold, openFold } from '../replay/fold.ts';
import { fullRecord } from '../replay/make-record.ts';
import type { MatchRecord } from '../replay/record.ts';
import { refusal } from '../rules/refusal.ts';
import { settingsFor } from '../rules/settings.ts';
import { viewFor } from '../view/view-for.ts';

export type SimulationChoice = {
  readonly seed: string /** dealt to the seats in turn */;
  readonly bots: readonly BotName[];
  readonly length: Length;
};
export type Simulation = {
  /** Made when first asked for. */ readonly record: MatchRecord;
  readonly fold: MatchFold;
  readonly refused: number;
};

/** Rounds of talk before bots may say that they are ready: the last to speak must still be answered. */
const TALKS = 2;

/** A whole match of bots, without a server; the same seed gives the same match everywhere. */
export const simulate = (scenario: Scenario, choice: SimulationChoice): Simulation => {
  const settings = settingsFor(scenario, {
    length: choice.length,
    pace: 'untimed',
    press: 'full',
    facilitated: true,
    spectators: false,
  });
  const foundation = {
    id: `sim-${choice.seed}`,
    title: 'Simulation',
    seed: digestOf('sim', choice.seed),
    salt: digestOf('salt', choice.seed),
    settings,
  };
  const fold = openFold(scenario, foundation);
  const inputs: LoggedInput[] = [];
  let refused = 0;
  const give = (seat: SeatId, input: Input): boolean => {
    const logged = { seq: inputs.length + 1, at: inputs.length, seat, input };
    if (refusal(scenario, fold.state, logged) !== null) return false;
    inputs.push(logged);
    fold.apply(logged);
    return true;
  };
  const { powers } = indexOf(scenario);
  const botOf = new Map<PowerId, BotName>(
    powers.map((power, i) => [power, choice.bots[(i + Number(choice.seed.length)) % choice.bots.length] ?? 'hold']),
  );
  for (const power of powers)
    give('facilitator', { kind: 'seat', power, sitter: { by: 'bot', bot: botOf.get(power) ?? 'hold' } });
  give('facilitator', { kind: 'start' });
  while (fold.state.table.phase !== 'ended') refused += playPhase(scenario, fold, powers, botOf, give, choice.seed);
  let record: MatchRecord | null = null;
  return {
    get record() {
      record ??= fullRecord(scenario, { foundation, names: {}, inputs, fold });
      return record;
    },
    fold,
    refused,
  };
};

/** Plays until the phase is over; answers how many acts were refused (a bot's act never should be). */
const playPhase = (
  scenario: Scenario,
  fold: MatchFold,
  powers: readonly PowerId[],
  botOf: ReadonlyMap<PowerId, BotName>,
  give: (seat: SeatId, input: Input) => boolean,
  seed: string,
): number => {
  const { phase } = fold.state.table;
  const { turn } = fold.state.board;
  const here = (): boolean => fold.state.table.phase === phase && fold.state.board.turn === turn;
  let refused = 0;
  const rounds = phase === 'negotiation' ? TALKS : 0;
  for (let round = 0; round <= rounds && here(); round += 1) {
    for (const power of powers) {
      const view = viewFor(scenario, fold.state, power);
      const acts = botActs(scenario, view, botOf.get(power) ?? 'hold', `${seed}/${round}`);
      for (const act of acts.filter((one) => round === rounds || one.kind !== 'setReady')) {
        if (here() && !give(power, act)) refused += 1;
      }
    }
  }
  if (here()) give('facilitator', { kind: 'advance' });
  return refused;
};
