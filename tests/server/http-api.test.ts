import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { enterMatch } from './support/player.ts';
import { startedTable, startTestServer, type TestServer, temporaryFolder } from './support/test-server.ts';

let server: TestServer;
const clientDir = temporaryFolder();
const SCRIPT = `console.log('${'x'.repeat(4_000)}')`;
beforeAll(async () => {
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), '<!doctype html><title>The page</title>');
  writeFileSync(join(clientDir, 'assets', 'app-abc123.js'), SCRIPT);
  server = await startTestServer({ clientDir, allowedOrigins: ['http://friend.test'] });
});
afterAll(async () => {
  await server.close();
});

const TABLE = { name: 'Anna', length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };
const CLASS = { ...TABLE, title: 'History', tables: 2 };
const create = async (more: object, token?: string) =>
  (await server.post('/api/matches', { ...TABLE, ...more }, token)).body;

describe('people', () => {
  test('get a token of their own, once', async () => {
    const { status, body } = await server.post('/api/people', { name: '  Anna ' });
    expect([status, body.name]).toEqual([200, 'Anna']);
    expect(body.token).toMatch(/^[0-9a-f]{32}$/);
    const match = await create({ kind: 'private' }, body.token);
    expect(match.token).toBe(body.token);
    expect((await server.get('/api/me/matches', body.token)).body.matches).toMatchObject([
      { match: match.match, mine: 'NOR' },
    ]);
  });
  test('are nobody without one', async () => {
    expect(await server.get('/api/me/matches')).toMatchObject({ status: 401, body: { code: 'server/unknown-person' } });
    expect(await server.get('/api/me/matches', 'f'.repeat(32))).toMatchObject({ status: 401 });
  });
});

describe('tables', () => {
  test('against bots start at once, in the seat that was asked for', async () => {
    const match = await create({ kind: 'quick', power: 'SUD' });
    expect(match).toMatchObject({ power: 'SUD', code: null });
    expect((await server.get(`/api/matches/${match.match}`, match.token)).body).toMatchObject({
      phase: 'negotiation',
      turn: 1,
      taken: ['SUD'],
      free: ['NOR', 'OST'],
      mine: 'SUD',
    });
    expect(await server.post(`/api/matches/${match.match}/join`, { name: 'Bela' })).toMatchObject({ status: 403 });
  });

  test('are told which bots take empty seats, by name alone or with how well they play', async () => {
    for (const bots of ['random', { bot: 'negotiator', level: 'easy', temperament: 'steadfast' }])
      expect(await create({ kind: 'quick', bots })).toMatchObject({ code: null });
    for (const bots of ['nobody', { bot: 'negotiator', level: 'divine' }, { level: 'easy' }, null])
      expect(await server.post('/api/matches', { ...TABLE, kind: 'quick', bots })).toMatchObject({ status: 400 });
  });

  test('of one’s own fill by link and by code, change seats, and start when the host says so', async () => {
    const anna = await create({ kind: 'private', title: 'Ours' });
    expect(anna.code).toMatch(/^[A-HJ-NP-Z]{5}$/);
    const bela = (await server.post(`/api/codes/${anna.code.toLowerCase()}/join`, { name: 'Bela' })).body;
    expect(bela).toMatchObject({ match: anna.match, power: 'SUD', classId: null });
    const path = `/api/matches/${anna.match}`;
    expect(await server.post(`${path}/join`, { name: 'Cleo', power: 'SUD' })).toMatchObject({
      status: 409,
      body: { code: 'server/seat-taken' },
    });
    expect(await server.post(`${path}/seat`, { power: 'OST' }, bela.token)).toMatchObject({
      status: 200,
      body: { mine: 'OST', taken: ['NOR', 'OST'] },
    });
    expect(await server.post(`${path}/seat`, { power: null }, bela.token)).toMatchObject({
      body: { mine: null, taken: ['NOR'] },
    });
    expect(await server.post(`${path}/start`, {}, bela.token)).toMatchObject({
      status: 403,
      body: { code: 'server/not-allowed' },
    });
    expect(await server.post(`${path}/start`, {}, anna.token)).toMatchObject({
      status: 200,
      body: { phase: 'negotiation', title: 'Ours' },
    });
    expect(await server.post(`${path}/seat`, { power: 'SUD' }, anna.token)).toMatchObject({ status: 403 });
    const late = (await server.post(`${path}/join`, { name: 'Late' })).body;
    expect(late.power).toBeNull();
    // A bot's seat holds secrets by now: who comes late may watch, and takes nobody's place.
    for (const power of ['SUD', 'OST']) {
      expect(await server.post(`${path}/join`, { name: 'One more', power })).toMatchObject({
        status: 409,
        body: { code: 'server/seat-taken' },
      });
    }
    expect((await server.post(`${path}/join`, { name: 'Watcher', watch: true })).body.power).toBeNull();
  });

  test('in public are listed until they start', async () => {
    const anna = await create({ kind: 'public', title: 'Open to all' });
    const listed = async () =>
      (await server.get('/api/matches')).body.matches.some((one: { match: string }) => one.match === anna.match);
    expect(await listed()).toBe(true);
    await server.post(`/api/matches/${anna.match}/start`, {}, anna.token);
    expect(await listed()).toBe(false);
  });

  test('have one room each, however many open it at once', async () => {
    const anna = await create({ kind: 'private' });
    const rooms = await Promise.all(
      Array.from({ length: 8 }, () => server.post(`/api/matches/${anna.match}/open`, {})),
    );
    expect(new Set(rooms.map(({ body }) => body.room)).size).toBe(1);
  });
});

