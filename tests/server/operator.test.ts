import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { enterMatch } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

const remove = async (path: string, body: object, key = server.operatorKey) => {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` };
  const response = await fetch(server.base + path, { method: 'DELETE', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
};
const get = (path: string) => server.get(path, server.operatorKey);
const post = (path: string, body: object = {}) => server.post(path, body, server.operatorKey);

describe('the operator', () => {
  test('sees every match, and one with everybody at it', async () => {
    const { match, seats } = await startedTable(server);
    const { matches } = (await get('/api/admin/matches?status=running')).body;
    expect(matches).toEqual(expect.arrayContaining([expect.objectContaining({ match, status: 'running', turn: 1 })]));
    expect((await get('/api/admin/matches?status=ended')).body).toEqual({ matches: [] });
    const detail = (await get(`/api/admin/matches/${match}`)).body;
    expect(detail).toMatchObject({ match, scenario: 'tiny', kind: 'private' });
    expect(detail.members.map(({ power }: { power: string }) => power).toSorted()).toEqual(
      Object.keys(seats).toSorted(),
    );
    expect(JSON.stringify(detail)).not.toContain(seats.NOR.token);
    expect((await get('/api/admin/matches/00000000000000000000')).body.code).toBe('server/unknown-match');
  });

  test('takes a whole record of a match that goes on', async () => {
    const { match, room, seats } = await startedTable(server);
    const anna = await enterMatch(server.base, { match, room, token: seats.NOR.token });
    await anna.send({ kind: 'say', to: ['SUD'], text: 'between the two of us' });
    const record = (await get(`/api/admin/matches/${match}/record`)).body;
    expect(JSON.stringify(record.inputs)).toContain('between the two of us');
    expect(record.seed).toMatch(/^[0-9a-f]+$/);
    expect(verifyRecord(record, () => tiny)).toMatchObject({ ok: true, turns: 0 });
    await anna.leave();
  });

  test('puts everybody out of a match, which goes on, and erases one for good', async () => {
    const { match, room, seats } = await startedTable(server);
    const anna = await enterMatch(server.base, { match, room, token: seats.NOR.token });
    anna.room.reconnection.enabled = false;
    const left = new Promise<number>((resolve) => anna.room.onLeave((code) => resolve(code)));
    expect((await post(`/api/admin/matches/${match}/close`)).body).toEqual({ done: true });
    expect(await left).toBe(4001);
    const again = (await server.post(`/api/matches/${match}/open`, {})).body.room;
    const back = await enterMatch(server.base, { match, room: again, token: seats.NOR.token });
    expect(back.view()?.board.turn).toBe(1);
    back.room.reconnection.enabled = false;
    expect((await remove(`/api/admin/matches/${match}`, { confirm: 'yes' })).body.code).toBe('server/malformed');
    expect((await remove(`/api/admin/matches/${match}`, { confirm: 'delete' })).body).toEqual({ done: true });
    expect((await remove(`/api/admin/matches/${match}`, { confirm: 'delete' })).body).toEqual({ done: false });
    expect((await server.get(`/api/matches/${match}`)).status).toBe(404);
    expect((await server.get('/api/me/matches', seats.NOR.token)).body).toEqual({ matches: [] });
  });

  test('excludes whoever sits in a seat, at once and everywhere, and lets them in again', async () => {
    const { match, room, seats } = await startedTable(server);
    const bela = await enterMatch(server.base, { match, room, token: seats.SUD.token });
    bela.room.reconnection.enabled = false;
    const left = new Promise<number>((resolve) => bela.room.onLeave((code) => resolve(code)));
    expect((await post('/api/admin/bans', { who: `${match}/SUD`, days: 3, reason: 'abuse' })).body).toEqual({
      done: true,
    });
    await left;
    expect((await server.get('/api/me/matches', seats.SUD.token)).body.code).toBe('server/banned');
    expect((await server.get('/api/me/matches', seats.NOR.token)).status).toBe(200);
    const { bans } = (await get('/api/admin/bans')).body;
    expect(bans).toMatchObject([{ reason: 'abuse' }]);
    expect((await remove(`/api/admin/bans/${bans[0].person}`, {})).body).toEqual({ done: true });
    expect((await server.get('/api/me/matches', seats.SUD.token)).status).toBe(200);
    expect((await post('/api/admin/bans', { who: 'nobody', days: null, reason: 'x' })).body).toEqual({ done: false });
  });

  test('settles what has been reported', async () => {
    const { match, seats } = await startedTable(server);
    await server.post(
      `/api/matches/${match}/reports`,
      { power: 'SUD', reason: 'insult', text: 'look' },
      seats.NOR.token,
    );
    const { reports } = (await get('/api/admin/reports')).body;
    expect(reports).toMatchObject([{ match, text: 'look' }]);
    expect((await post(`/api/admin/reports/${reports[0].id}`, { as: 'acted' })).body).toEqual({ done: true });
    expect((await get('/api/admin/reports')).body).toEqual({ reports: [] });
    expect((await post(`/api/admin/reports/${reports[0].id}`, { as: 'acted' })).body).toEqual({ done: false });
  });

  test('makes the tokens of somebody worthless', async () => {
    const { match, seats } = await startedTable(server);
    const { members } = (await get(`/api/admin/matches/${match}`)).body;
    const { person } = members.find(({ power }: { power: string }) => power === 'OST');
    expect((await post(`/api/admin/people/${person}/sign-out`)).body).toEqual({ done: true });
    expect((await server.get('/api/me/matches', seats.OST.token)).body.code).toBe('server/unknown-person');
  });
});

describe('the figures', () => {
  test('count matches, sockets, answers and the store’s work, and name nobody and nothing', async () => {
    const { match, room, seats } = await startedTable(server);
    const anna = await enterMatch(server.base, { match, room, token: seats.NOR.token });
    await anna.send({ kind: 'say', to: ['SUD'], text: 'a word of mine' });
    await anna.send({ kind: 'say', to: ['NIX'], text: 'to nobody' });
    await anna.request('bogus', {});
    const answer = await server.get('/api/admin/metrics', server.operatorKey);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text: string = answer.body;
    expect(text).toMatch(/multivector_matches\{status="running"\} [1-9]/);
    expect(text).toMatch(/multivector_connections [1-9]/);
    expect(text).toContain('multivector_store_sound 1');
    expect(text).toMatch(/multivector_answers_total\{answer="taken"\} \d+/);
    expect(text).toContain('multivector_answers_total{answer="refused"} 1');
    expect(text).toMatch(/multivector_append_seconds_count [1-9]/);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    for (const secret of [match, 'talk/', 'say', 'NOR', 'Anna', 'a word', seats.NOR.token, seats.NOR.code])
      expect(text).not.toContain(secret);
    await anna.leave();
  });

  test('are the same bytes within a minute, whatever is done meanwhile', async () => {
    const first = (await get('/api/admin/metrics')).body;
    const { match, room, seats } = await startedTable(server);
    const anna = await enterMatch(server.base, { match, room, token: seats.NOR.token });
    await anna.send({ kind: 'submitOrders', orders: { orders: [], doors: null, concessions: [] } });
    expect((await get('/api/admin/metrics')).body).toBe(first);
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000);
    expect((await get('/api/admin/metrics')).body).not.toBe(first);
    now.mockRestore();
    await anna.leave();
  });
});

test('the operator is known by the key alone, and whoever keeps guessing has to wait, the operator never', async () => {
  expect(server.operatorKey).toMatch(/^[0-9a-f]{64}$/);
  const { seats } = await startedTable(server);
  for (const key of [undefined, 'f'.repeat(64), seats.NOR.token, server.operatorKey.toUpperCase()])
    expect((await server.get('/api/admin/matches', key)).body.code).toBe('server/not-allowed');
  expect((await server.get('/api/admin/matches', server.operatorKey)).status).toBe(200);
  for (let tries = 0; tries < 20; tries += 1) await server.get('/api/admin/metrics', 'e'.repeat(64));
  expect((await server.get('/api/admin/matches', 'e'.repeat(64))).body.code).toBe('server/too-fast');
  expect((await server.get('/api/admin/matches', server.operatorKey)).status).toBe(200);
});
