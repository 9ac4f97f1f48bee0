import { bandOf } from '../../../shared/catalogue/bands.ts';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../../shared/kernel/canonical.ts';
import { type Luck, luckFor } from '../../../shared/kernel/luck.ts';
import type { PowerId, SeatId } from '../../../shared/model/ids.ts';
import type { Input, PowerInput } from '../../../shared/model/input.ts';
import type { Order, OrderSet } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { Length, MatchState } from '../../../shared/model/state.ts';
import { decodeInputRequest } from '../../../shared/protocol/messages.ts';
import { refusal } from '../../../shared/rules/refusal.ts';
import { settingsFor } from '../../../shared/rules/settings.ts';
import { setup } from '../../../shared/rules/setup.ts';
import { step } from '../../../shared/rules/step.ts';
import { randomAct, randomOrders } from '../../fuzz/random-acts.ts';
import { type Canaries, canariesOf, randomConcession, secretAct } from './secrecy-acts.ts';

export type World = 0 | 1;
export const WORLDS: readonly World[] = [0, 1];
export type Act = { readonly power: PowerId; readonly input: PowerInput; readonly accepted: boolean };
/** What somebody who may not know the secrets does to look for them. */
export const LOOKS = ['late', 'reconnect', 'away', 'record', 'lists', 'poll', 'probe'] as const;
export type Look = (typeof LOOKS)[number];
/** `secret`: another in each world. `resolves`: the last of those who get ready ends the turn. */
export type Step =
  | { readonly kind: 'secret'; readonly acts: readonly (readonly Act[])[] }
  | { readonly kind: 'public'; readonly act: Act; readonly resolves: boolean }
  | { readonly kind: 'look'; readonly look: Look };

/** Two worlds of one match that differ only in what two seats keep between them. */
export type Plan = {
  readonly seed: string;
  readonly scenario: Scenario;
  readonly length: Length;
  readonly classroom: boolean;
  /** Whose secrets differ, and who may know of them. */ readonly keepers: readonly [PowerId, PowerId];
  readonly steps: readonly Step[];
  /** Turns whose resolution showed the same board in both worlds. */ readonly resolved: number;
  /** Texts that only the keepers may read. */ readonly canaries: readonly string[];
  /** Ids of secret agreements in either world, to be guessed at. */ readonly papers: readonly string[];
  /** What is refused to somebody in one world only, by a secret that is none of hers. */ readonly faults: readonly string[];
};
export type PlanChoice = {
  readonly seed: string;
  readonly scenario: Scenario;
  readonly length: Length;
  readonly classroom: boolean;
  /** As the server will draw it. */ readonly matchSeed: string;
};

type Making = {
  readonly choice: PlanChoice;
  readonly keepers: readonly [PowerId, PowerId];
  readonly states: [MatchState, MatchState];
  readonly steps: Step[];
  readonly canaries: Canaries;
  readonly faults: string[];
  readonly lucks: readonly [Luck, Luck];
  readonly luck: Luck;
};

const give = (making: Making, world: World, seat: SeatId, input: Input): boolean => {
  const state = making.states[world];
  const logged = { seq: state.version + 1, at: 1, seat, input };
  if (refusal(making.choice.scenario, state, logged) !== null) return false;
  making.states[world] = step(making.choice.scenario, state, logged).state;
  return true;
};

const begin = (making: Making): void => {
  for (const world of WORLDS) {
    for (const power of indexOf(making.choice.scenario).powers)
      give(making, world, 'table', { kind: 'seat', power, sitter: { by: 'human' } });
    give(making, world, making.choice.classroom ? 'facilitator' : 'table', { kind: 'start' });
  }
};

/** Acts are drawn for the rules, which take some that are too long for a message. */
const canBeSent = (input: PowerInput): boolean => decodeInputRequest({ id: 'can-be-sent', basedOn: 0, input }).ok;

const addPublic = (making: Making, power: PowerId, input: PowerInput): void => {
  const turn = making.states[0].board.turn;
  const ended = (world: World): boolean =>
    making.states[world].board.turn !== turn || making.states[world].table.phase === 'ended';
  const accepted = WORLDS.map((world) => give(making, world, power, input));
  if (accepted[0] !== accepted[1]) making.faults.push(`${input.kind} of ${power} is accepted in one world only`);
  making.steps.push({ kind: 'public', act: { power, input, accepted: accepted[0] === true }, resolves: ended(0) });
};

const addSecrets = (making: Making): void => {
  const acts = WORLDS.map((world) => {
    const luck = making.lucks[world];
    // One world is the richer, so that what secrets cost in time adds up in one direction.
    const count = world === 0 ? luck.integer(3, 7) : luck.integer(0, 2);
    const done: Act[] = [];
    for (let i = 0; i < count; i += 1) {
      const [by, to] = luck.integer(1, 3) > 1 ? making.keepers : [making.keepers[1], making.keepers[0]];
      const { scenario } = making.choice;
      const input = secretAct({ scenario, state: making.states[world], by, to, luck, canaries: making.canaries });
      if (input !== null && canBeSent(input)) done.push({ power: by, input, accepted: give(making, world, by, input) });
    }
    return done;
  });
  making.steps.push({ kind: 'secret', acts });
};

const look = (making: Making): void => {
  if (making.luck.integer(1, 3) === 1) making.steps.push({ kind: 'look', look: making.luck.pick(LOOKS) });
};

