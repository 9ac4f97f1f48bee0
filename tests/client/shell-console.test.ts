import { describe, expect, test } from 'vitest';
import { speaksOf } from '../../client/classroom/act-dialogs.tsx';
import { byNeed, type Moment, needsOf } from '../../client/classroom/needs.ts';
import type { ConsoleSeat, ConsoleTable } from '../../shared/protocol/http.ts';

const NOW = 10_000_000;
const at = (since: number): Moment => ({ now: NOW, since: new Map([['m', NOW - since]]) });

const seat = (power: string, change: Partial<ConsoleSeat> = {}): ConsoleSeat => ({
  power,
  people: [{ name: power, online: true }],
  sitter: 'human',
  bot: null,
  ready: false,
  spokeAt: NOW - 1_000,
  ordersIn: false,
  ...change,
});
const table = (change: Partial<ConsoleTable> = {}): ConsoleTable => ({
  match: 'm',
  room: 'r',
  label: 'A',
  phase: 'negotiation',
  turn: 1,
  turns: 3,
  deadline: null,
  paused: false,
  seats: [seat('ARM'), seat('USA'), seat('RUS')],
  signed: 0,
  broken: 0,
  waitingFor: ['ARM', 'USA', 'RUS'],
  ...change,
});
const kinds = (one: ConsoleTable, moment = at(600_000)): readonly string[] =>
  needsOf(one, moment).map(({ kind }) => kind);

describe('a table needs its teacher', () => {
  test('not while everybody talks', () => expect(kinds(table())).toEqual([]));
  test('when a seat says nothing for three minutes', () =>
    expect(needsOf(table({ seats: [seat('ARM', { spokeAt: NOW - 180_000 }), seat('USA')] }), at(600_000))).toEqual([
      { kind: 'silent', powers: ['ARM'] },
    ]));
  test('but silence counts from the start of the phase', () =>
    expect(kinds(table({ seats: [seat('ARM', { spokeAt: null })] }), at(60_000))).toEqual([]));
  test('not for silence of who is ready, or while paused', () => {
    const quiet = { spokeAt: NOW - 400_000 };
    expect(kinds(table({ seats: [seat('ARM', { ...quiet, ready: true })], waitingFor: [] }))).toEqual([]);
    expect(kinds(table({ paused: true, seats: [seat('ARM', quiet)] }))).toEqual([]);
  });
  test('when nobody of a seat is there, and does not call that silence', () =>
    expect(kinds(table({ seats: [seat('ARM', { spokeAt: null, people: [{ name: 'a', online: false }] })] }))).toEqual([
      'away',
    ]));
  test('when two hold up the rest', () =>
    expect(
      kinds(table({ waitingFor: ['ARM', 'USA'], seats: [seat('ARM'), seat('USA'), seat('RUS', { ready: true })] })),
    ).toEqual(['waiting']));
  test('when the clock runs out on somebody', () => expect(kinds(table({ deadline: NOW + 30_000 }))).toEqual(['late']));
  test('never when it is over', () => expect(kinds(table({ phase: 'ended', deadline: NOW + 1 }))).toEqual([]));
});

test('who needs the teacher comes first, and the rest keep their order', () => {
  const tables = [
    table({ match: 'a', label: 'A' }),
    table({ match: 'b', label: 'B' }),
    table({ match: 'c', label: 'C', deadline: NOW + 1_000 }),
  ];
  expect(byNeed(tables, at(0)).map(({ label }) => label)).toEqual(['C', 'A', 'B']);
});

test('a card is found by words of its title, its text or what it teaches', () => {
  const card = {
    id: 'leak',
    title: 'A leak',
    text: 'Papers on the Charter.',
    changes: 'Credibility −2.',
    teaching: '',
    precedent: '',
    sources: [],
  };
  expect(['', 'leak', 'charter PAPERS', ' credibility '].map((words) => speaksOf(card, words))).toEqual(
    Array(4).fill(true),
  );
  expect(['flood', 'leak flood'].map((words) => speaksOf(card, words))).toEqual([false, false]);
});
