import { describe, expect, test } from 'vitest';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { CardDefinition } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { routeIncome } from '../../shared/rules/news.ts';
import { hundredthsOf, objectiveKey, scoreOf, scoresOf, worthOf } from '../../shared/rules/scores.ts';
import { bare, give, place, quiet, seated } from '../support/given.ts';

const secondTurn = (given: readonly string[]): readonly string[] => {
  let state: MatchState = seated(bare);
  state = give(bare, { ...state, board: given.reduce(place, state.board) }, 'facilitator', { kind: 'start' }).state;
  state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
  return give(bare, state, 'facilitator', { kind: 'advance' }).events.filter((event) => event.turn === 2).map((event) => `${formatEvent(event)} ${event.cause.kind === 'rule' ? event.cause.rule : ''}`);
};

describe('IN income', () => {
  test('IN1 at most three capital is kept, and stability decides what is added', () => {
    expect(secondTurn(['track ARM stability 52'])).toContain('track ARM capital 5→8 IN1');
    expect(secondTurn(['track AZE stability 74'])).toContain('track AZE capital 6→9 IN1');
    expect(secondTurn(['track IRN stability 30', 'track IRN capital 0'])).toContain('track IRN capital 0→4 IN1');
  });
  test('IN2 the home economy and trade abroad', () => {
    expect(secondTurn(['track RUS treasury 46'])).toContain('track RUS treasury 46→55 IN2');
  });
  test('IN3 open routes pay in full, restricted ones half', () => {
    expect(secondTurn(['track ARM treasury 0', 'track ARM stability 65'])).toContain('track ARM treasury 2→10 IN3');
    expect(secondTurn(['track ARM treasury 0', 'gate upper-lars restricted'])).toContain('track ARM treasury 2→8 IN3');
  });
});

describe('IN3 a measure that stops goods', () => {
  const TOLL = { 'ijevan-gazakh': { ARM: 4 }, 'lars-road': { ARM: 2 } };
  const OPEN = (routeOf: string): readonly string[] =>
    (bare.routes.find((route) => route.id === routeOf)?.gates ?? []).map((gate) => `gate ${gate.id} open`);
  const GIVEN = ['regime ijevan-gazakh sovereign', ...OPEN('ijevan-gazakh'), ...OPEN('lars-road')];
  const income = (power: string, ...more: readonly string[]): number =>
    routeIncome(bare, { ...[...GIVEN, ...more].reduce(place, seated(bare).board), profits: TOLL }, power);
  test('IN3 keeps the profit of its author’s routes from those it is against', () => {
    expect(income('ARM', 'measure az-transit-ban lifted') - income('ARM')).toBeGreaterThanOrEqual(4);
  });
  test('IN3 and from nobody else', () => {
    expect(income('AZE', 'measure az-transit-ban lifted')).toBe(income('AZE'));
  });
  test('IN3 routes without a gate of its author pay as ever', () => {
    const without = routeIncome(bare, GIVEN.reduce(place, seated(bare).board), 'ARM');
    expect(income('ARM') - without).toBe(2);
  });
});

describe('IN3 what was won or lost in a route', () => {
  const income = (profits: MatchState['board']['profits'], given: readonly string[] = []): number => routeIncome(bare, { ...given.reduce(place, seated(bare).board), profits }, 'ARM');
  test('IN3 it pays besides what the route pays anyway', () => {
    expect(income({ 'lars-road': { ARM: 2 } }) - income({})).toBe(2);
    expect(income({ 'lars-road': { ARM: 2 } }, ['gate upper-lars restricted']) - income({}, ['gate upper-lars restricted'])).toBe(1);
  });
  test('IN3 what was lost in it is never more than it pays', () => {
    expect(income({ 'lars-road': { ARM: -99 } })).toBe(income({}, ['gate upper-lars closed']));
  });
});

