import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MatchStore } from '../../server/store/match-store.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { enterMatch, settle } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
let store: MatchStore;
beforeEach(async () => {
  server = await startTestServer();
  // As the operator's tool reads and writes it: beside the server.
  store = await openSqliteStore({ file: join(server.folder, 'data', 'multivector.db') });
});
afterEach(async () => {
  await store.close();
  await server.close();
});

const TABLE = { length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };
const setTable = async (more: object = {}, token?: string) =>
  (await server.post('/api/matches', { ...TABLE, kind: 'private', name: 'Anna', power: 'NOR', ...more }, token)).body;
const sit = (match: string, name: string, more: object = {}, token?: string) =>
  server.post(`/api/matches/${match}/join`, { name, ...more }, token);
const refused = (status: number, code: string) => ({ status, body: { code } });

describe('names', () => {
  test('that hide something, or pass for whoever runs tables, are refused wherever somebody says one', async () => {
    const { match, code } = await setTable();
    for (const name of ['An\u200bna', 'Facilitator', '\u202eanna']) {
      const bad = refused(400, 'server/bad-name');
      expect(await server.post('/api/people', { name })).toMatchObject(bad);
      expect(await server.post('/api/matches', { ...TABLE, kind: 'quick', name })).toMatchObject(bad);
      expect(await sit(match, name)).toMatchObject(bad);
      expect(await server.post(`/api/codes/${code}/join`, { name })).toMatchObject(bad);
    }
  });
  test('that look like another’s at the same table are refused, and numbered in a class', async () => {
    const { match } = await setTable();
    expect(await sit(match, 'Аnnа')).toMatchObject(refused(409, 'server/name-taken'));
    expect(await sit(match, 'Bela')).toMatchObject({ status: 200 });
    const klass = (await server.post('/api/classes', { ...TABLE, name: 'T', title: 'H', tables: 1 })).body;
    for (let i = 0; i < 3; i += 1) await server.post(`/api/codes/${klass.code}/join`, { name: 'Anna' });
    const { body } = await server.get(`/api/classes/${klass.classId}/records`, klass.token);
    expect(Object.values(body.tables[0].record.names).flat()).toEqual(['Anna', 'Anna 2', 'Anna 3']);
  });
});

describe('whom the host sends away', () => {
  test('before the start, leaves a free seat, and does not come back: not to sit, not to watch', async () => {
    const host = await setTable();
    const bela = (await sit(host.match, 'Bela', { power: 'SUD' })).body;
    const here = await enterMatch(server.base, bela);
    here.room.reconnection.enabled = false;
    const left = new Promise((resolve) => here.room.onLeave(resolve));
    const path = `/api/matches/${host.match}/removals`;
    expect(await server.post(path, { power: 'NOR' }, bela.token)).toMatchObject(refused(403, 'server/not-allowed'));
    expect(await server.post(path, { power: 'NOR' }, host.token)).toMatchObject(refused(403, 'server/not-allowed'));
    expect((await server.post(path, { power: 'SUD' }, host.token)).body.free).toContain('SUD');
    await left;
    const away = refused(403, 'server/not-welcome');
    expect(await sit(host.match, 'Bela', {}, bela.token)).toMatchObject(away);
    expect(await sit(host.match, 'Bela', { watch: true }, bela.token)).toMatchObject(away);
    expect(await server.get(`/api/matches/${host.match}/view?viewer=spectator`, bela.token)).toMatchObject(away);
    await expect(enterMatch(server.base, bela)).rejects.toThrow(/not-welcome/);
    expect((await server.get('/api/me/matches', bela.token)).body.matches).toEqual([]);
    // A removal is of one person: the seat is there for the next.
    expect((await sit(host.match, 'Cleo', { power: 'SUD' })).body.power).toBe('SUD');
  });
  test('in play, leaves the seat to a bot, also after a restart', async () => {
    const table = await startedTable(server);
    const bela = await enterMatch(server.base, table.seats.SUD);
    bela.room.reconnection.enabled = false;
    await server.post(`/api/matches/${table.match}/removals`, { power: 'SUD' }, table.seats.NOR.token);
    const anna = await enterMatch(server.base, table.seats.NOR);
    expect(anna.view()?.table.seats.SUD?.sitter).toMatchObject({ by: 'bot', bot: 'caretaker', open: true });
    await expect(enterMatch(server.base, table.seats.SUD)).rejects.toThrow(/not-welcome/);
    const said = await bela.send({ kind: 'setReady', ready: true }).catch(() => ({ ok: false }));
    expect(said.ok).toBe(false);
    expect(await server.get(`/api/matches/${table.match}/record`, table.seats.SUD.token)).toMatchObject({
      body: { redacted: { reader: 'public' } },
    });
    await anna.leave();
  });
});

