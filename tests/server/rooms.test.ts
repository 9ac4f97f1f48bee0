import { Client, type Room } from '@colyseus/sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ConsoleView, WallView } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION, type Reply } from '../../shared/protocol/messages.ts';
import { enterMatch, newId, resumeMatch, settle } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

const TABLE = { length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };
const soon = (check: () => void) => vi.waitFor(check, { timeout: 4_000, interval: 20 });
type Shown = {
  spectators: number;
  seats: { [power: string]: { people: string } };
};
const shown = (room: Room): Shown => room.state.toJSON() as Shown;
const peopleAt = (room: Room, power: string) => JSON.parse(shown(room).seats[power]?.people ?? '[]');

describe('a match’s room', () => {
  test('tells who one is, and who will read what one writes', async () => {
    const { match, seats, code } = await startedTable(server);
    const anna = await enterMatch(server.base, seats.NOR);
    expect(anna.welcome()).toMatchObject({
      protocol: PROTOCOL_VERSION,
      match,
      viewer: 'NOR',
      power: 'NOR',
      name: 'Anna',
      code,
      host: true,
      scenario: 'tiny',
      classId: null,
      seedHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      readers: { now: 'parties', later: 'record-readers' },
    });
    const watcher = await enterMatch(server.base, seats.SUD, { viewer: 'spectator' });
    expect(watcher.welcome()).toMatchObject({ viewer: 'public', power: null, code: null, host: false });
  });

  test('shows everybody who is there, in how many tabs soever', async () => {
    const { seats } = await startedTable(server);
    const anna = await enterMatch(server.base, seats.NOR);
    const tabs = [await enterMatch(server.base, seats.SUD), await enterMatch(server.base, seats.SUD)];
    await soon(() => expect(peopleAt(anna.room, 'SUD')).toEqual([{ name: 'Bela', online: true }]));
    await tabs[0]?.leave();
    await settle();
    expect(peopleAt(anna.room, 'SUD')).toEqual([{ name: 'Bela', online: true }]);
    await tabs[1]?.leave();
    await soon(() => expect(peopleAt(anna.room, 'SUD')).toEqual([{ name: 'Bela', online: false }]));
    expect(shown(anna.room).spectators).toBe(0);
    expect(Object.keys(shown(anna.room).seats).sort()).toEqual(['NOR', 'OST', 'SUD']);
  });

  test('has so many places for one person and for all who watch, and one for whoever plays', async () => {
    const { match, room, seats } = await startedTable(server);
    const knock = (token: string, viewer?: string) =>
      server.post(`/matchmake/joinById/${room}`, { match, protocol: PROTOCOL_VERSION, viewer }, token);
    const statuses: number[] = [];
    for (let i = 0; i < 13; i += 1) statuses.push((await knock(seats.NOR.token)).status);
    expect([statuses[11], statuses[12]]).toEqual([200, expect.not.toBeOneOf([200])]);
    const watching: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { token } = (await server.post('/api/people', { name: 'Wanda' })).body;
      for (let tab = 0; tab < 11; tab += 1) watching.push((await knock(token, 'spectator')).status);
    }
    expect(watching.filter((status) => status === 200)).toHaveLength(60);
    const bela = await enterMatch(server.base, seats.SUD);
    expect(bela.view()?.viewer).toBe('SUD');
    await bela.leave();
  });

  test('gives all tabs of a seat the same view, and each input’s effect to all of them', async () => {
    const { seats } = await startedTable(server);
    const tabs = [await enterMatch(server.base, seats.NOR), await enterMatch(server.base, seats.NOR)];
    expect(await tabs[0]?.send({ kind: 'say', to: ['SUD'], text: 'from one tab' })).toMatchObject({ ok: true });
    await soon(() => expect(tabs[1]?.view()?.messages.map((one) => one.text)).toEqual(['from one tab']));
    expect(tabs[1]?.view()).toEqual(tabs[0]?.view());
    expect(tabs[1]?.version()).toBe(tabs[0]?.version());
  });

  test('gives somebody who moves the eyes of the new seat', async () => {
    const anna = (await server.post('/api/matches', { ...TABLE, kind: 'private', name: 'Anna', power: 'NOR' })).body;
    const there = await enterMatch(server.base, anna);
    expect(there.view()?.viewer).toBe('NOR');
    await server.post(`/api/matches/${anna.match}/seat`, { power: 'OST' }, anna.token);
    await soon(() => expect(there.view()?.viewer).toBe('OST'));
    expect(there.welcome()?.power).toBe('OST');
    await server.post(`/api/matches/${anna.match}/seat`, { power: null }, anna.token);
    await soon(() => expect(there.view()?.viewer).toBe('public'));
    expect(await there.send({ kind: 'setReady', ready: true })).toMatchObject({
      refusal: { code: 'input/not-your-seat' },
    });
  });

  test('takes a lost connection back with the whole view', async () => {
    const { seats } = await startedTable(server);
    const anna = await enterMatch(server.base, seats.NOR);
    const bela = await enterMatch(server.base, seats.SUD);
    anna.room.reconnection.minUptime = 0;
    const back = new Promise<void>((resolve) => anna.room.onReconnect(() => resolve()));
    anna.room.onDrop(() => undefined);
    (anna.room.connection.transport as unknown as { ws: WebSocket }).ws.close();
    await soon(() => expect(peopleAt(bela.room, 'NOR')).toEqual([{ name: 'Anna', online: false }]));
    await bela.send({ kind: 'say', to: ['NOR'], text: 'while you were away' });
    await back;
    await soon(() => expect(anna.view()?.messages.map((one) => one.text)).toEqual(['while you were away']));
    expect(await anna.send({ kind: 'say', to: ['SUD'], text: 'here again' })).toMatchObject({ ok: true });
    await soon(() => expect(peopleAt(bela.room, 'NOR')).toEqual([{ name: 'Anna', online: true }]));
  });

  test('tells whoever still has a view what has changed in it, and no more', async () => {
    const { seats } = await startedTable(server);
    const anna = await enterMatch(server.base, seats.NOR);
    const bela = await enterMatch(server.base, seats.SUD);
    const same = await resumeMatch(server.base, seats.NOR, anna);
    expect([same.began(), same.held()]).toEqual(['resume', anna.held()]);
    for (const one of [anna, same]) await one.leave();
    await bela.send({ kind: 'say', to: ['NOR'], text: 'while you were away' });
    const back = await resumeMatch(server.base, seats.NOR, same);
    expect(back.began()).toBe('resume');
    expect(back.view()).toEqual((await enterMatch(server.base, seats.NOR)).view());
    await bela.send({ kind: 'say', to: ['NOR'], text: 'and now' });
    await soon(() => expect(back.view()?.messages.map(({ text }) => text)).toEqual(['while you were away', 'and now']));
  });

  test('tells all of it to whoever names what they cannot have, or nothing that is any', async () => {
    const { seats } = await startedTable(server);
    const anna = await enterMatch(server.base, seats.NOR);
    const bela = await enterMatch(server.base, seats.SUD);
    const { line, version } = anna.held();
    const made = [
      { line: bela.held().line, version },
      { line: 'none', version },
      { line, version: version + 1 },
    ];
    const unlike = [
      null,
      'x',
      7,
      {},
      { line },
      { line: ['x'], version },
      { line, version: -1 },
      { line, version: 0.5 },
    ];
    for (const has of [...made, ...unlike, { line: 'x'.repeat(10_000), version }]) {
      const again = await enterMatch(server.base, seats.NOR, { has });
      expect([again.began(), again.view()]).toEqual(['view', anna.view()]);
      await again.leave();
    }
    expect(line).not.toBe(bela.held().line);
  });
});