describe('IN4 news', () => {
  const card = (id: string, over: Partial<CardDefinition>): CardDefinition => ({ id, title: id, text: id, precedent: id, source: 'rows', changes: id, teaching: id, turn: null, weight: 0, when: null, effects: [], ...over });
  const told = (cards: readonly CardDefinition[], turns: number): readonly string[] => {
    const scenario = { ...bare, cards };
    let state = seated(scenario);
    const lines: string[] = [];
    const on = (kind: 'start' | 'advance') => {
      const done = give(scenario, state, 'facilitator', { kind });
      state = done.state;
      for (const event of done.events) if (event.kind === 'cardPlayed') lines.push(`${event.turn} ${event.card} ${event.how}`);
    };
    on('start');
    while (state.board.turn < turns) on('advance');
    return lines;
  };
  const calm = { kind: 'tension', front: 'syunik', atMost: 1 } as const;
  test('IN4 a card has its turn', () => {
    expect(told([card('snow', { turn: 2 })], 3)).toEqual(['2 snow scheduled']);
  });
  test('IN4 …if its condition holds then', () => {
    expect(told([card('snow', { turn: 2, when: calm })], 3)).toEqual([]);
  });
  test('IN4 one card by lot a turn, each once in a match', () => {
    const drawn = told([card('a', { weight: 1 }), card('b', { weight: 5 })], 3);
    expect(drawn.map((line) => line.slice(2)).sort()).toEqual(['a drawn', 'b drawn']);
    expect(drawn.map((line) => line[0])).toEqual(['1', '2']);
  });
  test('IN4 what has no weight is not drawn, nor what does not hold', () => {
    expect(told([card('a', {}), card('b', { weight: 5, when: calm })], 3)).toEqual([]);
  });
  test('IN4 what a scheduled card does may be what lets another be drawn', () => {
    const cards = [card('talks', { turn: 1, effects: [{ kind: 'tension', front: 'syunik', by: -9 }] }), card('thaw', { weight: 1, when: { kind: 'tension', front: 'syunik', atMost: 0 } })];
    expect(told(cards, 1)).toEqual(['1 talks scheduled', '1 thaw drawn']);
  });
  test('IN4 measures that stand cost each turn but the first', () => {
    const treasury = (turns: number): string[] => {
      let state = seated(costly);
      const lines: string[] = [];
      for (let kind: 'start' | 'advance' = 'start'; state.board.turn < turns || state.table.phase === 'table'; kind = 'advance') {
        const done = give(costly, state, 'facilitator', { kind });
        state = done.state;
        for (const event of done.events) if (event.cause.kind === 'measure') lines.push(`${event.turn} ${formatEvent(event)}`);
      }
      return lines;
    };
    const costly = { ...bare, cards: [], measures: bare.measures.map((one) => (one.id === 'us-iran-pressure' ? { ...one, each: [{ kind: 'track', power: 'IRN', track: 'stability', by: -2 } as const] } : one)) };
    expect(treasury(2)).toEqual([expect.stringMatching(/^2 track IRN stability /u)]);
  });
});

describe('RT gates that events hold', () => {
  test('RT3 a card shuts a gate for a turn, its owner cannot open it, and then it opens by itself', () => {
    const shut = { kind: 'gateStatus', gate: 'kazbegi', status: 'closed', turns: 1 } as const;
    let state = give(bare, seated(bare), 'facilitator', { kind: 'start' }).state;
    state = give(bare, state, 'facilitator', { kind: 'override', effects: [shut], reason: 'snow' }).state;
    expect(state.board.gates.kazbegi).toMatchObject({ status: 'closed', held: { until: 1, back: 'open' } });
    state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
    const { events, state: next } = give(bare, state, 'facilitator', { kind: 'advance' });
    expect(next.board.gates.kazbegi).toMatchObject({ status: 'open', held: null });
    expect(events.find((event) => event.kind === 'gateSet')?.cause).toEqual({ kind: 'rule', rule: 'RT3' });
  });
});

