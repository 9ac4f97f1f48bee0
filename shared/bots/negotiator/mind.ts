import { indexOf } from '../../catalogue/scenario-index.ts';
import { type Luck, luckFor } from '../../kernel/luck.ts';
import type { PowerId } from '../../model/ids.ts';
import type { BotChoice, BotLevel, Temperament } from '../../model/input.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { SeatView } from '../../model/seat-view.ts';
import type { Board, MatchState } from '../../model/state.ts';
import { supposeState } from '../../view/suppose-state.ts';
import type { BotLuck } from '../bots.ts';
import { prospectOf } from './prospect.ts';
import { type Stakes, stakesOf, type Weigh } from './stakes.ts';
import type { Touched } from './touched.ts';

/** How far a level looks. */
export type Reach = {
  /** Resolutions a turn, and orders that it can think of for one. */ readonly resolutions: number;
  readonly orders: number;
  /** Orders that are tried out by simulation. */ readonly tried: number;
  /** Offers made a turn, partners and roads considered for them. */ readonly offers: number;
  readonly partners: number;
  readonly roads: number;
  /** Clauses a bundle holds at most. */ readonly clauses: number;
  /** Sets of orders that are played through whole, to change one order for a better. */ readonly refined: number;
  /** Hundredths that a text must bring for its own signature. */ readonly wants: number;
  /** Hundredths that a partner must gain by an offer, to be sure of its signature. */ readonly leaves: number;
  /** Hundredths that a partner is left with before what it gains counts no more. */ readonly generous: number;
  /** Hundredths that a judgement may be off by, and percent that its own objectives are misjudged by. */
  readonly blur: number;
  readonly bias: number;
  /** How far it spends what it has on grudges and on curiosity, in percent. */ readonly grudge: number;
  /** Whether it answers what it would not sign with another text. */ readonly counters: boolean;
};

export const REACH: { readonly [L in BotLevel]: Reach } = {
  easy: {
    resolutions: 3,
    orders: 3,
    tried: 1,
    refined: 0,
    offers: 1,
    partners: 1,
    roads: 1,
    clauses: 2,
    wants: 60,
    leaves: 60,
    generous: 400,
    blur: 75,
    bias: 50,
    grudge: 100,
    counters: false,
  },
  normal: {
    resolutions: 16,
    orders: 7,
    tried: 7,
    refined: 6,
    offers: 2,
    partners: 3,
    roads: 2,
    clauses: 4,
    wants: 20,
    leaves: 40,
    generous: 100,
    blur: 20,
    bias: 18,
    grudge: 100,
    counters: true,
  },
  strong: {
    resolutions: 60,
    orders: 7,
    tried: 16,
    refined: 42,
    offers: 7,
    partners: 5,
    roads: 4,
    clauses: 5,
    wants: 20,
    leaves: 25,
    generous: 60,
    blur: 0,
    bias: 5,
    grudge: 0,
    counters: true,
  },
};

/** What makes two of a kind differ: drawn once a match. In percent, 100 is plain. */
export type Character = {
  readonly temperament: Temperament;
  /** How readily it gives way to pressure. */ readonly meek: number;
  /** How readily it presses and uses force. */ readonly bold: number;
  /** How much it believes. */ readonly trusting: number;
  readonly weigh: Weigh;
};

/** All that a negotiator reckons with when it is asked. Made anew each time: it remembers what its view tells. */
export type Mind = {
  readonly scenario: Scenario;
  readonly view: SeatView;
  readonly me: PowerId;
  readonly others: readonly PowerId[];
  readonly supposed: MatchState;
  readonly board: Board;
  readonly reach: Reach;
  readonly character: Character;
  readonly luck: Luck;
  /** Turns left, this one too. */ readonly left: number;
  /** What a board is worth to somebody, as this seat reckons it. */ readonly worth: (
    power: PowerId,
    board: Board,
  ) => number;
  /** The same for the board as it is. */ readonly now: (power: PowerId) => number;
  /** How much better or worse another board is than that, if only so much of it is touched. */
  readonly change: (power: PowerId, board: Board, touched: Touched) => number;
  /** How far somebody's promise to me is believed, in percent. */ readonly trust: (power: string) => number;
};

/** Two in five negotiators keep their word only while that pays. */
const OPPORTUNISTS = 40;

const characterOf = (choice: BotChoice, luck: Luck, path: Weigh | null): Character => {
  const { bias } = REACH[choice.level ?? 'normal'];
  const drawn: Temperament = luck.integer(1, 100) <= OPPORTUNISTS ? 'opportunist' : 'steadfast';
  const tastes = new Map<string, number>();
  const taste = (objective: string): number => {
    const known = tastes.get(objective) ?? luck.integer(100 - bias, 100 + bias);
    tastes.set(objective, known);
    return known;
  };
  return {
    temperament: choice.temperament ?? drawn,
    meek: luck.integer(20, 120),
    bold: luck.integer(40, 160),
    trusting: luck.integer(80, 110),
    weigh: path ?? ((objective, secret) => (secret ? 100 : taste(objective))),
  };
};

const once = <T>(make: (power: PowerId) => T): ((power: PowerId) => T) => {
  const made = new Map<PowerId, T>();
  return (power) => {
    const before = made.get(power);
    if (before !== undefined) return before;
    const fresh = make(power);
    made.set(power, fresh);
    return fresh;
  };
};

/** `path` weighs the objectives of a negotiator that has made up its mind what to go for. */
export const openMind = (
  scenario: Scenario,
  view: SeatView,
  choice: BotChoice,
  luck: BotLuck,
  path: Weigh | null = null,
): Mind => {
  const me = view.viewer;
  const supposed = supposeState(scenario, view);
  const { board } = supposed;
  const character = characterOf(choice, luckFor(luck.match, 'character'), path);
  const { powers } = indexOf(scenario);
  const left = view.settings.turns - board.turn + 1;
  const stakes = once(
    (power): Stakes => stakesOf(scenario, power, board, power === me ? mine(view, character) : theirs),
  );
  const prospect = once((power) => prospectOf(scenario, board, power, left, stakes(power)));
  const worth = (power: PowerId, on: Board): number => stakes(power).on(on) + prospect(power).on(on);
  return {
    scenario,
    view,
    me,
    others: powers.filter((power) => power !== me),
    supposed,
    board,
    reach: REACH[choice.level ?? 'normal'],
    character,
    luck: luckFor(luck.match, 'now', luck.now, board.turn, view.table.phase),
    left,
    worth,
    now: once((power) => worth(power, board)),
    change: (power, on, touched) => stakes(power).change(on, touched) + prospect(power).change(on, touched),
    trust: once((power) => trustIn(view, character, power)),
  };
};

const mine =
  (view: SeatView, { weigh }: Character): Weigh =>
  (objective, secret) =>
    secret && view.agendas[view.viewer] !== objective ? 0 : weigh(objective, secret);

/** Of three agendas one is theirs. */
const theirs: Weigh = (_objective, secret) => (secret ? 33 : 100);

/** What others have done to promises that I know of weighs more than what is said of them. */
const FAITH = 25;

const trustIn = (view: SeatView, { trusting }: Character, power: string): number => {
  const credibility = view.tracks[power]?.credibility ?? 70;
  let broken = 0;
  for (const { clauses, origin } of view.agreements) {
    if (origin === 'standing') continue;
    for (const clause of clauses) if (clause.breachedBy.includes(power)) broken += 1;
  }
  const base = 40 + Math.floor(credibility / 2) - FAITH * broken;
  return Math.max(10, Math.min(100, Math.floor((base * trusting) / 100)));
};
