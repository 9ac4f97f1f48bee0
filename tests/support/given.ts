import { expect, test } from 'vitest';
import type { Agreement, AgreementForm, Visibility } from '../../shared/model/agreement.ts';
import { isArea } from '../../shared/model/area.ts';
import type { ClauseDraft } from '../../shared/model/clause.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { SeatId } from '../../shared/model/ids.ts';
import type { Input } from '../../shared/model/input.ts';
import type { Concession, OrderSet } from '../../shared/model/order.ts';
import type { Doors } from '../../shared/model/portfolio.ts';
import type { Refusal } from '../../shared/model/refusal.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Board, MatchState } from '../../shared/model/state.ts';
import type { Track } from '../../shared/model/track.ts';
import { parseTerms } from '../../shared/notation/clause-notation.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { parseOrder } from '../../shared/notation/order-notation.ts';
import { clauseFrom } from '../../shared/rules/conclude.ts';
import { refusal } from '../../shared/rules/refusal.ts';
import { settingsFor } from '../../shared/rules/settings.ts';
import { setup } from '../../shared/rules/setup.ts';
import { step } from '../../shared/rules/step.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';

/** The scenario without news, so that a row says all that happens in it. */
export const quiet: Scenario = {
  ...charter2025,
  cards: [],
  measures: charter2025.measures.map((one) => ({ ...one, each: [] })),
};
/** …and without the treaties that stand when the match begins. */
export const bare: Scenario = { ...quiet, agreements: [] };

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
 * One line of a position: `shares ARM energy RUS 71 IRN 14 own 15` · `track ARM stability 20` · `doors
 * ARM +energy:USA -trade:RUS` (or `none`) · `gate alican open` · `regime margara-road sovereign` ·
 * `grievance ARM RUS` · `gap ARM energy RUS patron` · `remembered RUS squeeze/energy/ARM` · `tension
 * syunik 7` · `pact NAME statement public: RUS to ARM refrain squeeze energy ARM @1-2; …`.
 */
export const place = (board: Board, line: string): Board => {
  const [what, a = '', b = '', ...rest] = line.split(' ');
  switch (what) {
    case 'shares': {
      if (!isArea(b)) throw new Error(`no area ${b}`);
      const shares: Record<string, number> = {};
      for (let i = 0; i < rest.length; i += 2) shares[rest[i] ?? ''] = Number(rest[i + 1]);
      const sum = Object.values(shares).reduce((x, y) => x + y, 0);
      if (sum !== 100) throw new Error(`${line}: sums to ${sum}`);
      return {
        ...board,
        portfolios: { ...board.portfolios, [a]: { ...board.portfolios[a], [b]: shares } } as Board['portfolios'],
      };
    }
    case 'track':
      return {
        ...board,
        tracks: { ...board.tracks, [a]: { ...board.tracks[a], [b as Track]: Number(rest[0]) } } as Board['tracks'],
      };
    case 'doors':
      return { ...board, doors: { ...board.doors, [a]: doorsFrom([b, ...rest]) } };
    case 'gate':
      return {
        ...board,
        gates: { ...board.gates, [a]: { ...board.gates[a], status: b, held: null } } as Board['gates'],
      };
    case 'held': {
      const held = { until: 1, back: board.gates[a]?.status };
      return { ...board, gates: { ...board.gates, [a]: { ...board.gates[a], status: b, held } } as Board['gates'] };
    }
    case 'regime':
      return { ...board, routes: { ...board.routes, [a]: { regime: b } } as Board['routes'] };
    case 'tension':
      return { ...board, fronts: { ...board.fronts, [a]: { tension: Number(b) } } };
    case 'grievance':
      return {
        ...board,
        grievances: [...board.grievances, { holder: a, against: b, until: 9, because: null, open: true }],
      };
    case 'gap':
      return {
        ...board,
        gaps: [{ host: a, area: b as never, supplier: rest[0] ?? '', until: 1, patron: rest[1] === 'patron' }],
      };
    case 'remembered':
      return { ...board, remembered: { ...board.remembered, [a]: [b] } };
    case 'pact':
      return {
        ...board,
        agreements: { ...board.agreements, [a]: pactFrom(a, line.slice('pact '.length + a.length + 1)) },
      };
    default:
      throw new Error(`no such line: ${line}`);
  }
};

const doorsFrom = (words: readonly string[]): Doors => {
  const doors = words
    .filter((word) => word !== 'none')
    .map((word) => ({
      bar: word.startsWith('-'),
      area: word.slice(1).split(':')[0] as never,
      supplier: word.split(':')[1] ?? '',
    }));
  return {
    welcomes: doors.filter((door) => !door.bar).map(({ area, supplier }) => ({ area, supplier })),
    bar: doors.find((door) => door.bar) ?? null,
  };
};

/** `RUS+ARM to ARM pay 2 each @1-3 after c1 unless AZE` */
const clauseOf = (text: string): ClauseDraft => {
  const [head = '', tail = '1-1'] = text.trim().split(' @');
  const [by = '', , to = '', ...terms] = head.split(' ');
  const [window = '', ...extra] = tail.split(' ');
  const [from, until] = window.split('-');
  const after = extra[extra.indexOf('after') + 1];
  const unless = extra[extra.indexOf('unless') + 1];
  return {
    by: by.split('+'),
    to: to.split('+'),
    terms: must(parseTerms(terms.join(' '))),
    from: Number(from),
    until: until === '' ? null : Number(until),
    ...(extra.includes('after') && after !== undefined ? { dependsOn: after } : {}),
    ...(extra.includes('unless') && unless !== undefined ? { unlessConsentOf: unless } : {}),
  };
};

const pactFrom = (id: string, text: string): Agreement => {
  const [head = '', body = ''] = text.split(': ');
  const [form, visibility, duress] = head.split(' ');
  const drafts = body.split(';').map(clauseOf);
  const parties = [...new Set(drafts.flatMap((one) => [...one.by, ...one.to]))].sort();
  return {
    id,
    title: id,
    parties,
    visibility: visibility as Visibility,
    form: form as AgreementForm,
    status: 'inForce',
    from: 1,
    until: null,
    notice: 1,
    leaving: {},
    consents: [],
    underDuress: duress === undefined ? [] : [duress],
    origin: 'negotiated',
    clauses: drafts.map((draft, i) => clauseFrom(draft, `c${i + 1}`)),
  };
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
};

/** Plays turn 1 with these orders and returns the state after it and what happened in resolution. */
export const play = (
  row: Pick<Row, 'given' | 'orders' | 'standing'>,
  reverse = false,
): { state: MatchState; events: readonly GameEvent[] } => {
  const scenario = row.standing === true ? quiet : bare;
  let state = seated(scenario);
  state = { ...state, board: (row.given ?? []).reduce(place, state.board) };
  state = give(scenario, state, 'facilitator', { kind: 'start' }).state;
  const sets = Object.entries(setsFrom(row.orders));
  for (const [power, orders] of reverse ? sets.reverse() : sets)
    state = give(scenario, state, power, { kind: 'submitOrders', orders }).state;
  state = give(scenario, state, 'facilitator', { kind: 'advance' }).state;
  const done = give(scenario, state, 'facilitator', { kind: 'advance' });
  return { state: done.state, events: done.events.filter((event) => event.turn === 1) };
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
