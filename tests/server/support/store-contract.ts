import { expect, test } from 'vitest';
import type { MatchStore, Member, StoredClass, StoredInput, StoredMatch } from '../../../server/store/match-store.ts';

export const storedMatch = (id: string, more: Partial<StoredMatch> = {}): StoredMatch => ({
  id,
  kind: 'private',
  title: `Match ${id}`,
  scenario: 'tiny',
  settings: {
    length: 'sprint',
    turns: 3,
    pace: 'untimed',
    negotiation: null,
    orders: null,
    oneWindow: false,
    press: 'full',
    facilitated: false,
    spectators: true,
  },
  seed: 'seed',
  salt: 'salt',
  bots: { bot: 'hold' },
  code: null,
  classId: null,
  host: null,
  createdAt: 1,
  status: 'table',
  outline: null,
  ...more,
});
export const storedInput = (seq: number, more: Partial<StoredInput> = {}): StoredInput => ({
  seq,
  at: seq * 10,
  seat: 'ARM',
  person: 'anna',
  command: `command-${seq}`,
  input: { kind: 'setReady', ready: true },
  ...more,
});
const member = (person: string, power: string | null, joinedAt = 1): Member => ({
  person,
  power,
  name: person,
  joinedAt,
});
const klass = (id: string, code: string): StoredClass => ({
  id,
  title: 'Class',
  code,
  consoleKey: `key-${id}`,
  wallKey: 'wall',
  bots: { bot: 'hold' },
  createdAt: 1,
});
const conflict = expect.objectContaining({ kind: 'conflict' });

/** What every store must keep to. */
export const storeContract = (open: () => Promise<MatchStore>): void => {
  test('keeps inputs in their order, as they were', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m'));
    const rows = [
      storedInput(1),
      storedInput(2, { seat: 'table', input: { kind: 'extend', by: -5 } }),
      storedInput(3, { seat: 'GEO' }),
    ];
    for (const row of rows) await store.append('m', row);
    expect(await store.inputs('m')).toEqual(rows);
    expect(await store.inputs('other')).toEqual([]);
    await store.close();
  });

  test('gives a place in the log once, and a command of one person in one seat once', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m'));
    await store.append('m', storedInput(1));
    await expect(store.append('m', storedInput(1, { command: 'another' }))).rejects.toEqual(conflict);
    await expect(store.append('m', storedInput(2, { command: 'command-1' }))).rejects.toEqual(conflict);
    await store.append('m', storedInput(2, { command: 'command-1', person: 'bela' }));
    expect((await store.inputs('m')).map((row) => row.person)).toEqual(['anna', 'bela']);
    await store.close();
  });

  test('spares the others when one of many at once fails', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m'));
    const settled = await Promise.allSettled(
      [1, 2, 2, 3].map((seq, i) => store.append('m', storedInput(seq, { command: `c-${i}` }))),
    );
    expect(settled.map((one) => one.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect((await store.inputs('m')).map((row) => row.seq)).toEqual([1, 2, 3]);
    await store.close();
  });

  test('knows people by the hash of their token', async () => {
    const store = await open();
    const person = { key: 'hash', name: 'Anna', createdAt: 5 };
    await store.addPerson(person);
    expect(await store.person('hash')).toEqual(person);
    expect(await store.person('other')).toBeNull();
    await expect(store.addPerson(person)).rejects.toEqual(conflict);
    await store.close();
  });

  test('keeps matches, their outline and their code, which is free again at the end', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m', { code: 'ABCDE' }));
    await expect(store.addMatch(storedMatch('n', { code: 'ABCDE' }))).rejects.toEqual(conflict);
    expect(await store.match('n')).toBeNull();
    expect(await store.codeTarget('ABCDE')).toEqual({ kind: 'match', id: 'm' });
    const outline = { phase: 'ended', turn: 3, sitters: { ARM: 'human' } } as const;
    await store.setOutline('m', 'ended', outline);
    expect(await store.match('m')).toEqual(storedMatch('m', { code: 'ABCDE', status: 'ended', outline }));
    expect(await store.codeTarget('ABCDE')).toBeNull();
    await store.close();
  });

  test('lists open public tables, what runs, and what somebody sits at', async () => {
    const store = await open();
    await store.addMatch(storedMatch('a', { kind: 'public', createdAt: 1 }));
    await store.addMatch(storedMatch('b', { kind: 'public', createdAt: 2 }));
    await store.addMatch(storedMatch('c', { kind: 'public', createdAt: 3, status: 'running' }));
    await store.addMatch(storedMatch('d', { kind: 'private', createdAt: 4 }));
    expect((await store.openTables(9)).map(({ id }) => id)).toEqual(['b', 'a']);
    expect((await store.running()).map(({ id }) => id)).toEqual(['c']);
    await store.putMember('a', member('anna', 'ARM'));
    await store.putMember('d', member('anna', null));
    await store.putMember('d', member('anna', 'AZE', 9));
    expect((await store.matchesOf('anna', 9)).map(({ match, power }) => [match.id, power])).toEqual([
      ['d', 'AZE'],
      ['a', 'ARM'],
    ]);
    expect(await store.members('d')).toEqual([member('anna', 'AZE')]);
    await store.close();
  });

  test('adds a class with its tables in one piece or not at all, and seats students', async () => {
    const store = await open();
    const tables = ['t1', 't2'].map((id) => ({ label: id, match: storedMatch(id, { kind: 'class', classId: 'k' }) }));
    await store.addClass(klass('k', 'CLASS'), tables);
    await expect(store.addClass(klass('l', 'CLASS'), [{ label: 'x', match: storedMatch('x') }])).rejects.toEqual(
      conflict,
    );
    expect(await store.match('x')).toBeNull();
    expect(await store.classTables('k')).toEqual([
      { match: 't1', label: 't1' },
      { match: 't2', label: 't2' },
    ]);
    expect(await store.classByConsole('key-k')).toEqual(klass('k', 'CLASS'));
    expect(await store.codeTarget('CLASS')).toEqual({ kind: 'class', id: 'k' });
    await store.putStudent('k', 't2', member('anna', 'ARM'));
    expect(await store.tableOfStudent('k', 'anna')).toBe('t2');
    expect(await store.members('t2')).toEqual([member('anna', 'ARM')]);
    await store.close();
  });

  test('remembers when a server was last up', async () => {
    const store = await open();
    expect(await store.lastBeat()).toBeNull();
    await store.beat(5);
    await store.beat(7);
    expect(await store.lastBeat()).toBe(7);
    await store.close();
  });
};
