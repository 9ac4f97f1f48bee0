import { afterEach, describe, expect, test } from 'vitest';
import { addressesBehind, proxiesFrom } from '../../server/http/addresses.ts';
import { Callers } from '../../server/http/callers.ts';
import { RateLimit } from '../../server/http/rate-limit.ts';
import { Bans } from '../../server/match/bans.ts';
import { People } from '../../server/people.ts';
import { quietJournal } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';
import { enterMatch } from './support/player.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});
const TABLE = { length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };

describe('a limit', () => {
  test('counts by key, in windows', () => {
    let now = 0;
    const limit = new RateLimit(2, () => now);
    expect([limit.spend('a'), limit.spend('a'), limit.spend('a'), limit.spend('b')]).toEqual([true, true, false, true]);
    expect([limit.isSpent('a'), limit.isSpent('b')]).toEqual([true, false]);
    now = 60_000;
    expect([limit.isSpent('a'), limit.spend('a')]).toEqual([false, true]);
  });
  test('fills no memory, however many keys somebody invents', () => {
    const limit = new RateLimit(2, () => 0);
    for (let i = 0; i < 70_000; i += 1) limit.spend(`made up ${i}`);
    expect(limit.size).toBe(20_000);
  });
  test('forgets what is over before it forgets what counts', () => {
    let now = 0;
    const limit = new RateLimit(1, () => now);
    for (let i = 0; i < 15_000; i += 1) limit.spend(`old ${i}`);
    now = 30_000;
    limit.spend('counts');
    now = 60_000;
    for (let i = 0; i < 15_000; i += 1) limit.spend(`new ${i}`);
    expect([limit.isSpent('counts'), limit.size]).toEqual([true, 15_001]);
  });
});

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  [undefined, 'unknown'],
])('the address %s counts as %s', (remoteAddress, counted) => {
  expect(addressesBehind()({ socket: { remoteAddress }, headers: {} } as never)).toBe(counted);
});

test.each([
  ['', '127.0.0.1', '203.0.113.7', '127.0.0.1'],
  ['loopback', '127.0.0.1', undefined, '127.0.0.1'],
  ['loopback', '127.0.0.1', '203.0.113.7', '203.0.113.7'],
  ['loopback', '::ffff:127.0.0.1', '2001:db8:1:2::1', '2001:db8:1:2'],
  ['loopback', '::1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
  ['loopback, 10.0.0.0/8', '10.1.1.1', '198.51.100.1,203.0.113.7, 127.0.0.1', '203.0.113.7'],
  ['loopback', '127.0.0.1', '203.0.113.7, whatever', '127.0.0.1'],
  ['loopback', '203.0.113.9', '203.0.113.7', '203.0.113.9'],
  ['2001:db8::/32', '2001:db8::1', '203.0.113.7', '203.0.113.7'],
  ['loopback', undefined, '203.0.113.7', 'unknown'],
])('behind %s a request from %s for %s counts as that of %s', (proxies, remoteAddress, forwarded, counted) => {
  const request = { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } };
  expect(addressesBehind(proxiesFrom(proxies) ?? undefined)(request as never)).toBe(counted);
});
test.each(['nginx', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/', '10.0.0', '::1/129'])('%s are no proxies', (text) => {
  expect(proxiesFrom(text)).toBeNull();
});

describe('a school behind one address', () => {
  const CLASSES = 4;
  const STUDENTS = 60;

  test('joins at once, 240 strong, and comes back all at once after an outage', async () => {
    const here = await startTestServer();
    server = here;
    const made = Array.from({ length: CLASSES }, async (_, at) => {
      const choice = { ...TABLE, name: 'Ms Grigoryan', title: `History ${at}`, tables: 12 };
      return (await here.post('/api/classes', choice)).body;
    });
    const classes = await Promise.all(made);
    const joined = await Promise.all(
      classes.flatMap(({ code }) =>
        Array.from({ length: STUDENTS }, (_, at) => here.post(`/api/codes/${code}/join`, { name: `Anna ${at % 7}` })),
      ),
    );
    expect(joined.map(({ status }) => status)).toEqual(Array.from({ length: CLASSES * STUDENTS }, () => 200));
    // What a page asks when it comes back, several times over, as a page does whose connection is bad.
    for (let again = 0; again < 3; again += 1) {
      const back = await Promise.all(
        joined.flatMap(({ body }) => [
          here.get(`/api/matches/${body.match}`, body.token),
          here.get('/api/me/matches', body.token),
          here.post(`/api/matches/${body.match}/open`, {}, body.token),
        ]),
      );
      expect(new Set(back.map(({ status }) => status))).toEqual(new Set([200]));
    }
    const entered = await Promise.all(joined.map(({ body }) => enterMatch(here.base, body)));
    expect(entered.every((player) => player.view() !== null)).toBe(true);
    await Promise.all(entered.map((player) => player.leave()));
  }, 120_000);
});