describe('records', () => {
  const finish = async (table: Awaited<ReturnType<typeof startedTable>>) => {
    const players = await Promise.all(Object.values(table.seats).map((seat) => enterMatch(server.base, seat)));
    await players[0]?.send({ kind: 'say', to: ['SUD'], text: 'said in private' });
    for (let phase = 0; phase < 4; phase += 1)
      for (const one of players) await one.send({ kind: 'setReady', ready: true });
    await Promise.all(players.map((one) => one.leave()));
  };

  test('of a finished match are whole and can be verified, with or without what was said', async () => {
    const table = await startedTable(server);
    await finish(table);
    const { status, body } = await server.get(`/api/matches/${table.match}/record`);
    expect(status).toBe(200);
    expect(verifyRecord(body, () => tiny)).toMatchObject({ ok: true, turns: 2 });
    expect(JSON.stringify(body)).toContain('said in private');
    expect(body.names).toEqual({ NOR: ['Anna'], SUD: ['Bela'], OST: ['Cleo'] });
    const silent = (await server.get(`/api/matches/${table.match}/record?messages=none`)).body;
    expect(JSON.stringify(silent)).not.toContain('said in private');
    expect(silent.redacted.dropped).toEqual(['messages']);
    expect((await server.get(`/api/matches/${table.match}`)).body.phase).toBe('ended');
    expect(await server.post(`/api/codes/${table.code}/join`, { name: 'Late' })).toMatchObject({ status: 404 });
  });

  test('of a running match show what whoever asks may see', async () => {
    const table = await startedTable(server);
    const anna = await enterMatch(server.base, table.seats.NOR);
    await anna.send({ kind: 'say', to: ['SUD'], text: 'still secret' });
    const record = async (token?: string) => (await server.get(`/api/matches/${table.match}/record`, token)).body;
    expect(JSON.stringify(await record(table.seats.SUD.token))).toContain('still secret');
    for (const body of [await record(table.seats.OST.token), await record()]) {
      expect(JSON.stringify(body)).not.toContain('still secret');
      expect([body.seed, body.salt, body.inputs]).toEqual([null, null, []]);
    }
    expect((await record(table.seats.OST.token)).redacted.reader).toBe('OST');
    await anna.leave();
    const quick = await create({ kind: 'quick' });
    expect(await server.get(`/api/matches/${quick.match}/record`)).toMatchObject({
      status: 403,
      body: { code: 'server/record-closed' },
    });
  });
});

describe('classes', () => {
  test('seat students by one code, and give the console all tables', async () => {
    const { status, body } = await server.post('/api/classes', CLASS);
    expect([status, Object.keys(body).sort()]).toEqual([200, ['classId', 'code', 'room', 'token', 'wallKey']]);
    const students = await Promise.all(
      ['A', 'B', 'C'].map((name) => server.post(`/api/codes/${body.code}/join`, { name })),
    );
    expect(students.map((one) => one.body.classId)).toEqual([body.classId, body.classId, body.classId]);
    expect(new Set(students.map((one) => one.body.match)).size).toBe(2);
    const again = await server.post(`/api/codes/${body.code}/join`, { name: 'A' }, students[0]?.body.token);
    expect(again.body.power).toBe(students[0]?.body.power);
    expect(again.body.match).toBe(students[0]?.body.match);
    const records = await server.get(`/api/classes/${body.classId}/records`, body.token);
    expect(records.body.tables.map((one: { label: string }) => one.label)).toEqual(['A', 'B']);
    expect(await server.get(`/api/classes/${body.classId}/records`, students[0]?.body.token)).toMatchObject({
      status: 403,
    });
    expect((await server.post(`/api/classes/${body.classId}/open`, {})).body.room).toBe(body.room);
  });
});

