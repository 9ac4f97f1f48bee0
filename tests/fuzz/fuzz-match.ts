import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../shared/kernel/canonical.ts';
import { type Luck, luckFor } from '../../shared/kernel/luck.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId, SeatId } from '../../shared/model/ids.ts';
import type { Input, LoggedInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Length, MatchState, Pace, PressMode } from '../../shared/model/state.ts';
import { refusal } from '../../shared/rules/refusal.ts';
import { settingsFor } from '../../shared/rules/settings.ts';
import { setup } from '../../shared/rules/setup.ts';
import { step } from '../../shared/rules/step.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { boardFaults, eventFaults, jsonFaults } from '../support/invariants.ts';
import { randomAct, randomControl, randomOrders, wildInput } from './random-acts.ts';
import { arrivalFaults, frozen, legalFaults, refusalFaults, secrecyFaults, sentenceFaults } from './sampled-checks.ts';
import { countEvent, type Tally } from './tally.ts';
import { changesFor, offeredTo } from './what-seats-see.ts';

/** What a match was found guilty of, and where. */
export class Fault extends Error {}

const LENGTHS: readonly Length[] = ['sprint', 'short', 'standard', 'standard', 'standard'];
const PACES: readonly Pace[] = ['untimed', 'untimed', 'live', 'correspondence'];
const PRESSES: readonly PressMode[] = ['full', 'full', 'full', 'public', 'agreements'];
/** Costly checks are made once in so many turns or inputs. */
const EVERY = { arrival: 12, legal: 6, json: 6, secrecy: 80, frozen: 8, refusal: 20, sentence: 15 } as const;

/** Hears all that happens, line by line, and what seats were shown. */
export type Witness = (turn: number, line: string) => void;

/** Sees every state that a match goes through, with what led to it. */
export type Follower = (state: MatchState, events: readonly GameEvent[]) => void;

type Play = {
  readonly witness: Witness | null;
  readonly follow: Follower | null;
  readonly scenario: Scenario;
  readonly luck: Luck;
  readonly tally: Tally;
  readonly seen: Set<string>;
  state: MatchState;
  at: number;
};

const sampled = (play: Play, every: number): boolean => play.luck.integer(1, every) === 1;

const accuse = (play: Play, faults: readonly string[]): void => {
  if (faults.length === 0) return;
  const { table, board } = play.state;
  throw new Fault(`turn ${board.turn}, ${table.phase}: ${faults.slice(0, 5).join('; ')}`);
};

/** Gives an input unless it is refused; answers whether it was accepted. */
const give = (play: Play, seat: SeatId, input: Input): boolean => {
  const { scenario, state, tally } = play;
  const logged: LoggedInput = { seq: state.version + 1, at: play.at, seat, input };
  const refused = refusal(scenario, state, logged);
  play.at += 1;
  play.witness?.(state.board.turn, `${seat} ${input.kind} ${refused === null ? 'accepted' : canonical(refused)}`);
  if (refused !== null) {
    tally.refused += 1;
    if (sampled(play, EVERY.refusal)) accuse(play, refusalFaults(scenario, state, logged));
    return false;
  }
  const before = sampled(play, EVERY.frozen) ? frozen(state) : state;
  const done = step(scenario, before, logged);
  play.state = done.state;
  play.follow?.(done.state, done.events);
  tally.inputs += 1;
  for (const event of done.events) {
    countEvent(tally, event);
    play.witness?.(event.turn, canonical(event));
  }
  accuse(play, eventFaults(scenario, done.state.board, done.events, play.seen));
  if (sampled(play, EVERY.secrecy)) accuse(play, secrecyFaults(scenario, before, done.state, done.events, play.luck));
  if (done.events.some(closesTurn)) closeTurn(play);
  return true;
};

const closesTurn = (event: GameEvent): boolean => event.kind === 'turnClosed' || event.kind === 'overridden';

const closeTurn = (play: Play): void => {
  play.tally.turns += 1;
  accuse(play, boardFaults(play.scenario, play.state.board));
  if (sampled(play, EVERY.json)) accuse(play, jsonFaults(play.state));
};

const here = (play: Play): (() => boolean) => {
  const { phase } = play.state.table;
  const { turn } = play.state.board;
  return () => play.state.table.phase === phase && play.state.board.turn === turn;
};

const negotiate = (play: Play): void => {
  const { scenario, luck } = play;
  const stays = here(play);
  for (let left = luck.integer(3, 10); left > 0 && stays(); left -= 1) {
    const power = luck.pick(indexOf(scenario).powers);
    const act = randomAct(scenario, play.state, power, luck);
    if (act !== null) give(play, power, act);
  }
  if (stays() && luck.integer(1, 3) === 1) interrupt(play);
  if (stays() && luck.integer(1, 4) === 1) give(play, luck.pick(indexOf(scenario).powers), wildInput(scenario, luck));
};