describe('two of whom one has blocked the other', () => {
  const met = async () => {
    const table = await startedTable(server);
    const [anna, bela] = [table.seats.NOR.token, table.seats.SUD.token];
    expect(await server.post(`/api/matches/${table.match}/blocks`, { power: 'SUD' }, anna)).toMatchObject({
      body: { ok: true },
    });
    return { anna, bela };
  };
  test.each([
    ['who blocked', 'anna', 'bela'],
    ['who was blocked', 'bela', 'anna'],
  ] as const)('do not sit at one table, whoever comes to the other: %s is there', async (_who, there, comes) => {
    const people = await met();
    const { match, code } = await setTable({ name: 'There', kind: 'public' }, people[there]);
    const away = refused(403, 'server/not-welcome');
    expect(await sit(match, 'Comes', {}, people[comes])).toMatchObject(away);
    expect(await server.post(`/api/codes/${code}/join`, { name: 'Comes' }, people[comes])).toMatchObject(away);
    const listed = async (token?: string) =>
      (await server.get('/api/matches', token)).body.matches.map((one: { match: string }) => one.match);
    expect(await listed(people[comes])).not.toContain(match);
    expect(await listed(people[there])).toContain(match);
    expect(await listed()).toContain(match);
  });
  test('meet again when the block is lifted', async () => {
    const { anna, bela } = await met();
    const { blocks } = (await server.get('/api/me/blocks', anna)).body;
    expect(blocks).toEqual([{ id: expect.stringMatching(/^[0-9a-f]{20}$/), name: 'Bela' }]);
    expect((await server.get('/api/me/blocks', bela)).body.blocks).toEqual([]);
    expect(await server.post(`/api/me/blocks/${blocks[0].id}/lift`, {}, bela)).toMatchObject({ status: 403 });
    expect((await server.post(`/api/me/blocks/${blocks[0].id}/lift`, {}, anna)).body).toEqual({ blocks: [] });
    const { match } = await setTable({}, anna);
    expect(await sit(match, 'Bela', {}, bela)).toMatchObject({ status: 200 });
  });
});

