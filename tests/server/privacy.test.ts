import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERASED } from '../../shared/model/input.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { NOTHING } from './support/given-table.ts';
import { enterMatch, type Player } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

const CONFIRM = { confirm: 'delete' };
const remove = async (path: string, body: object, token: string) => {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const response = await fetch(server.base + path, { method: 'DELETE', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};

type Table = Awaited<ReturnType<typeof startedTable>>;
const enterAll = (table: Table): Promise<readonly Player[]> =>
  Promise.all(Object.values(table.seats).map(({ token }) => enterMatch(server.base, { ...table, token })));
const leaveAll = (players: readonly Player[]) => Promise.all(players.map((one) => one.leave().catch(() => undefined)));

/** Everybody says something and is ready, phase after phase, to the end. */
const playOut = async (players: readonly Player[]): Promise<void> => {
  for (let phases = 0; phases < 12; phases += 1) {
    if (players[0]?.view()?.table.phase === 'ended') return;
    for (const player of players)
      if (player.view()?.table.phase === 'orders') await player.send({ kind: 'submitOrders', orders: NOTHING });
    for (const player of players) await player.send({ kind: 'setReady', ready: true });
  }
};
const stored = (sql: string, ...values: readonly string[]) => storedIn(server.folder, sql, ...values);
/** The line in a list is written after what it tells of. */
const untilEnded = (folder: string, match: string) =>
  expect.poll(() => storedIn(folder, 'SELECT status FROM matches WHERE id = ?', match)[0]?.status).toBe('ended');

const SECRET = 'the heights for the road, and nobody hears of it';
const talkedOver = async (): Promise<Table> => {
  const table = await startedTable(server);
  const players = await enterAll(table);
  await players[0]?.send({ kind: 'say', to: ['SUD'], text: SECRET });
  await players[1]?.send({ kind: 'say', to: ['NOR'], text: 'agreed, and thank you' });
  await playOut(players);
  expect(players[0]?.view()?.table.phase).toBe('ended');
  await leaveAll(players);
  await untilEnded(server.folder, table.match);
  return table;
};
const recordOf = async (table: Table, token: string): Promise<MatchRecord> =>
  (await server.get(`/api/matches/${table.match}/record`, token)).body;
const storedIn = (folder: string, sql: string, ...values: readonly string[]): readonly Record<string, unknown>[] => {
  const db = new DatabaseSync(join(folder, 'data', 'multivector.db'), { readOnly: true });
  const rows = db.prepare(sql).all(...values);
  db.close();
  return rows;
};

describe('what is kept of somebody', () => {
  test('is given to them alone: their own acts, words and reports, and no token', async () => {
    const table = await talkedOver();
    const anna: string = table.seats.NOR.token;
    const { status, body } = await server.get('/api/me/data', anna);
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Anna', tokens: [{ kind: 'session' }], reports: [], blocked: 0, reminders: [] });
    const [match] = body.matches;
    expect(match).toMatchObject({ match: table.match, power: 'NOR', phase: 'ended' });
    expect(match.keptUntil - match.endedAt).toBe(180 * 86_400_000);
    const text = JSON.stringify(body);
    expect(text).toContain(SECRET);
    for (const other of ['agreed, and thank you', 'Bela', anna, table.seats.SUD.token])
      expect(text).not.toContain(other);
    expect(await server.get('/api/me/data')).toMatchObject({ status: 401 });
  });

  test('is not given without end', async () => {
    const { token } = (await server.post('/api/people', { name: 'Dora' })).body;
    const asked = await Promise.all(Array.from({ length: 8 }, () => server.get('/api/me/data', token)));
    expect(asked.map(({ status }) => status)).toContain(429);
  });
});

describe('somebody who wants to be forgotten', () => {
  test('has to say so', async () => {
    const { token } = (await server.post('/api/people', { name: 'Dora' })).body;
    expect(await remove('/api/me', {}, token)).toMatchObject({ status: 400 });
    expect(await server.get('/api/me', token)).toMatchObject({ status: 200 });
    expect(await remove('/api/me', CONFIRM, token)).toMatchObject({ status: 200, body: { ok: true, still: 0 } });
    expect(await server.get('/api/me', token)).toMatchObject({ status: 401 });
  });

  test('is gone from matches that are over, and their records are what they were', async () => {
    const table = await talkedOver();
    const bela: string = table.seats.SUD.token;
    const before = await recordOf(table, bela);
    expect(before.names.NOR).toEqual(['Anna']);
    expect(await remove('/api/me', CONFIRM, table.seats.NOR.token)).toMatchObject({ body: { still: 0 } });
    const after = await recordOf(table, bela);
    expect(after.names).toMatchObject({ NOR: [], SUD: ['Bela'] });
    expect(JSON.stringify(after)).not.toContain(SECRET);
    expect(JSON.stringify(after)).toContain('agreed, and thank you');
    expect(after.inputs.filter(({ input }) => input.kind === 'say' && input.text === ERASED)).toHaveLength(1);
    expect(after.turns).toEqual(before.turns);
    expect(verifyRecord(after, () => tiny)).toMatchObject({ ok: true, erased: [1] });
    const back = await enterMatch(server.base, { ...table, token: bela }).catch(async () => {
      const { room } = (await server.post(`/api/matches/${table.match}/open`, {})).body;
      return enterMatch(server.base, { ...table, room, token: bela });
    });
    expect(back.view()?.messages.map(({ text }) => text)).toEqual([ERASED, 'agreed, and thank you']);
    await back.leave();
  });

  test('leaves running matches to a bot, and what they said there goes with the match’s end', async () => {
    const table = await startedTable(server);
    const players = await enterAll(table);
    const [anna, bela, cleo] = players as readonly [Player, Player, Player];
    await anna.send({ kind: 'say', to: ['SUD'], text: SECRET });
    anna.room.reconnection.enabled = false;
    const gone = new Promise<void>((resolve) => anna.room.onLeave(() => resolve()));
    expect(await remove('/api/me', CONFIRM, table.seats.NOR.token)).toMatchObject({ body: { ok: true, still: 1 } });
    await gone;
    expect(bela.view()?.table.seats.NOR?.sitter).toMatchObject({ by: 'bot' });
    expect(bela.view()?.messages.map(({ text }) => text)).toEqual([SECRET]);
    expect((await server.get(`/api/matches/${table.match}`)).body).toMatchObject({ taken: ['SUD', 'OST'] });
    const bound = await recordOf(table, table.seats.SUD.token);
    expect(bound.names.NOR).toEqual([]);
    await playOut([bela, cleo]);
    expect(bela.view()?.table.phase).toBe('ended');
    await leaveAll([bela, cleo]);
    // The sweep comes every minute; forgetting anybody sweeps too.
    const { token } = (await server.post('/api/people', { name: 'Dora' })).body;
    await untilEnded(server.folder, table.match);
    await remove('/api/me', CONFIRM, token);
    const record = await recordOf(table, table.seats.SUD.token);
    expect(JSON.stringify(record)).not.toContain(SECRET);
    expect(verifyRecord(record, () => tiny)).toMatchObject({ ok: true, erased: [1] });
  });
});

describe('a class', () => {
  const CLASS = { name: 'Ms G', title: 'History', tables: 2, length: 'sprint', pace: 'untimed', press: 'full' };
  const given = async () => {
    const klass = (await server.post('/api/classes', { ...CLASS, bots: 'hold', keepDays: 30 })).body;
    const pupil = (await server.post(`/api/codes/${klass.code}/join`, { name: 'Nane' })).body;
    return { klass, pupil };
  };

  test('gets another key from whoever has the one it has; the old one opens nothing', async () => {
    const { klass } = await given();
    const next = 'ab'.repeat(16);
    const path = `/api/classes/${klass.classId}`;
    expect(await server.post(`${path}/key`, { next }, 'cd'.repeat(16))).toMatchObject({ status: 403 });
    expect(await server.post(`${path}/key`, { next }, klass.token)).toMatchObject({ status: 200 });
    expect(await server.get(`${path}/records`, klass.token)).toMatchObject({ status: 403 });
    expect(await server.get(`${path}/records`, next)).toMatchObject({ status: 200 });
  });

  test('goes with all its tables when its teacher says so, and nobody else', async () => {
    const { klass, pupil } = await given();
    const path = `/api/classes/${klass.classId}`;
    expect(await remove(path, CONFIRM, pupil.token)).toMatchObject({ status: 403 });
    expect(await remove(path, {}, klass.token)).toMatchObject({ status: 400 });
    expect(await remove(path, CONFIRM, klass.token)).toMatchObject({ status: 200 });
    expect(await server.get(`${path}/records`, klass.token)).toMatchObject({ status: 403 });
    expect(await server.get(`/api/matches/${pupil.match}`)).toMatchObject({ status: 404 });
    expect(await server.post(`/api/codes/${klass.code}/join`, { name: 'Nane' })).toMatchObject({ status: 404 });
    expect(stored('SELECT * FROM members WHERE match = ?', pupil.match)).toEqual([]);
  });
});

test('nothing of what was erased is left in the files, once the server has stopped', async () => {
  const own = await startTestServer();
  const marker = 'a sentence that stands nowhere else';
  try {
    const { token } = (await own.post('/api/people', { name: 'Ophelia-of-the-file' })).body;
    const choice = { kind: 'quick', name: 'Ophelia-of-the-file', length: 'sprint', pace: 'untimed', press: 'full' };
    const match = (await own.post('/api/matches', { ...choice, bots: 'hold', power: 'NOR' }, token)).body;
    const player = await enterMatch(own.base, { ...match, token });
    await player.send({ kind: 'say', to: ['SUD'], text: marker });
    for (let i = 0; i < 12 && player.view()?.table.phase !== 'ended'; i += 1) {
      if (player.view()?.table.phase === 'orders') await player.send({ kind: 'submitOrders', orders: NOTHING });
      await player.send({ kind: 'setReady', ready: true });
    }
    const files = () =>
      readdirSync(join(own.folder, 'data')).map((name) =>
        readFileSync(join(own.folder, 'data', name)).toString('latin1'),
      );
    expect(files().join('')).toContain(marker);
    await player.leave();
    await untilEnded(own.folder, match.match);
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    await fetch(`${own.base}/api/me`, { method: 'DELETE', headers, body: JSON.stringify(CONFIRM) });
    await own.stop();
    for (const text of [marker, 'Ophelia-of-the-file']) expect(files().join('')).not.toContain(text);
  } finally {
    await own.close();
  }
});
