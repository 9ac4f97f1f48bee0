import { describe, expect, test } from 'vitest';
import type { Input, Sitter } from '../../shared/model/input.ts';
import type { MatchState, Motion, Settings } from '../../shared/model/state.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { settingsFor } from '../../shared/rules/settings.ts';
import { DAY } from '../../shared/rules/votes.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, refusedWith, seated, settings } from '../support/given.ts';

const LETTERS: Settings = { ...settings, facilitated: false, pace: 'correspondence', negotiation: DAY, orders: null, oneWindow: true, pauseDays: 3 };
const QUICK: Settings = { ...settings, facilitated: false, pace: 'blitz', negotiation: 60_000, orders: 30_000 };
const acted = (state: MatchState, ...inputs: readonly (readonly [seat: string, input: Input])[]): MatchState => inputs.reduce((now, [seat, input]) => give(bare, now, seat, input).state, state);
/** Four people and two bots. */
const table = (over: Settings = LETTERS, people: readonly string[] = ['ARM', 'AZE', 'RUS', 'TUR']): MatchState => {
  const start: MatchState = { ...seated(bare), settings: over };
  const bots = Object.keys(start.table.seats).map((power) => ['table', { kind: 'seat', power, sitter: (people.includes(power) ? { by: 'human' } : { by: 'bot', bot: 'hold' }) as Sitter }] as const);
  return acted(start, ...bots, ['table', { kind: 'start' }]);
};
const vote = (on: Motion, agree = true): Input => ({ kind: 'vote', on, agree });
const told = (state: MatchState, seat: string, input: Input): readonly string[] => give(bare, state, seat, input).events.map(formatEvent).filter((line) => /^(pause|vote|clock|deadline)/u.test(line));

describe('TB6 a seat’s own pause', () => {
  test('TB6 three days by letter without a facilitator, none anywhere else', () => {
    const days = (pace: Settings['pace'], facilitated = false) => settingsFor(bare, { length: 'short', pace, press: 'full', facilitated, spectators: true }).pauseDays;
    expect([days('correspondence'), days('correspondence', true), days('live'), days('blitz'), days('untimed')]).toEqual([3, undefined, undefined, undefined, undefined]);
    const paces = bare.paces.map((pace) => ({ ...pace, pauseDays: 7 }));
    expect(settingsFor({ ...bare, paces }, { length: 'short', pace: 'live', press: 'full', facilitated: false, spectators: true }).pauseDays).toBe(7);
  });
  test('TB6 moves the deadline by whole days and is spent; who was ready stays ready', () => {
    const before = acted(table(), ['RUS', { kind: 'setReady', ready: true }]);
    expect(told(before, 'ARM', { kind: 'takePause', days: 2 })).toEqual(['pause ARM 2', 'deadline moved']);
    const after = acted(before, ['ARM', { kind: 'takePause', days: 2 }]);
    expect(after.table.deadline).toBe((before.table.deadline ?? 0) + 2 * DAY);
    expect(after.table.seats.RUS?.ready).toBe(true);
    expect([after.table.seats.ARM?.paused, after.table.seats.AZE?.paused]).toEqual([2, undefined]);
    expect(refusedWith(bare, after, 'ARM', { kind: 'takePause', days: 2 })).toEqual({ code: 'clock/spent', because: { left: 1 } });
    expect(refusedWith(bare, after, 'AZE', { kind: 'takePause', days: 3 })).toBeNull();
  });
  test.each([
    ['no bot takes one', table(), 'IRN', 'input/not-your-seat'],
    ['nobody where no clock runs', table({ ...LETTERS, negotiation: null }), 'ARM', 'clock/none'],
    ['nobody where a facilitator keeps it', { ...table(), settings: { ...LETTERS, facilitated: true } }, 'ARM', 'clock/facilitated'],
    ['nobody where there is no budget', table(QUICK), 'ARM', 'clock/spent'],
    ['nobody while the clock stands', acted(table(LETTERS, ['ARM']), ['ARM', vote('pause')]), 'ARM', 'phase/paused'],
  ] as const)('TB6 %s', (_name, state, seat, code) => {
    expect(refusedWith(bare, state, seat, { kind: 'takePause', days: 1 })?.code).toBe(code);
  });
});