describe('a report', () => {
  test('names who wrote the message, and quotes what the reporter could read, no more', async () => {
    const table = await startedTable(server);
    const bela = await enterMatch(server.base, table.seats.SUD);
    await bela.send({ kind: 'say', to: ['NOR', 'OST'], text: 'a nasty word' });
    await bela.send({ kind: 'say', to: ['NOR'], text: 'between the two of us' });
    await bela.send({ kind: 'say', to: ['OST'], text: 'for Cleo alone' });
    const path = `/api/matches/${table.match}/reports`;
    const message = bela.view()?.messages.find(({ text }) => text === 'a nasty word')?.id;
    const told = { power: 'SUD', reason: 'insult', text: 'Look.' };
    expect(await server.post(path, { ...told, message }, table.seats.NOR.token)).toMatchObject({ body: { ok: true } });
    expect(await server.post(path, told, table.seats.NOR.token)).toMatchObject({ body: { ok: true } });
    const reports = await store.reports('open', 9);
    const keyOf = async (power: 'NOR' | 'SUD') =>
      (await store.members(table.match)).find((one) => one.power === power)?.person;
    expect(reports).toHaveLength(2);
    for (const one of reports)
      expect(one).toMatchObject({ by: await keyOf('NOR'), about: await keyOf('SUD'), reason: 'insult', text: 'Look.' });
    const quoted = reports.map((one) => one.quoted).sort((a, b) => a.length - b.length);
    expect(quoted[0]).toBe('turn 1, NOR-OST-SUD, SUD: a nasty word');
    expect(quoted[1]).toContain('between the two of us');
    expect(quoted.join()).not.toContain('for Cleo alone');
    await bela.leave();
  });
  test('finds who wrote a message also when they sent it with blanks round it', async () => {
    const table = await startedTable(server);
    const bela = await enterMatch(server.base, table.seats.SUD);
    await bela.send({ kind: 'say', to: ['NOR'], text: '  a nasty word \n' });
    const told = { power: 'SUD', reason: 'insult', text: '', message: bela.view()?.messages[0]?.id };
    const path = `/api/matches/${table.match}/reports`;
    // What is refused counts for nothing.
    for (let i = 0; i < 21; i += 1)
      expect((await server.post(path, { ...told, power: 'OST' }, table.seats.NOR.token)).status).toBe(403);
    expect((await server.post(path, told, table.seats.NOR.token)).body).toEqual({ ok: true });
    expect((await store.reports('open', 9)).map(({ quoted }) => quoted)).toEqual([
      'turn 1, NOR-SUD, SUD: a nasty word',
    ]);
    for (let i = 0; i < 19; i += 1) await server.post(path, told, table.seats.NOR.token);
    expect(await server.post(path, told, table.seats.NOR.token)).toMatchObject(refused(429, 'server/too-many'));
    await bela.leave();
  });
  test('is refused about oneself, a bot, what one cannot read, and by who is not there', async () => {
    const table = await startedTable(server, { spectators: 'none' });
    const bela = await enterMatch(server.base, table.seats.SUD);
    await bela.send({ kind: 'say', to: ['OST'], text: 'for Cleo alone' });
    const message = bela.view()?.messages[0]?.id;
    const path = `/api/matches/${table.match}/reports`;
    const told = { power: 'SUD', reason: 'insult', text: '' };
    const no = refused(403, 'server/not-allowed');
    expect(await server.post(path, { ...told, message }, table.seats.NOR.token)).toMatchObject(no);
    expect(await server.post(path, told, table.seats.SUD.token)).toMatchObject(no);
    const { token } = (await server.post('/api/people', { name: 'Wanda' })).body;
    expect(await server.post(path, told, token)).toMatchObject(refused(403, 'server/not-a-member'));
    const quick = await setTable({ kind: 'quick' });
    expect(await server.post(`/api/matches/${quick.match}/reports`, told, quick.token)).toMatchObject(no);
    expect(await server.post(path, { ...told, reason: 'because' }, table.seats.NOR.token)).toMatchObject({
      status: 400,
    });
    expect(await store.reports('open', 9)).toEqual([]);
    await bela.leave();
  });
});