/** The facilitator, the table, and those who would rather stop. */
const interrupt = (play: Play): void => {
  const { scenario, luck } = play;
  const power = luck.pick(indexOf(scenario).powers);
  const what = luck.integer(1, 30);
  if (what === 1) give(play, power, { kind: 'concede' });
  else if (what === 2) give(play, power, { kind: 'agreeToEnd', agree: luck.integer(1, 4) > 1 });
  else give(play, 'facilitator', randomControl(scenario, play.state, luck));
  if (play.state.table.paused !== null) give(play, 'facilitator', { kind: 'resumeClock' });
};

const order = (play: Play): void => {
  const { scenario, luck } = play;
  const stays = here(play);
  const sets = new Map<PowerId, ReturnType<typeof randomOrders>>();
  for (const power of luck.shuffled(indexOf(scenario).powers)) {
    if (!stays() || luck.integer(1, 10) === 1) continue;
    const orders = randomOrders(scenario, play.state, power, luck);
    if (!give(play, power, { kind: 'submitOrders', orders }))
      accuse(play, [`${power} was refused legal orders: ${JSON.stringify(orders)}`]);
    sets.set(power, orders);
  }
  if (stays() && sampled(play, EVERY.legal)) accuse(play, legalFaults(scenario, play.state, luck));
  if (stays() && play.state.table.phase === 'orders' && sampled(play, EVERY.arrival))
    accuse(play, arrivalFaults(scenario, play.state, sets, luck));
};

/** With a witness: what one seat is offered before the phase ends, and what it is told after. */
const endPhase = (play: Play): void => {
  const { scenario, witness, state } = play;
  const { powers } = indexOf(scenario);
  const power = powers[state.version % powers.length] ?? '';
  if (witness === null) return closePhase(play);
  const before = viewFor(scenario, state, power);
  before.events.length;
  witness(state.board.turn, offeredTo(scenario, state, power));
  closePhase(play);
  witness(state.board.turn, changesFor(scenario, before, play.state));
};

const closePhase = (play: Play): void => {
  const { scenario, luck, state } = play;
  const stays = here(play);
  const { deadline, seats } = state.table;
  const way = luck.integer(1, 3);
  if (way === 1 && deadline !== null) {
    play.at = Math.max(play.at, deadline);
    give(play, 'table', { kind: 'deadlineReached' });
  } else if (way === 2) {
    for (const power of indexOf(scenario).powers)
      if (stays() && seats[power]?.sitter.by === 'human') give(play, power, { kind: 'setReady', ready: true });
  }
  if (stays() && !give(play, 'facilitator', { kind: 'advance' })) accuse(play, ['the phase cannot be ended']);
};

const begin = (play: Play): void => {
  const { scenario, luck } = play;
  for (const power of indexOf(scenario).powers)
    give(play, 'facilitator', {
      kind: 'seat',
      power,
      sitter: luck.integer(1, 3) > 1 ? { by: 'human' } : { by: 'bot', bot: 'hold' },
    });
  give(play, 'facilitator', { kind: 'start' });
};

/** Plays one random match; the same seed plays the same one. Throws a `Fault` at the first thing that is wrong. */
export const fuzzMatch = (
  scenario: Scenario,
  seed: number,
  tally: Tally,
  witness: Witness | null = null,
  follow: Follower | null = null,
): MatchState => {
  const luck = luckFor('fuzz', seed);
  const settings = settingsFor(scenario, {
    length: luck.pick(LENGTHS),
    pace: luck.pick(PACES),
    press: luck.pick(PRESSES),
    facilitated: true,
    spectators: false,
  });
  const state = setup(scenario, { seed: `fuzz-${seed}`, settings });
  follow?.(state, []);
  const play: Play = { witness, follow, scenario, luck, tally, seen: new Set(), state, at: 1 };
  begin(play);
  for (let left = 200; play.state.table.phase !== 'ended'; left -= 1) {
    if (left === 0) accuse(play, ['the match does not end']);
    const stays = here(play);
    if (play.state.table.phase === 'negotiation') negotiate(play);
    if (stays() && (play.state.table.phase === 'orders' || settings.oneWindow)) order(play);
    if (stays()) endPhase(play);
  }
  if (sampled(play, EVERY.sentence)) accuse(play, sentenceFaults(scenario, play.state, luck));
  tally.matches += 1;
  return play.state;
};

/** How to play a match again. */
export const reproduction = (seed: number): string => `npm run fuzz -- --matches 1 --seed ${seed}`;
