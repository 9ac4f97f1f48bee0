import { beforeAll, describe, expect, test } from 'vitest';
import { randomActs, randomSet } from '../../shared/bots/random.ts';
import { luckFor } from '../../shared/kernel/luck.ts';
import { CLAUSE_KINDS } from '../../shared/model/clause.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import { VERBS } from '../../shared/model/order.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { give, place, refusedWith, seated } from '../support/given.ts';

const powers = charter2025.powers.map(({ id }) => id);

/** A position in which everything may be ordered by somebody. */
const HEATED = [
  ...['syunik', 'tavush', 'gegharkunik', 'vayots-dzor'].map((front) => `tension ${front} 8`),
  ...powers.map((power) => `track ${power} stability 20`),
  ...powers.map((power) => `track ${power} readiness 6`),
  'shares ARM politics RUS 40 own 60',
  'pact broken treaty public: RUS to ARM refrain squeeze energy ARM @1-9',
  'pact hidden statement secret: RUS to ARM pay 1 @1-9 unless ARM',
];
const heated = (): MatchState => {
  const start = seated(charter2025);
  const { state } = give(charter2025, { ...start, board: HEATED.reduce(place, start.board) }, 'facilitator', {
    kind: 'start',
  });
  return state;
};

/** Everything that random bots do in a few heated turns, each act accepted. */
const played: { power: string; input: PowerInput }[] = [];
const refused: string[] = [];

/** One input, if it may be: what it makes of the state. */
const act = (state: MatchState, power: string, input: PowerInput): MatchState => {
  played.push({ power, input });
  const refusal = refusedWith(charter2025, state, power, input);
  if (refusal === null) return give(charter2025, state, power, input).state;
  refused.push(`${input.kind} ${refusal.code} ${JSON.stringify(refusal.because)}`);
  return state;
};

const negotiated = (start: MatchState, luck: string): MatchState => {
  let state = start;
  for (let round = 0; round < 3; round += 1)
    for (const power of powers)
      for (const input of randomActs(charter2025, viewFor(charter2025, state, power), `${luck}/${round}`, false))
        state = act(state, power, input);
  return state;
};

beforeAll(() => {
  for (let match = 0; match < 24; match += 1) {
    let state = heated();
    while (state.table.phase !== 'ended') {
      if (state.table.phase === 'negotiation') state = negotiated(state, `${match}`);
      state = give(charter2025, state, 'facilitator', { kind: 'advance' }).state;
    }
  }
});

describe('the random bot', () => {
  test('does nothing that is refused', () => {
    expect(refused).toEqual([]);
  });
  test('gives every order', () => {
    const verbs = new Set(
      played.flatMap(({ input }) =>
        input.kind === 'submitOrders' ? input.orders.orders.map((order) => order.verb) : [],
      ),
    );
    expect(VERBS.filter((verb) => !verbs.has(verb))).toEqual([]);
  });
  test('offers every kind of promise, in agreements of every form, to non-players too', () => {
    const drafts = played.flatMap(({ input }) => (input.kind === 'propose' ? [input.draft] : []));
    const kinds = new Set(drafts.flatMap((draft) => draft.clauses.map((clause) => clause.terms.kind)));
    expect(CLAUSE_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
    expect(new Set(drafts.map((draft) => `${draft.visibility} ${draft.form}`)).size).toBe(4);
    expect(drafts.some((draft) => draft.parties.some((party) => !powers.includes(party)))).toBe(true);
    for (const part of ['every', 'dependsOn', 'unlessConsentOf'] as const)
      expect(drafts.some((draft) => draft.clauses.some((clause) => clause[part] !== undefined))).toBe(true);
  });
  test('demands every kind of promise', () => {
    const demands = new Set(
      played.flatMap(({ input }) =>
        input.kind === 'submitOrders'
          ? input.orders.orders.flatMap((order) =>
              'demand' in order && order.demand !== undefined ? [order.demand.kind] : [],
            )
          : [],
      ),
    );
    expect(demands.size).toBeGreaterThan(6);
  });
  test('uses its papers, its doors and its standing orders', () => {
    const kinds = new Set(played.map(({ input }) => input.kind));
    for (const kind of ['sign', 'decline', 'propose', 'giveNotice', 'consent', 'setStanding', 'submitOrders'] as const)
      expect([...kinds]).toContain(kind);
    const doors = new Set(
      played.flatMap(({ input }) =>
        input.kind === 'submitOrders' && input.orders.doors !== null ? [input.orders.doors.kind] : [],
      ),
    );
    expect(doors.size).toBe(4);
  });
  test('writes its orders once a turn, and none beyond its purse', () => {
    const state = heated();
    const view = viewFor(charter2025, state, 'ARM');
    const acts = randomActs(charter2025, view, 'luck', false);
    expect(acts[0]?.kind).toBe('submitOrders');
    let next = state;
    for (const input of acts) next = give(charter2025, next, 'ARM', input).state;
    expect(
      randomActs(charter2025, viewFor(charter2025, next, 'ARM'), 'other', false).map((act) => act.kind),
    ).not.toContain('submitOrders');
    const broke = { capital: 0, treasury: 0, stability: 20, credibility: 20, readiness: 0 };
    const poor = { ...view, tracks: { ...view.tracks, ARM: { ...view.tracks.ARM, exact: broke } } } as typeof view;
    for (let i = 0; i < 20; i += 1) {
      const set = randomSet(charter2025, poor, luckFor('luck', i));
      expect(
        refusedWith(
          charter2025,
          { ...state, board: { ...state.board, tracks: { ...state.board.tracks, ARM: broke } } },
          'ARM',
          { kind: 'submitOrders', orders: set },
        ),
      ).toBeNull();
    }
  });
  test('does the same with the same luck, whatever it may not know', () => {
    const state = heated();
    const other = {
      ...state,
      seed: 'another',
      board: { ...state.board, agendas: { ...state.board.agendas, RUS: 'another' } },
    };
    const acts = (of: MatchState) => randomActs(charter2025, viewFor(charter2025, of, 'ARM'), 'luck', false);
    expect(acts(other)).toEqual(acts(state));
  });
  test('plays where there is little to play with', () => {
    let state = give(tiny, seated(tiny), 'facilitator', { kind: 'start' }).state;
    for (let i = 0; i < 40; i += 1)
      for (const { id } of tiny.powers)
        for (const input of randomActs(tiny, viewFor(tiny, state, id), `${i}`, i % 3 === 0)) {
          expect(refusedWith(tiny, state, id, input)).toBeNull();
          if (input.kind !== 'submitOrders') state = give(tiny, state, id, input).state;
        }
    expect(randomActs(tiny, viewFor(tiny, state, 'public'), 'luck', true)).toEqual([]);
  });
});