describe('what is asked wrongly', () => {
  const path = '/api/matches/nowhere';
  test.each([
    ['an address that is none', () => server.get('/api/nothing'), 404, 'server/unknown-path'],
    ['a match that is none', () => server.get(path), 404, 'server/unknown-match'],
    ['a code that is none', () => server.post('/api/codes/ZZZZZ/join', { name: 'A' }), 404, 'server/unknown-code'],
    ['a code that can be none', () => server.post('/api/codes/1/join', { name: 'A' }), 404, 'server/unknown-code'],
    ['an empty body', () => server.post('/api/people', {}), 400, 'server/malformed'],
    ['a name that is too long', () => server.post('/api/people', { name: 'x'.repeat(25) }), 400, 'server/malformed'],
    ['a field too many', () => server.post('/api/people', { name: 'A', admin: true }), 400, 'server/malformed'],
    [
      'a seat that is none',
      () => server.post('/api/matches', { ...TABLE, kind: 'private', power: 'NIX' }),
      403,
      'server/not-allowed',
    ],
    ['a large body', () => server.post('/api/people', { name: 'x'.repeat(70_000) }), 413, 'server/too-large'],
    ['a start without a name', () => server.post(`${path}/start`, {}), 401, 'server/unknown-person'],
  ])('%s is answered with a code and a sentence', async (_what, ask, status, code) => {
    const answer = await ask();
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.message).toMatch(/^[A-Z].*[.)]$/);
  });

  test('no JSON is answered like that too', async () => {
    const response = await fetch(`${server.base}/api/people`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"name":',
    });
    expect([response.status, (await response.json()).code]).toEqual([400, 'server/malformed']);
  });

  test('codes cannot be tried for long', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 130; i += 1) statuses.push((await server.post('/api/codes/QQQQQ/join', { name: 'A' })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the page', () => {
  test('is at every address that is no endpoint, with a policy that lets no other script in', async () => {
    for (const path of ['/', '/match/abc', '/console']) {
      const { status, body, headers } = await server.get(path);
      expect([status, body]).toEqual([200, '<!doctype html><title>The page</title>']);
      expect(headers.get('content-security-policy')).toContain("script-src 'self';");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-cache');
    }
    expect((await server.get('/assets/missing.js')).status).toBe(404);
    expect((await server.get('/..%2f..%2fetc/passwd')).body).not.toContain('root:');
  });

  test('keeps its hashed parts for ever, and sends them zipped', async () => {
    const { headers, body } = await server.get('/assets/app-abc123.js');
    expect(body).toBe(SCRIPT);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-encoding')).toBe('gzip');
    const etag = headers.get('etag') ?? '';
    const again = await fetch(`${server.base}/assets/app-abc123.js`, { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
    expect(gunzipSync(Buffer.from(await (await rawGzip()).arrayBuffer())).toString()).toBe(SCRIPT);
  });
  /** `fetch` unzips by itself; this asks for the bytes as they are. */
  const rawGzip = async (): Promise<Response> => {
    const { request } = await import('node:http');
    return new Promise((resolve) => {
      const asked = request(
        `${server.base}/assets/app-abc123.js`,
        { headers: { 'Accept-Encoding': 'gzip' } },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () => resolve(new Response(Buffer.concat(parts))));
        },
      );
      asked.end();
    });
  };

  test('of another site may not ask, unless it is named', async () => {
    const allowed = async (origin: string, path: string) => {
      const response = await fetch(server.base + path, { method: 'OPTIONS', headers: { Origin: origin } });
      return response.headers.get('access-control-allow-origin');
    };
    for (const path of ['/api/people', '/matchmake/joinById/x']) {
      expect(await allowed('http://evil.test', path)).toBeNull();
      expect(await allowed('http://friend.test', path)).toBe('http://friend.test');
    }
  });
});

test('says that it is well, and what it understands', async () => {
  expect((await server.get('/api/health')).body).toEqual({
    ok: true,
    version: '0.1.0',
    protocol: PROTOCOL_VERSION,
    rules: expect.any(Number),
  });
  expect(await server.get('/api/ready')).toMatchObject({ status: 200, body: { ok: true } });
});
