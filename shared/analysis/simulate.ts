import { type BotLuck, botThinks, type Think, type Thought, thinkAs } from '../bots/bots.ts';
import type { Motive } from '../bots/motive.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import { digestOf } from '../kernel/digest.ts';
import type { PowerId, SeatId } from '../model/ids.ts';
import type { BotChoice, BotName, Input, LoggedInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { Length } from '../model/state.ts';
import { type MatchFold, openFold } from '../replay/fold.ts';
import { fullRecord } from '../replay/make-record.ts';
import type { MatchRecord } from '../replay/record.ts';
import { refusal } from '../rules/refusal.ts';
import { settingsFor } from '../rules/settings.ts';
import { viewFor } from '../view/view-for.ts';

/** Who plays a seat: a bot, or a way of playing of one's own under a bot's name. */
export type Player = BotChoice & { readonly think?: Think };

export type SimulationChoice = {
  readonly seed: string;
  /** Dealt to the seats in turn. */ readonly bots: readonly (BotName | Player)[];
  /** Seats that are not dealt. */ readonly seats?: { readonly [power: PowerId]: Player };
  readonly length: Length;
};
/** A motive with the turn and the power whose it was. */
export type ToldMotive = Motive & { readonly turn: number; readonly power: PowerId };
export type Simulation = {
  /** Made when first asked for. */ readonly record: MatchRecord;
  readonly fold: MatchFold;
  readonly inputs: readonly LoggedInput[];
  readonly motives: readonly ToldMotive[];
  readonly refused: number;
};

/** Rounds of talk after the first, in which bots that are ready only answer each other. */
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
  const motives: ToldMotive[] = [];
  let refused = 0;
  const give = (seat: SeatId, input: Input): boolean => {
    const logged = { seq: inputs.length + 1, at: inputs.length, seat, input };
    if (refusal(scenario, fold.state, logged) !== null) return false;
    inputs.push(logged);
    fold.apply(logged);
    return true;
  };
  const players = dealt(scenario, choice);
  for (const { power, player } of players) {
    const { think: _think, ...sitter } = player;
    give('facilitator', { kind: 'seat', power, sitter: { by: 'bot', ...sitter } });
  }
  give('facilitator', { kind: 'start' });
  const think = (power: PowerId, player: Player, round: number): Thought => {
    const luck = { match: `${choice.seed}/${power}`, now: `${choice.seed}/${round}` };
    const seen = viewFor(scenario, fold.state, power);
    const thought = thoughtOf(scenario, player, round === 0 ? seen : readyView(seen), luck);
    for (const motive of thought.motives) motives.push({ ...motive, turn: fold.state.board.turn, power });
    return thought;
  };
  while (fold.state.table.phase !== 'ended') refused += playPhase(fold, players, think, give);
  let record: MatchRecord | null = null;
  return {
    get record() {
      record ??= fullRecord(scenario, { foundation, names: {}, inputs, fold });
      return record;
    },
    fold,
    inputs,
    motives,
    refused,
  };
};

/** As a seat sees it that has said to be ready: nobody is held to it before the talk is over. */
const readyView = (view: SeatView): SeatView => {
  const seat = view.table.seats[view.viewer];
  if (seat === undefined) return view;
  const seats = { ...view.table.seats, [view.viewer]: { ...seat, ready: true } };
  return Object.create(view, { table: { value: { ...view.table, seats }, enumerable: true } }) as SeatView;
};

type Dealt = { readonly power: PowerId; readonly player: Player };

const dealt = (scenario: Scenario, { seed, bots, seats }: SimulationChoice): readonly Dealt[] =>
  indexOf(scenario).powers.map((power, i) => {
    const given = seats?.[power] ?? bots[(i + seed.length) % bots.length] ?? 'hold';
    return { power, player: typeof given === 'string' ? { bot: given } : given };
  });

const thoughtOf = (scenario: Scenario, player: Player, view: SeatView, luck: BotLuck): Thought =>
  player.think === undefined ? botThinks(scenario, view, player, luck) : thinkAs(player.think, scenario, view, luck);

/** Plays until the phase is over; answers how many acts were refused (a bot's act never should be). */
const playPhase = (
  fold: MatchFold,
  players: readonly Dealt[],
  think: (power: PowerId, player: Player, round: number) => Thought,
  give: (seat: SeatId, input: Input) => boolean,
): number => {
  const { phase } = fold.state.table;
  const { turn } = fold.state.board;
  const here = (): boolean => fold.state.table.phase === phase && fold.state.board.turn === turn;
  let refused = 0;
  const rounds = phase === 'negotiation' ? TALKS : 0;
  for (let round = 0; round <= rounds && here(); round += 1) {
    for (const { power, player } of players) {
      for (const act of think(power, player, round).acts.filter((one) => one.kind !== 'setReady')) {
        if (here() && !give(power, act)) refused += 1;
      }
    }
  }
  if (here()) give('facilitator', { kind: 'advance' });
  return refused;
};