describe('a class’s room', () => {
  const enterClass = async (room: string, options: object) => {
    const entered: Room = await new Client(server.base).joinById(room, options);
    const seen: { console: ConsoleView | null; wall: WallView | null } = { console: null, wall: null };
    entered.onMessage('console', (view: ConsoleView) => {
      seen.console = view;
    });
    entered.onMessage('wall', (view: WallView) => {
      seen.wall = view;
    });
    const act = (table: string, input: unknown) =>
      entered.request('act', { id: newId(), table, input } as never) as Promise<Reply>;
    return { room: entered, seen, act };
  };
  const givenClass = async (students: readonly string[]) => {
    const made = (await server.post('/api/classes', { ...TABLE, name: 'Teacher', title: 'History', tables: 2 })).body;
    const console = await enterClass(made.room, { classId: made.classId, role: 'console', key: made.token });
    const wall = await enterClass(made.room, { classId: made.classId, role: 'wall', key: made.wallKey });
    const seated = [];
    for (const name of students) seated.push((await server.post(`/api/codes/${made.code}/join`, { name })).body);
    return { made, console, wall, seated };
  };

  test('pushes every change to the console and to the wall, and takes the facilitator’s acts', async () => {
    const { made, console, wall, seated } = await givenClass(['Anna', 'Bela', 'Cleo', 'Dora']);
    await soon(() =>
      expect(console.seen.console?.tables.flatMap((one) => one.seats.flatMap((seat) => seat.people)).length).toBe(4),
    );
    expect(console.seen.console).toMatchObject({
      classId: made.classId,
      title: 'History',
      code: made.code,
      wallKey: made.wallKey,
    });
    expect(await console.act('all', { kind: 'start' })).toMatchObject({ ok: true });
    await soon(() => expect(wall.seen.wall?.tables.map((one) => one.phase)).toEqual(['negotiation', 'negotiation']));
    const anna = await enterMatch(server.base, seated[0]);
    await soon(() =>
      expect(console.seen.console?.tables[0]?.seats[0]?.people).toEqual([{ name: 'Anna', online: true }]),
    );
    await anna.send({ kind: 'say', to: ['SUD'], text: 'marked' });
    await anna.send({ kind: 'setReady', ready: true });
    await soon(() =>
      expect(console.seen.console?.tables[0]?.seats[0]).toMatchObject({ ready: true, spokeAt: expect.any(Number) }),
    );
    expect(console.seen.console?.tables[0]?.waitingFor).toEqual(['SUD']);
    expect(await console.act(seated[0].match, { kind: 'postNote', to: 'all', text: 'To everybody' })).toMatchObject({
      ok: true,
    });
    await soon(() => expect(anna.view()?.notes.map((note) => note.text)).toEqual(['To everybody']));
    expect(
      await console.act(seated[0].match, { kind: 'seat', power: 'SUD', sitter: { by: 'bot', bot: 'hold' } }),
    ).toMatchObject({ ok: true });
    await soon(() => expect(anna.view()?.table.phase).toBe('orders'));
    expect(JSON.stringify(wall.seen)).not.toContain('marked');
    expect(await console.act('all', { kind: 'win' })).toMatchObject({ refusal: { code: 'server/malformed' } });
    expect(await wall.act('all', { kind: 'pause' })).toMatchObject({ refusal: { code: 'server/not-allowed' } });
  });

  test('opens a match to the facilitator by the console’s token, and by nothing else', async () => {
    const { made, console, seated } = await givenClass(['Anna', 'Bela']);
    await console.act('all', { kind: 'start' });
    const seat = { ...seated[0], token: made.token };
    const teacher = await enterMatch(server.base, seat, { viewer: 'facilitator' });
    expect(teacher.view()?.viewer).toBe('facilitator');
    expect(teacher.view()?.allOrders).not.toBeNull();
    const act = { id: newId(), basedOn: teacher.version(), input: { kind: 'pause' } };
    expect(await teacher.request('act', act)).toMatchObject({ ok: true });
    expect(await teacher.request('act', act)).toMatchObject({ ok: true });
    const anna = await enterMatch(server.base, seated[0]);
    expect(anna.view()?.table.paused).not.toBeNull();
    expect(anna.welcome()).toMatchObject({ classId: made.classId, readers: { now: 'parties-and-facilitator' } });
    await expect(enterMatch(server.base, seated[0], { viewer: 'facilitator' })).rejects.toThrow('server/not-allowed');
    await expect(enterMatch(server.base, seated[0], { viewer: 'spectator' })).rejects.toThrow('server/not-allowed');
    const other = (await server.post('/api/classes', { ...TABLE, name: 'Other', title: 'Other', tables: 1 })).body;
    await expect(enterMatch(server.base, { ...seat, token: other.token }, { viewer: 'facilitator' })).rejects.toThrow(
      'server/not-allowed',
    );
  });

  test.each([
    ['the wall’s key', 'wallKey', 'console'],
    ['no key', 'nothing', 'console'],
    ['no key', 'nothing', 'wall'],
    ['the console’s token', 'token', 'teacher'],
  ])('does not open to %s for the role it does not fit', async (_what, key, role) => {
    const { made } = await givenClass([]);
    await expect(enterClass(made.room, { classId: made.classId, role, key: made[key] ?? '' })).rejects.toThrow(
      'server/not-allowed',
    );
  });
});