describe('TB7 votes', () => {
  test('TB7 more than half of the people stop the clock, and half of them let it run again', () => {
    let state = acted(table(), ['ARM', vote('pause')], ['AZE', vote('pause')]);
    expect([state.table.votes, state.table.paused]).toEqual([{ pause: ['ARM', 'AZE'] }, null]);
    const left = (state.table.deadline ?? 0) - state.version;
    expect(told(state, 'RUS', vote('pause'))).toEqual(['vote pause RUS yes', 'vote pause carried', 'clock paused']);
    state = acted(state, ['RUS', vote('pause')]);
    expect(state.table).toMatchObject({ paused: { left }, deadline: null });
    expect('votes' in state.table).toBe(false);
    expect(refusedWith(bare, state, 'ARM', { kind: 'setReady', ready: true })?.code).toBe('phase/paused');
    state = acted(state, ['TUR', vote('resume')]);
    expect(told(state, 'ARM', vote('resume'))).toEqual(['vote resume ARM yes', 'vote resume carried', 'clock resumed']);
    expect(acted(state, ['ARM', vote('resume')]).table).toMatchObject({ paused: null, deadline: state.version + left });
  });
  test('TB7 more than half give each other half a phase more', () => {
    const before = table(LETTERS, ['ARM', 'AZE']);
    const once = acted(before, ['ARM', vote('extend')], ['AZE', vote('extend')]);
    expect(once.table.deadline).toBe((before.table.deadline ?? 0) + DAY / 2);
    // It takes everybody's vote anew.
    expect(acted(once, ['ARM', vote('extend')]).table.deadline).toBe(once.table.deadline);
    const orders = acted(table(QUICK, ['ARM']), ['ARM', { kind: 'setReady', ready: true }], ...(['USA', 'RUS', 'AZE', 'TUR', 'IRN'] as const).map((power) => [power, { kind: 'setReady', ready: true }] as const));
    expect(orders.table.phase).toBe('orders');
    expect(acted(orders, ['ARM', vote('extend')]).table.deadline).toBe((orders.table.deadline ?? 0) + 15_000);
  });
  test('TB7 is open overnight, may be taken back, and lapses for all to see with the end of the turn', () => {
    const night = 8 * 3_600_000;
    let state = acted(table(), ['ARM', vote('extend')], ['RUS', vote('extend')], ['RUS', vote('extend', false)], ['AZE', vote('pause')]);
    state = { ...state, version: state.version + night };
    expect(state.table.votes).toEqual({ extend: ['ARM'], pause: ['AZE'] });
    expect(give(bare, state, 'ARM', vote('extend')).events).toEqual([]);
    state = { ...state, version: (state.table.deadline ?? 0) + 1 };
    const end = give(bare, state, 'table', { kind: 'deadlineReached' });
    expect(end.events.map(formatEvent).filter((line) => line.startsWith('vote'))).toEqual(['vote pause lapsed', 'vote extend lapsed']);
    expect(end.events.filter(({ kind }) => kind === 'voteClosed').map(({ audience }) => audience)).toEqual(['public', 'public']);
    expect('votes' in end.state.table).toBe(false);
    expect(end.state.board.turn).toBe(2);
  });
  test('TB7 between talk and orders it stays open', () => {
    const state = { ...acted(table(QUICK), ['ARM', vote('extend')]), version: 120_000 };
    const next = give(bare, state, 'table', { kind: 'deadlineReached' }).state;
    expect([next.table.phase, next.table.votes]).toEqual(['orders', { extend: ['ARM'] }]);
  });
  test('TB7 who leaves takes their vote along, and fewer are asked', () => {
    const state = acted(table(LETTERS, ['ARM', 'AZE', 'RUS']), ['ARM', vote('pause')]);
    const away = { kind: 'seat', power: 'ARM', sitter: { by: 'bot', bot: 'caretaker' } } as const;
    expect('votes' in acted(state, ['table', away]).table).toBe(false);
    const two = acted(state, ['table', { ...away, power: 'AZE' }]);
    expect(two.table.votes).toEqual({ pause: ['ARM'] });
    expect(told(two, 'RUS', { kind: 'concede' })).toEqual(['vote pause carried', 'clock paused']);
  });
  test('TB7 an open vote is seen by everybody, whoever they are', () => {
    const state = acted(table(), ['ARM', vote('pause')]);
    for (const viewer of ['IRN', 'public', 'ARM'] as const) expect(viewFor(bare, state, viewer).table.votes).toEqual({ pause: ['ARM'] });
  });
  test('TB7 nothing is left of it at the end', () => {
    const state = acted(table(LETTERS, ['ARM', 'RUS']), ['ARM', vote('pause')], ['ARM', { kind: 'agreeToEnd', agree: true }], ['RUS', { kind: 'agreeToEnd', agree: true }]);
    expect([state.table.phase, 'votes' in state.table]).toEqual(['ended', false]);
  });
  test.each([
    ['bots have none', table(), 'IRN', 'pause', 'input/not-your-seat'],
    ['no clock, nothing to stop', table({ ...LETTERS, negotiation: null }), 'ARM', 'pause', 'clock/none'],
    ['what runs cannot be let run again', table(), 'ARM', 'resume', 'phase/not-paused'],
    ['what stands cannot be stopped', acted(table(LETTERS, ['ARM']), ['ARM', vote('pause')]), 'ARM', 'pause', 'phase/paused'],
    ['the facilitator rules', { ...table(), settings: { ...LETTERS, facilitated: true } }, 'ARM', 'extend', 'clock/facilitated'],
    ['not before the start', { ...seated(bare), settings: LETTERS }, 'ARM', 'pause', 'phase/not-started'],
  ] as const)('TB7 %s', (_name, state, seat, on, code) => {
    expect(refusedWith(bare, state, seat, vote(on))?.code).toBe(code);
  });
});

test('TB8 an open seat is kept by a caretaker, for all to see, and is closed by who sits down', () => {
  const open = { kind: 'seat', power: 'ARM', sitter: { by: 'bot', bot: 'caretaker', open: true } } as const;
  const before = acted(table(), ['ARM', { kind: 'takePause', days: 1 }]);
  const { state, events } = give(bare, before, 'table', open);
  expect(events.map(formatEvent)).toEqual(['sat ARM bot caretaker open']);
  expect(viewFor(bare, state, 'public').table.seats.ARM?.sitter).toEqual(open.sitter);
  const claimed = acted(state, ['table', { ...open, sitter: { by: 'human' } }]);
  expect(claimed.table.seats.ARM).toMatchObject({ sitter: { by: 'human' }, paused: 1 });
});