describe('tokens', () => {
  test('are counted one by one: who asks too much stops nobody else', async () => {
    server = await startTestServer();
    const [anna, bela] = await Promise.all(
      ['Anna', 'Bela'].map(async (name) => (await server?.post('/api/people', { name }))?.body.token as string),
    );
    const statuses: number[] = [];
    for (let i = 0; i < 605; i += 1) statuses.push((await server.get('/api/me/matches', anna)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
    expect((await server.get('/api/me/matches', bela)).status).toBe(200);
    expect((await server.get('/api/matches')).status).toBe(200);
  });

  test('that somebody made up open no way round the limits, and stop nobody whose own is known', async () => {
    server = await startTestServer();
    const { token } = (await server.post('/api/people', { name: 'Anna' })).body;
    expect((await server.get('/api/me/matches', token)).status).toBe(200);
    let refused = 0;
    for (let i = 0; i < 2_100; i += 50) {
      const made = Array.from({ length: 50 }, (_, at) => (i + at).toString(16).padStart(32, 'e'));
      const answers = await Promise.all(made.map((one) => server?.get('/api/matches', one)));
      refused += answers.filter((one) => one?.status === 429).length;
    }
    expect(refused).toBeGreaterThanOrEqual(50);
    expect((await server.get('/api/me/matches', token)).status).toBe(200);
    const bela = (await server.post('/api/people', { name: 'Bela' })).body.token;
    expect((await server.get('/api/me/matches', bela)).status).toBe(200);
    expect((await server.get('/api/admin/matches', server.operatorKey)).status).toBe(200);
  }, 60_000);
});

test('an address makes so many classes a day, however slowly', () => {
  let now = 0;
  const store = memoryStore();
  const people = new People(store, () => now);
  const bans = new Bans({ store, now: () => now, journal: quietJournal, onBanned: async () => undefined });
  const callers = new Callers({ people, store, bans, addressOf: addressesBehind(), now: () => now });
  const from = (remoteAddress: string) => ({ socket: { remoteAddress }, headers: {} }) as never;
  for (let i = 0; i < 300; i += 1) {
    callers.countClass(from('203.0.113.7'));
    now += 60_000;
  }
  expect(() => callers.countClass(from('203.0.113.7'))).toThrow();
  callers.countClass(from('203.0.113.8'));
  now += 24 * 3_600_000;
  callers.countClass(from('203.0.113.7'));
});

describe('whoever keeps missing with codes', () => {
  const from = async (address: string, code: string, token?: string): Promise<number> => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json', 'X-Forwarded-For': address };
    if (token !== undefined) headers.Authorization = `Bearer ${token}`;
    const path = `${server?.base}/api/codes/${code}/join`;
    return (await fetch(path, { method: 'POST', headers, body: JSON.stringify({ name: token ? 'Bela' : 'Cleo' }) }))
      .status;
  };

  test('stops the strangers of one address, and nobody else', async () => {
    server = await startTestServer({ proxies: 'loopback' });
    const { code } = (await server.post('/api/matches', { ...TABLE, kind: 'private', name: 'Anna' })).body;
    const known = (await server.post('/api/people', { name: 'Bela' })).body.token;
    for (let i = 0; i < 120; i += 1) await from('203.0.113.7', 'ZZZZZ');
    expect(await from('203.0.113.7', code)).toBe(429);
    expect(await from('203.0.113.8', code)).toBe(200);
    expect(await from('203.0.113.7', code, known)).toBe(200);
    const missed: number[] = [];
    for (let i = 0; i < 11; i += 1) missed.push(await from('203.0.113.7', 'ZZZZZ', known));
    expect([missed[9], missed[10]]).toEqual([404, 429]);
  }, 30_000);
});

describe('one person', () => {
  test('has so many tables standing open, and no more', async () => {
    server = await startTestServer();
    const { token } = (await server.post('/api/people', { name: 'Anna' })).body;
    const make = () => server?.post('/api/matches', { ...TABLE, kind: 'public', name: 'Anna' }, token);
    for (let i = 0; i < 5; i += 1) expect((await make())?.status).toBe(200);
    expect(await make()).toMatchObject({ status: 429, body: { code: 'server/too-many' } });
    const quick = await server.post('/api/matches', { ...TABLE, kind: 'quick', name: 'Anna' }, token);
    expect(quick.status).toBe(200);
  });
  test('makes so many tables a day, against bots too', async () => {
    server = await startTestServer();
    const { token } = (await server.post('/api/people', { name: 'Anna' })).body;
    const make = () => server?.post('/api/matches', { ...TABLE, kind: 'quick', name: 'Anna' }, token);
    for (let i = 0; i < 60; i += 1) expect((await make())?.status).toBe(200);
    expect(await make()).toMatchObject({ status: 429, body: { code: 'server/too-many' } });
  }, 60_000);
});
