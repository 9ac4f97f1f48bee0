import { expect, test } from 'vitest';
import type { GameEvent } from '../../shared/model/event.ts';
import type { SeatId } from '../../shared/model/ids.ts';
import type { Input } from '../../shared/model/input.ts';
import type { Concession, OrderSet } from '../../shared/model/order.ts';
import type { Refusal } from '../../shared/model/refusal.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Board, MatchState } from '../../shared/model/state.ts';
import { parseEffect } from '../../shared/notation/effect-notation.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { parseOrder } from '../../shared/notation/order-notation.ts';
import { place as placeLine } from '../../shared/notation/position-notation.ts';
import { refusal } from '../../shared/rules/refusal.ts';
import { settingsFor } from '../../shared/rules/settings.ts';
import { setup } from '../../shared/rules/setup.ts';
import { step } from '../../shared/rules/step.ts';
import { book } from './book-numbers.ts';

const { supply, tension } = book.magnitudes;

/** The scenario, at the rulebook’s numbers, without news, non-players' acts, the price of supplies and the moods of fronts: a row says all that happens in it. */
export const quiet: Scenario = {
  ...book,
  cards: [],
  measures: book.measures.map((one) => ({ ...one, each: [] })),
  policies: book.policies.map((one) => ({ ...one, acts: [] })),
  magnitudes: {
    ...book.magnitudes,
    supply: { ...supply, rates: [0, 0, 0, 0] },
    tension: { ...tension, riseByChance: 0, fallByChance: 0 },
  },
};
/** …and without the treaties that stand when the match begins, and the texts that lie on the table. */
export const bare: Scenario = { ...quiet, agreements: [], offers: [] };

export const settings = settingsFor(quiet, {
  length: 'sprint',
  pace: 'untimed',
  press: 'full',
  facilitated: true,
  spectators: false,
});

/** Every power seated by a bot that never acts, the match not begun. */
export const seated = (scenario: Scenario, seed = 'seed'): MatchState => {
  let state = setup(scenario, { seed, settings });
  for (const { id } of scenario.powers)
    state = give(scenario, state, 'facilitator', { kind: 'seat', power: id, sitter: { by: 'bot', bot: 'hold' } }).state;
  return state;
};

/** Gives one input; a refusal is a failed test. */
export const give = (
  scenario: Scenario,
  state: MatchState,
  seat: SeatId,
  input: Input,
): { state: MatchState; events: readonly GameEvent[] } => {
  const logged = { seq: state.version + 1, at: state.version, seat, input };
  const refused = refusal(scenario, state, logged);
  if (refused !== null) throw new Error(`refused: ${refused.code} ${JSON.stringify(refused.because)}`);
  return step(scenario, state, logged);
};

export const refusedWith = (scenario: Scenario, state: MatchState, seat: SeatId, input: Input): Refusal | null =>
  refusal(scenario, state, { at: state.version, seat, input });

const must = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string },
): T => {
  if (!result.ok) throw new Error(result.why);
  return result.value;
};

/**
 * One line of a position, as in docs/notation.md: `shares ARM energy RUS 71 IRN 14 own 15` · `tension syunik 7` ·
 * `pact NAME statement public: RUS to ARM refrain squeeze energy ARM @1-2; …`. Besides, `held GATE STATUS` is a gate
 * that events hold for this turn.
 */
export const place = (board: Board, line: string): Board => {
  const [what, id = '', status] = line.split(' ');
  if (what !== 'held') return must(placeLine(board, line));
  return must(placeLine(board, `gate ${id} ${status} until 1 back ${board.gates[id]?.status}`));
};

