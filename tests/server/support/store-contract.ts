import { expect, test } from 'vitest';
import type {
  MatchStore,
  Member,
  StoredClass,
  StoredInput,
  StoredMatch,
  StoredReport,
  StoredToken,
  StoredTurn,
  Tenure,
} from '../../../server/store/match-store.ts';

export const storedMatch = (id: string, more: Partial<StoredMatch> = {}): StoredMatch => ({
  id,
  kind: 'private',
  title: `Match ${id}`,
  scenario: 'tiny',
  rules: 3,
  digest: 'digest',
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
  endedAt: null,
  keepDays: null,
  next: null,
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
  keepDays: null,
});
const token = (hash: string, person: string, more: Partial<StoredToken> = {}): StoredToken => ({
  hash,
  person,
  kind: 'session',
  createdAt: 5,
  expiresAt: null,
  ...more,
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

  test('keeps the lines of closed turns as they were, in their places, and gives those places to nobody', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m', { status: 'running' }));
    const rows = [1, 2, 3, 4, 5, 6].map((seq) => storedInput(seq, seq === 3 ? { seat: 'table' } : {}));
    const closed = async (seq: number): Promise<void> => {
      const state = { version: seq } as unknown as StoredTurn['state'];
      await store.putTurn('m', { turn: seq, seq, chain: 'chain', rules: 3, state, seals: [] });
    };
    for (const row of rows.slice(0, 4)) await store.append('m', row);
    await closed(3);
    for (const row of rows.slice(4)) await store.append('m', row);
    expect(await store.inputs('m')).toEqual(rows);
    await closed(6);
    await closed(6);
    expect(await store.inputs('m')).toEqual(rows);
    for (const seq of [1, 6])
      await expect(store.append('m', storedInput(seq, { command: 'another' }))).rejects.toEqual(conflict);
    await expect(store.append('m', storedInput(7, { command: 'command-2' }))).rejects.toEqual(conflict);
    await expect(store.append('m', storedInput(7, { command: 'command-3', seat: 'table' }))).rejects.toEqual(conflict);
    await store.append('m', storedInput(7, { command: 'command-3' }));
    expect((await store.inputs('m')).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await store.eraseMatch('m');
    expect(await store.inputs('m')).toEqual([]);
    await store.close();
  });

  test('finds a match that nobody plays by its last line, packed or not', async () => {
    const store = await open();
    const at = 50 * 86_400_000;
    await store.addMatch(storedMatch('m', { status: 'running' }));
    await store.append('m', storedInput(1, { at }));
    const state = {} as unknown as StoredTurn['state'];
    await store.putTurn('m', { turn: 1, seq: 1, chain: 'chain', rules: 3, state, seals: [] });
    const after = (days: number) => store.expired(at + days * 86_400_000, 30, 0);
    expect([await after(29), await after(31)]).toEqual([[], ['m']]);
    await store.append('m', storedInput(2, { at: at + 5 * 86_400_000 }));
    expect([await after(31), await after(36)]).toEqual([[], ['m']]);
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

  test('knows people by the hash of a token, which may be exchanged for another once', async () => {
    const store = await open();
    const person = { key: 'anna', name: 'Anna', createdAt: 5 };
    await store.addPerson(person, token('hash', 'anna'));
    expect(await store.person('anna')).toEqual(person);
    expect(await store.token('hash')).toEqual(token('hash', 'anna'));
    expect(await store.exchangeToken('hash', token('next', 'anna'))).toBe(true);
    expect(await store.exchangeToken('hash', token('third', 'anna'))).toBe(false);
    expect(await Promise.all(['hash', 'next', 'third'].map((one) => store.token(one)))).toEqual([
      null,
      token('next', 'anna'),
      null,
    ]);
    await store.addToken(token('feed', 'anna', { kind: 'feed', expiresAt: 9 }));
    await store.addToken(token('spare', 'anna', { createdAt: 6 }));
    expect((await store.tokensOf('anna')).map(({ hash }) => hash)).toEqual(['feed', 'next', 'spare']);
    await store.dropTokens('anna', ['session'], 'next');
    expect([await store.token('next'), await store.token('spare')]).toEqual([token('next', 'anna'), null]);
    await store.dropTokens('anna', ['session'], null);
    expect([await store.token('next'), await store.token('feed')]).toEqual([
      null,
      token('feed', 'anna', { kind: 'feed', expiresAt: 9 }),
    ]);
    await store.dropExpired(8);
    expect(await store.token('feed')).not.toBeNull();
    await store.dropExpired(9);
    expect([await store.token('feed'), await store.person('anna')]).toEqual([null, null]);
    await store.addPerson(person, token('last', 'anna'));
    await store.dropToken('last');
    expect(await store.token('last')).toBeNull();
    expect(await store.person('other')).toBeNull();
    await expect(store.addPerson(person, token('other', 'anna'))).rejects.toEqual(conflict);
    await store.close();
  });

  test('keeps matches, their outline and their code, which is free again at the end', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m', { code: 'ABCDE' }));
    await expect(store.addMatch(storedMatch('n', { code: 'ABCDE' }))).rejects.toEqual(conflict);
    expect(await store.match('n')).toBeNull();
    expect(await store.codeTarget('ABCDE')).toEqual({ kind: 'match', id: 'm' });
    const outline = { phase: 'ended', turn: 3, sitters: { ARM: 'human' }, due: null } as const;
    await store.setOutline('m', 'ended', outline, 77);
    await store.setOutline('m', 'ended', outline, 88);
    expect(await store.match('m')).toEqual(storedMatch('m', { code: 'ABCDE', status: 'ended', outline, endedAt: 77 }));
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

  test('knows which matches are due, who made them, and which have been kept long enough', async () => {
    const store = await open();
    const DAY = 86_400_000;
    await store.addMatch(storedMatch('a', { host: 'anna', createdAt: 100 }));
    await store.addMatch(storedMatch('b', { host: 'anna', createdAt: 5 * DAY, keepDays: 1 }));
    await store.addMatch(storedMatch('c', { createdAt: 6 * DAY, keepDays: 8 }));
    const outline = (due: number | null) => ({ phase: 'orders', turn: 1, sitters: {}, due }) as const;
    await store.setOutline('a', 'running', outline(50), 1);
    await store.setOutline('b', 'running', outline(60), 1);
    await store.setOutline('c', 'running', outline(null), 1);
    expect(await store.dueBy(49)).toEqual([]);
    expect(await store.dueBy(60)).toEqual(['a', 'b']);
    expect([await store.madeSince('anna', 0), await store.madeSince('anna', 101)]).toEqual([2, 1]);
    await store.setOutline('a', 'ended', outline(null), 10 * DAY);
    await store.setOutline('b', 'ended', outline(null), 10 * DAY);
    expect(await store.expired(11 * DAY - 1, 2, 0)).toEqual([]);
    expect(await store.expired(11 * DAY, 2, 0)).toEqual(['b']);
    expect(await store.expired(12 * DAY, 2, 0)).toEqual(['a', 'b']);
    await store.append('c', storedInput(1, { at: 7 * DAY }));
    expect(await store.expired(15 * DAY - 1, 20, 0)).toEqual(['b']);
    expect(await store.expired(15 * DAY, 20, 0)).toEqual(['b', 'c']);
    await store.addMatch(storedMatch('never', { createdAt: 1 }));
    expect(await store.expired(0, 2, 2)).toEqual(['never']);
    await store.putMember('a', member('anna', 'ARM'));
    await store.append('a', storedInput(1));
    await store.eraseMatch('a');
    expect([await store.match('a'), await store.members('a'), await store.inputs('a')]).toEqual([null, [], []]);
    await store.close();
  });

  test('keeps who held a seat from when to when', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m'));
    const tenure = (person: string, from: number): Tenure => ({
      power: 'ARM',
      person,
      name: person,
      from,
      fromTurn: from,
      until: null,
      why: null,
    });
    await store.putTenure('m', 'ARM', null, tenure('anna', 1));
    await store.putTenure('m', 'AZE', null, { ...tenure('carl', 2), power: 'AZE' });
    await store.putTenure('m', 'ARM', { at: 7, why: 'replaced' }, tenure('bela', 7));
    await store.putTenure('m', 'ARM', { at: 9, why: 'left' }, null);
    expect(
      (await store.tenures('m')).map(({ power, person, from, until, why }) => [power, person, from, until, why]),
    ).toEqual([
      ['ARM', 'anna', 1, 7, 'replaced'],
      ['AZE', 'carl', 2, null, null],
      ['ARM', 'bela', 7, 9, 'left'],
    ]);
    await store.close();
  });

  test('names the next match of a table once', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m'));
    expect([await store.setNext('m', 'n'), await store.setNext('m', 'o')]).toEqual(['n', 'n']);
    expect((await store.match('m'))?.next).toBe('n');
    await store.close();
  });

  test('forgets somebody: the name and the tokens, and knows what of theirs is to be erased once a match is over', async () => {
    const store = await open();
    await store.addPerson({ key: 'anna', name: 'Anna', createdAt: 5 }, token('hash', 'anna'));
    const said = storedInput(1, { input: { kind: 'say', to: ['AZE'], text: 'between us' } });
    const told = storedInput(1, { person: 'bela', input: { kind: 'say', to: ['AZE'], text: 'also this' } });
    for (const id of ['over', 'on']) {
      await store.addMatch(storedMatch(id));
      await store.putMember(id, { ...member('anna', 'ARM'), name: 'Anna' });
      await store.append(id, said);
      await store.append(id, { ...told, seq: 2 });
    }
    await store.setOutline('over', 'ended', { phase: 'ended', turn: 3, sitters: {} }, 9);
    await store.erasePerson('anna');
    expect([await store.person('anna'), await store.token('hash')]).toEqual([null, null]);
    expect(await store.unsaid()).toEqual([{ match: 'over', seqs: [1] }]);
    await store.setOutline('on', 'ended', { phase: 'ended', turn: 3, sitters: {} }, 9);
    expect((await store.unsaid()).map(({ match }) => match)).toEqual(['on', 'over']);
    const message = { id: 'ARM-AZE#1', channel: 'ARM-AZE', by: 'ARM', turn: 1, at: 10, text: 'between us' };
    const others = { ...message, by: 'AZE', text: 'also this' };
    const events = [message, others].map((one) => ({ kind: 'said', message: one }));
    const state = { messages: [message, others], events } as unknown as StoredTurn['state'];
    await store.putTurn('on', { turn: 1, seq: 2, chain: 'chain', rules: 3, state, seals: [] });
    const edition = { rules: 3, digest: 'digest' };
    await store.putSeam('on', { seq: 2, turn: 1, state, seals: [], before: edition, after: edition });
    const erased = { kind: 'say', to: ['AZE'], text: '[erased]', erased: 'digest' } as const;
    for (const match of ['over', 'on']) await store.eraseSaid(match, [{ seq: 1, input: erased }]);
    expect((await store.inputs('on')).map(({ input }) => input)).toEqual([erased, told.input]);
    expect((await store.lastTurn('on'))?.state.messages.map((one) => one.text)).toEqual(['[erased]', 'also this']);
    expect(JSON.stringify([await store.lastTurn('on'), await store.lastSeam('on')])).not.toContain('between us');
    expect(await store.unsaid()).toEqual([]);
    expect((await store.members('on'))[0]?.name).toBe('');
    await store.close();
  });

  test('seats nobody whom it has forgotten meanwhile, and keeps no name of theirs', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m'));
    const named = { ...member('anna', 'ARM'), name: 'Anna', mark: 'mark' };
    await store.putMember('m', named);
    await store.erasePerson('anna');
    const held: Tenure = { power: 'ARM', person: 'anna', name: 'Anna', from: 1, fromTurn: 1, until: null, why: null };
    await expect(store.putMember('m', named)).rejects.toMatchObject({ kind: 'conflict' });
    await expect(store.putTenure('m', 'ARM', null, held)).rejects.toMatchObject({ kind: 'conflict' });
    await store.putMember('m', { ...named, power: null, removed: true });
    await store.putTenure('m', 'ARM', null, { ...held, until: 9, why: 'removed' });
    await store.putMember('m', member('bela', 'ARM'));
    const all = [await store.members('m'), await store.tenures('m')];
    expect(all.map((rows) => rows.map(({ person, name }) => [person, name]))).toEqual([
      [
        ['anna', ''],
        ['bela', 'bela'],
      ],
      [['anna', '']],
    ]);
    expect(JSON.stringify(all)).not.toContain('mark');
    await store.close();
  });

  test('keeps the last turn of a match, and where it went on under other rules', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m'));
    expect([await store.lastTurn('m'), await store.lastSeam('m')]).toEqual([null, null]);
    const state = { version: 7 } as unknown as StoredTurn['state'];
    const seals = [{ turn: 2, state: 'board', chain: 'second' }];
    const turn = (number: number): StoredTurn => ({ turn: number, seq: 9, chain: 'second', rules: 3, state, seals });
    for (const number of [1, 3, 2]) await store.putTurn('m', turn(number));
    expect(await store.lastTurn('m')).toEqual(turn(2));
    expect([await store.lastChain('m'), await store.lastChain('nobody')]).toEqual([turn(2).chain, null]);
    const before = { rules: null, digest: null };
    const seam = (seq: number) => ({ seq, turn: 2, state, seals, before, after: { rules: 4, digest: 'now' } });
    for (const seq of [9, 12]) await store.putSeam('m', seam(seq));
    expect(await store.lastSeam('m')).toEqual(seam(12));
    await store.eraseMatch('m');
    expect([await store.lastTurn('m'), await store.lastSeam('m')]).toEqual([null, null]);
    await store.close();
  });

  test('keeps reports, bans, blocks and reminders', async () => {
    const store = await open();
    await store.addMatch(storedMatch('m'));
    const report: StoredReport = {
      id: 'r',
      match: 'm',
      by: 'anna',
      about: 'bela',
      reason: 'abuse',
      text: 'see there',
      quoted: 'words',
      at: 4,
      status: 'open',
    };
    await store.addReport(report);
    expect(await store.reports('open', 9)).toEqual([report]);
    await store.settleReport('r', 'acted');
    expect([await store.reports('open', 9), await store.reports('acted', 9)]).toEqual([
      [],
      [{ ...report, status: 'acted' }],
    ]);
    const ban = { person: 'bela', until: null, reason: 'abuse', at: 5 };
    await store.putBan(ban);
    expect([await store.ban('bela'), await store.ban('anna'), await store.bans()]).toEqual([ban, null, [ban]]);
    await store.liftBan('bela');
    expect(await store.ban('bela')).toBeNull();
    await store.setBlock('anna', 'bela', true);
    expect(await store.blocksOf('anna')).toEqual(['bela']);
    expect([await store.isBlocked('bela', ['carl', 'anna']), await store.isBlocked('carl', ['anna'])]).toEqual([
      true,
      false,
    ]);
    await store.setBlock('anna', 'bela', false);
    expect(await store.isBlocked('anna', ['bela'])).toBe(false);
    const reminder = { match: 'm', person: 'anna', address: 'anna@example.org', toldOf: null };
    await store.putReminder(reminder);
    await store.noteTold(reminder, 8);
    expect(await store.reminders('m')).toEqual([{ ...reminder, toldOf: 8 }]);
    // Told at an address that has since been changed, or taken back: nothing of it returns.
    const moved = { ...reminder, address: 'anna@example.com' };
    await store.putReminder(moved);
    await store.noteTold(reminder, 9);
    expect(await store.reminders('m')).toEqual([moved]);
    await store.dropReminder('m', 'anna');
    await store.noteTold(moved, 9);
    expect(await store.reminders('m')).toEqual([]);
    await store.putReminder(reminder);
    await store.setOutline('m', 'ended', { phase: 'ended', turn: 3, sitters: {} }, 9);
    expect(await store.reminders('m')).toEqual([]);
    await store.close();
  });

  test('remembers facts of its own', async () => {
    const store = await open();
    expect(await store.fact('key')).toBeNull();
    await store.putFact('key', 'a');
    await store.putFact('key', 'b');
    expect(await store.fact('key')).toBe('b');
    await store.close();
  });
};