describe('whom the operator excludes', () => {
  test('is put out of open rooms and off their tables, and gets no answer any more', async () => {
    const table = await startedTable(server);
    const bela = await enterMatch(server.base, table.seats.SUD);
    bela.room.reconnection.enabled = false;
    const left = new Promise((resolve) => bela.room.onLeave(resolve));
    const person = (await store.members(table.match)).find(({ power }) => power === 'SUD')?.person ?? '';
    await store.putBan({ person, until: null, reason: 'test', at: 1 });
    await left;
    const out = refused(403, 'server/banned');
    expect(await server.get('/api/me/matches', table.seats.SUD.token)).toMatchObject(out);
    expect(await setTableAs(table.seats.SUD.token)).toMatchObject(out);
    const { room } = (await server.post(`/api/matches/${table.match}/open`, {}, table.seats.NOR.token)).body;
    const anna = await enterMatch(server.base, { ...table.seats.NOR, room });
    await expect(enterMatch(server.base, { ...table.seats.SUD, room })).rejects.toThrow(/banned/);
    await vi.waitFor(() => expect(anna.view()?.table.seats.SUD?.sitter.by).toBe('bot'));
    await anna.leave();
    await store.liftBan(person);
    await vi.waitFor(
      async () => expect(await server.get('/api/me/matches', table.seats.SUD.token)).toMatchObject({ status: 200 }),
      { timeout: 12_000, interval: 500 },
    );
  }, 30_000);
  const setTableAs = (token: string) => server.post('/api/matches', { ...TABLE, kind: 'quick', name: 'Bela' }, token);
});

describe('after the end', () => {
  const ended = async (more: object = {}) => {
    const table = await startedTable(server, more);
    const people = await Promise.all(Object.values(table.seats).map((seat) => enterMatch(server.base, seat)));
    for (const one of people) await one.send({ kind: 'agreeToEnd', agree: true });
    expect(people[0]?.view()?.table).toMatchObject({ phase: 'ended', ended: 'agreed' });
    await Promise.all(people.map((one) => one.leave()));
    const again = (seat: keyof typeof table.seats, seats = 'kept') =>
      server.post(`/api/matches/${table.match}/rematch`, { seats }, table.seats[seat].token);
    return { table, again };
  };
  test('the same people sit at one new table, each in their own seat, however many ask at once', async () => {
    const { table, again } = await ended({ title: 'Thursday', keepDays: 30 });
    const nexts = await Promise.all([again('SUD'), again('NOR'), again('OST')]);
    expect(nexts.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(nexts.map(({ body }) => body.match)).size).toBe(1);
    expect(nexts.map(({ body }) => body.power)).toEqual(['SUD', 'NOR', 'OST']);
    const next = nexts[0]?.body.match;
    expect((await server.get(`/api/matches/${next}`)).body).toMatchObject({ title: 'Thursday', phase: 'table' });
    const summary = async (token?: string) => (await server.get(`/api/matches/${table.match}`, token)).body;
    expect((await summary(table.seats.OST.token)).next).toBe(next);
    expect(await summary()).not.toHaveProperty('next');
    expect((await store.matchesBy('table', 9)).map(({ keepDays }) => keepDays)).toEqual([30]);
  });
  test('everybody sits one power further on if the first one chose so', async () => {
    const { again } = await ended();
    const powers = [await again('NOR', 'rotated'), await again('OST'), await again('SUD')].map(
      ({ body }) => body.power,
    );
    expect([...powers].sort()).toEqual(['NOR', 'OST', 'SUD']);
    expect(powers).toEqual(['SUD', 'NOR', 'OST']);
  });
  test('nobody else comes along, and nobody before the end', async () => {
    const { table } = await ended();
    const path = `/api/matches/${table.match}/rematch`;
    const { token } = (await server.post('/api/people', { name: 'Wanda' })).body;
    expect(await server.post(path, { seats: 'kept' }, token)).toMatchObject(refused(403, 'server/not-allowed'));
    const running = await startedTable(server);
    expect(
      await server.post(`/api/matches/${running.match}/rematch`, { seats: 'kept' }, running.seats.NOR.token),
    ).toMatchObject(refused(403, 'server/not-allowed'));
  });
  test('whoever has blocked another stays away from the table that the other went to', async () => {
    const { table, again } = await ended();
    await server.post(`/api/matches/${table.match}/blocks`, { power: 'SUD' }, table.seats.NOR.token);
    expect((await again('SUD')).status).toBe(200);
    expect(await again('NOR')).toMatchObject(refused(403, 'server/not-welcome'));
  });
});