/** Orders of all powers; `ARM doors welcome energy USA` and `ARM concede welcome anyone` besides the notation of orders. */
export const setsFrom = (lines: readonly string[]): Record<string, OrderSet> => {
  const sets: Record<
    string,
    { orders: OrderSet['orders'][number][]; doors: OrderSet['doors']; concessions: Concession[] }
  > = {};
  const setOf = (power: string) => (sets[power] ??= { orders: [], doors: null, concessions: [] });
  for (const line of lines) {
    const [power = '', verb, a = '', b = '', c = ''] = line.split(' ');
    if (verb === 'concede')
      setOf(power).concessions.push({ kind: a as never, to: b, ...(c === '' ? {} : { amount: Number(c) }) });
    else if (verb === 'doors')
      setOf(power).doors =
        a === 'unbar' ? { kind: 'unbar' } : { kind: a as 'welcome', door: { area: b as never, supplier: c } };
    else setOf(power).orders.push(must(parseOrder(line)).order);
  }
  return sets;
};

export type Row = {
  readonly name: string;
  readonly given?: readonly string[];
  readonly orders: readonly string[];
  readonly then: readonly string[];
  readonly never?: readonly string[];
  readonly standing?: boolean;
  /** Another scenario than the bare one. */ readonly scenario?: Scenario;
  /** Supplies are paid for, as they are in a match. */ readonly supplies?: boolean;
  /** Effects, as in docs/notation.md, that come about once orders are set. */ readonly meanwhile?: readonly string[];
};

/** Plays turn 1 with these orders and returns the state after it and what happened in resolution. */
export const play = (
  row: Pick<Row, 'given' | 'orders' | 'standing' | 'supplies' | 'meanwhile' | 'scenario'>,
  reverse = false,
): { state: MatchState; events: readonly GameEvent[] } => {
  const base = row.scenario ?? (row.standing === true ? quiet : bare);
  const scenario = row.supplies === true ? { ...base, magnitudes: { ...base.magnitudes, supply } } : base;
  let state = seated(scenario);
  state = { ...state, board: (row.given ?? []).reduce(place, state.board) };
  state = give(scenario, state, 'facilitator', { kind: 'start' }).state;
  const sets = Object.entries(setsFrom(row.orders));
  for (const [power, orders] of reverse ? sets.reverse() : sets)
    state = give(scenario, state, power, { kind: 'submitOrders', orders }).state;
  let told: readonly GameEvent[] = [];
  if (row.meanwhile !== undefined) {
    const effects = row.meanwhile.map((line) => must(parseEffect(line)));
    ({ state, events: told } = give(scenario, state, 'facilitator', {
      kind: 'override',
      effects,
      reason: 'meanwhile',
    }));
  }
  state = give(scenario, state, 'facilitator', { kind: 'advance' }).state;
  const done = give(scenario, state, 'facilitator', { kind: 'advance' });
  return { state: done.state, events: [...told, ...done.events].filter((event) => event.turn === 1) };
};

/** A table of rules: number, name, position, orders, what must and what must not happen. */
export const rules = (title: string, rows: readonly (readonly [rule: string, row: Row])[]): void => {
  for (const [rule, row] of rows) {
    test(`${rule} ${title}: ${row.name}`, () => {
      const happened = play(row).events.map(formatEvent);
      for (const line of row.then) expect(happened).toContain(line);
      for (const line of row.never ?? []) expect(happened.filter((one) => one.startsWith(line))).toEqual([]);
    });
  }
};

export type RefusedRow = {
  readonly name: string;
  readonly given?: readonly string[];
  readonly order: string;
  /** A code, and the word that the client explains. */ readonly why: string;
};

/** A table of orders that may not be given, and of why: `orders/not-allowed host`. */
export const refusals = (title: string, rows: readonly (readonly [rule: string, row: RefusedRow])[]): void => {
  for (const [rule, row] of rows) {
    test(`${rule} ${title}: ${row.name}`, () => {
      const start = seated(bare);
      const placed = { ...start, board: (row.given ?? []).reduce(place, start.board) };
      const { state } = give(bare, placed, 'facilitator', { kind: 'start' });
      const [[power, orders] = ['', undefined]] = Object.entries(setsFrom([row.order]));
      if (orders === undefined) throw new Error(`no order: ${row.order}`);
      const refused = refusedWith(bare, state, power, { kind: 'submitOrders', orders });
      expect([refused?.code, refused?.because.why].filter((word) => word !== undefined).join(' ')).toBe(row.why);
    });
  }
};
