import { describe, expect, test } from 'vitest';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { scoreOf } from '../../shared/rules/scores.ts';
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
  test('OB1 an open Margara road is worth three points to Armenia', () => {
    const open = ['gate alican open', 'regime margara-road sovereign'].reduce(place, board);
    expect(scoreOf(quiet, open, 'ARM').open).toBe(4336);
  });
  test('OB1 public objectives weigh 75 and each agenda 25', () => {
    for (const { id } of quiet.powers) {
      expect((quiet.objectives[id] ?? []).reduce((sum, one) => sum + one.weight, 0)).toBe(75);
      expect((quiet.agendas[id] ?? []).map((one) => one.weight)).toEqual([25, 25, 25]);
    }
  });
  test('no power’s income or score is left without an entry', () => {
    expect(Object.keys(board.scores.powers)).toEqual(indexOf(quiet).powers);
  });
});