describe('OB objectives', () => {
  const board = seated(quiet).board;
  test('OB1 every power begins at forty, whatever its agenda', () => {
    for (const { id } of quiet.powers) {
      for (const agenda of quiet.agendas[id] ?? []) {
        expect(scoreOf(quiet, { ...board, agendas: { [id]: agenda.id } }, id)).toEqual({ open: 4000, full: 4000 });
      }
    }
  });
  test('OB1 of an objective one has what its formula gained, by its weight, on the way to its good end', () => {
    const roads = { id: 'roads', title: 'roads', weight: 14, formula: '10*flow(lars-road) + 10*flow(margara-road)', lo: 10, hi: 70, why: 'rows', source: 'rows' };
    const scenario = { ...quiet, objectives: { ...quiet.objectives, ARM: [roads] } };
    const start = seated(scenario).board;
    const open = ['gate alican open', 'regime margara-road sovereign'].reduce(place, start);
    expect([worthOf(scenario, start, roads), worthOf(scenario, open, roads)]).toEqual([20, 40]);
    expect(scoreOf(scenario, open, 'ARM').open).toBe(4000 + (60 * 14 * (40 - 20)) / (70 - 20));
  });
  test('OB1 the public objectives of a power and its agenda, whichever it is, weigh a hundred together', () => {
    for (const { id } of quiet.powers) {
      const open = (quiet.objectives[id] ?? []).reduce((sum, one) => sum + one.weight, 0);
      expect((quiet.agendas[id] ?? []).map((one) => open + one.weight)).toEqual([100, 100, 100]);
    }
  });
  test('OB1 nothing is earned beyond the good end or lost beyond the bad one', () => {
    const [first] = quiet.objectives.ARM ?? [];
    if (first === undefined) throw new Error('no objective');
    const at = (start: number) => hundredthsOf(quiet, { ...board, baseline: { [objectiveKey('ARM', first.id)]: start } }, 'ARM', first);
    const now = worthOf(quiet, board, first);
    expect(at(now)).toBe(0);
    expect(at(first.hi + 1_000_000)).toBe(-quiet.scoring.down * first.weight);
    expect(Math.abs(at(first.lo - 1_000_000))).toBeLessThanOrEqual(quiet.scoring.up * first.weight);
  });
  test('OB1 what starts at its end has nothing left to give', () => {
    const flat = { id: 'flat', title: 'flat', weight: 10, formula: '5', lo: 5, hi: 5, why: 'rows', source: 'rows' };
    const on = (start: number) => hundredthsOf(quiet, { ...board, baseline: { 'ARM/flat': start } }, 'ARM', flat);
    expect([on(5), on(4)]).toEqual([0, 600]);
    expect(hundredthsOf(quiet, { ...board, baseline: { 'ARM/flat': 6 } }, 'ARM', { ...flat, lo: 6, hi: 9 })).toBe(0);
  });
  test('OB2 a regional war costs everybody ten points', () => {
    for (const { id } of quiet.powers) expect(scoreOf(quiet, { ...board, war: true }, id).open).toBe(3000);
  });
  test('OB2 no score goes below nothing', () => {
    expect(scoreOf(quiet, { ...board, falls: { ARM: 5 } }, 'ARM')).toEqual({ open: 0, full: 0 });
  });
  test('OB2 the joint outcome is the mean of the public scores', () => {
    expect(scoresOf(quiet, { ...board, falls: { ARM: 1 } }).joint).toBe(3750);
  });
  test('OB2 who has no objectives has a score all the same', () => {
    expect(scoreOf({ ...quiet, objectives: {}, agendas: {} }, board, 'ARM')).toEqual({ open: 4000, full: 4000 });
    expect(scoreOf(quiet, board, 'FRA')).toEqual({ open: 4000, full: 4000 });
  });
  test('no power’s income or score is left without an entry', () => {
    expect(Object.keys(board.scores.powers)).toEqual(indexOf(quiet).powers);
  });
});