describe('a student who has lost their way', () => {
  test('gets a link to the seat, good once, and what they were before opens it no more', async () => {
    const klass = (await server.post('/api/classes', { ...TABLE, name: 'T', title: 'H', tables: 1 })).body;
    const anna = (await server.post(`/api/codes/${klass.code}/join`, { name: 'Anna' })).body;
    const path = `/api/classes/${klass.classId}/ways-in`;
    const asked = { match: anna.match, power: anna.power, name: 'Anna' };
    expect(await server.post(path, asked, anna.token)).toMatchObject(refused(403, 'server/not-allowed'));
    expect(await server.post(path, { ...asked, name: 'Bela' }, klass.token)).toMatchObject({ status: 403 });
    const link = (await server.post(path, asked, klass.token)).body;
    expect(link).toMatchObject({ match: anna.match, power: anna.power });
    const next = 'ab'.repeat(16);
    expect(await server.post('/api/me/session', { next }, link.token)).toMatchObject({ body: { name: 'Anna' } });
    expect(await server.post('/api/me/session', { next: 'cd'.repeat(16) }, link.token)).toMatchObject({ status: 401 });
    const back = await enterMatch(server.base, { ...anna, token: next });
    expect(back.welcome()).toMatchObject({ power: anna.power, name: 'Anna' });
    await expect(enterMatch(server.base, anna)).rejects.toThrow(/not-welcome/);
    const byCode = await server.post(`/api/codes/${klass.code}/join`, { name: 'Anna' }, anna.token);
    expect(byCode).toMatchObject(refused(403, 'server/not-welcome'));
    await expect(enterMatch(server.base, anna)).rejects.toThrow(/not-welcome/);
    await back.leave();
    await settle();
  });
});

describe('one browser with two people', () => {
  const mark = 'ab'.repeat(16);
  const newPerson = async (name: string): Promise<string> => (await server.post('/api/people', { name })).body.token;

  test('has one seat at an open table, and is told why; may watch; and sits anywhere by invitation', async () => {
    const open = await setTable({ kind: 'public', mark });
    const other = await newPerson('Bela');
    expect(await sit(open.match, 'Bela', { mark }, other)).toMatchObject(refused(409, 'server/second-seat'));
    expect(await server.post(`/api/codes/${open.code}/join`, { name: 'Bela', mark }, other)).toMatchObject(
      refused(409, 'server/second-seat'),
    );
    expect(await sit(open.match, 'Bela', { mark, watch: true }, other)).toMatchObject({ status: 200 });
    const watching = await server.post(`/api/matches/${open.match}/seat`, { power: 'OST' }, other);
    expect(watching).toMatchObject(refused(409, 'server/second-seat'));
    expect(await sit(open.match, 'Cleo', { mark: 'cd'.repeat(16) })).toMatchObject({ status: 200 });
    const shared = await setTable({ kind: 'private', mark });
    expect(await sit(shared.match, 'Bela', { mark }, other)).toMatchObject({ status: 200 });
  });
  test('does not come back as somebody new where it was sent away', async () => {
    const host = await setTable();
    await sit(host.match, 'Bela', { power: 'SUD', mark });
    await server.post(`/api/matches/${host.match}/removals`, { power: 'SUD' }, host.token);
    expect(await sit(host.match, 'Bela again', { mark })).toMatchObject(refused(403, 'server/not-welcome'));
  });
  test('cannot be told to be one from what two tables keep of it', async () => {
    const tables = [await setTable({ mark, kind: 'public' }), await setTable({ mark, kind: 'public' })];
    const kept = await Promise.all(tables.map(async ({ match }) => (await store.members(match))[0]?.mark));
    expect(kept[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(kept[0]).not.toBe(kept[1]);
    expect(JSON.stringify(kept)).not.toContain(mark);
  });
});