const talkInPublic = (making: Making): void => {
  const { luck, keepers } = making;
  const { scenario } = making.choice;
  const { powers } = indexOf(scenario);
  const power = luck.pick(powers);
  if (keepers.includes(power) || luck.integer(1, 3) === 1)
    return addPublic(making, power, { kind: 'say', to: powers, text: `In public: ${luck.integer(1, 9_999)}` });
  const act = randomAct(scenario, making.states[0], power, luck);
  if (act !== null && canBeSent(act)) addPublic(making, power, act);
};

const everybodyReady = (making: Making): void => {
  for (const power of making.luck.shuffled(indexOf(making.choice.scenario).powers))
    addPublic(making, power, { kind: 'setReady', ready: true });
};

/** A spy at a keeper's would rightly learn what differs. */
const withoutSpying = (set: OrderSet, keepers: readonly PowerId[]): OrderSet => ({
  ...set,
  orders: set.orders.filter((order) => order.verb !== 'spy' || !keepers.includes(order.host)),
});

/** What a keeper spies is told to nobody else, unless it comes to light. */
const spying = (making: Making, world: World, power: PowerId, common: OrderSet): readonly Order[] => {
  const luck = making.lucks[world];
  if (luck.integer(1, 5) > 1 || common.orders.some((order) => order.verb === 'spy')) return [];
  const hosts = indexOf(making.choice.scenario).powers.filter((one) => one !== power);
  return [{ verb: 'spy', host: luck.pick(hosts) }];
};

/** Sets of orders that come to light with the turn are the same; what a keeper would concede never does. */
const addOrders = (making: Making): void => {
  const { luck, keepers } = making;
  const { scenario } = making.choice;
  for (const power of luck.shuffled(indexOf(scenario).powers)) {
    const common = withoutSpying(randomOrders(scenario, making.states[0], power, luck), keepers);
    if (!keepers.includes(power)) {
      addPublic(making, power, { kind: 'submitOrders', orders: common });
      continue;
    }
    const acts = WORLDS.map((world) => {
      const other = randomOrders(scenario, making.states[world], power, making.lucks[world]);
      const concessions = [randomConcession(making.keepers, power, making.lucks[world])];
      const spies = spying(making, world, power, common);
      return [other, { ...common, orders: [...common.orders, ...spies], concessions }].map((orders): Act => {
        const input = { kind: 'submitOrders', orders } as const;
        return { power, input, accepted: give(making, world, power, input) };
      });
    });
    making.steps.push({ kind: 'secret', acts });
  }
};

/**
 * What the rules tell everybody of a board, whoever did it: where this differs, a secret has had an open consequence,
 * and the worlds are no longer the same to others. Events and views are not asked, for they are what is on trial.
 */
const openSide = (scenario: Scenario, state: MatchState): string => {
  const { tracks, agreements, agendas: _agendas, scores, grievances, waste: _waste, ...board } = state.board;
  const open = Object.entries(tracks).map(([power, of]) => [
    ...[power, of.stability, of.credibility, scores.powers[power]?.open ?? 0],
    ...(['capital', 'treasury', 'readiness'] as const).map((track) => bandOf(scenario, track, of[track])),
  ]);
  const pacts = Object.values(agreements).filter((one) => one.visibility === 'public');
  const held = grievances.filter((one) => one.open).map((one) => ({ ...one, because: null }));
  const judged = pacts.map((one) => ({
    ...one,
    clauses: one.clauses.map((clause) => ({ ...clause, evidence: null, able: [] })),
  }));
  return canonical([board, open, judged, held, state.table]);
};

/** Plays one turn in both worlds; false when what follows is no longer the same to those who may not know. */
const playTurn = (making: Making): boolean => {
  for (let round = making.luck.integer(2, 3); round > 0; round -= 1) {
    addSecrets(making);
    talkInPublic(making);
    look(making);
  }
  everybodyReady(making);
  addOrders(making);
  look(making);
  const before = { steps: making.steps.length, states: [...making.states] as [MatchState, MatchState] };
  everybodyReady(making);
  const [one, other] = making.states;
  const same = openSide(making.choice.scenario, one) === openSide(making.choice.scenario, other);
  if (same && one.table.phase !== 'ended') return true;
  // All but the last may still be ready: nothing is resolved by that.
  making.steps.length = before.steps + indexOf(making.choice.scenario).powers.length - 1;
  return false;
};

const papersOf = ({ states }: Making): readonly string[] =>
  states.flatMap(({ board }) =>
    Object.values(board.agreements).flatMap((one) => (one.visibility === 'secret' ? [one.id] : [])),
  );

export const planFor = (choice: PlanChoice): Plan => {
  const { seed, scenario, length, classroom } = choice;
  const luck = luckFor('secrecy', seed);
  const settings = settingsFor(scenario, {
    ...{ length, pace: 'untimed', press: 'full' },
    ...{ facilitated: classroom, spectators: !classroom },
  });
  const [one = '', other = ''] = luck.shuffled(indexOf(scenario).powers);
  const start = setup(scenario, { seed: choice.matchSeed, settings });
  const making: Making = {
    choice,
    keepers: [one, other],
    states: [start, start],
    steps: [],
    canaries: canariesOf(seed),
    faults: [],
    lucks: [luckFor('secrecy', seed, 'richer'), luckFor('secrecy', seed, 'poorer')],
    luck,
  };
  begin(making);
  let resolved = 0;
  while (playTurn(making)) resolved += 1;
  for (const last of LOOKS) making.steps.push({ kind: 'look', look: last });
  const { steps, keepers, faults } = making;
  const canaries = making.canaries.all();
  return { seed, scenario, length, classroom, keepers, steps, resolved, canaries, papers: papersOf(making), faults };
};
