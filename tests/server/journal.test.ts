import { expect, test } from 'vitest';
import { openJournal } from '../../server/journal.ts';
import { startFaultyServer } from '../promises/support/faulty-server.ts';
import { enterMatch, newId, settle } from './support/player.ts';
import { asking } from './support/test-server.ts';

const SETTINGS = { length: 'sprint', pace: 'untimed', press: 'full', bots: { bot: 'negotiator', level: 'easy' } };
const NAMES = ['Anahit-Name', 'Bela-Name', 'Teacher-Name'];
const TEXTS = ['a sentence between two', 'the title of a table', 'History 11b of the test', 'what is reported'];

test('the log of a busy server and of a failing disk is lines of JSON that name nobody and cite nothing', {
  timeout: 60_000,
}, async () => {
  const server = await startFaultyServer({ LOG_LEVEL: 'info' });
  const { get, post } = asking(server.base);
  const host = (
    await post('/api/matches', { ...SETTINGS, kind: 'private', name: NAMES[0], power: 'ARM', title: TEXTS[1] })
  ).body;
  const guest = (await post(`/api/matches/${host.match}/join`, { name: NAMES[1], power: 'AZE' })).body;
  const klass = (await post('/api/classes', { ...SETTINGS, name: NAMES[2], title: TEXTS[2], tables: 1 })).body;
  await post(`/api/matches/${host.match}/start`, {}, host.token);
  const [feed = ''] = /[0-9a-f]{32}/.exec(JSON.stringify((await post('/api/me/feed', {}, host.token)).body)) ?? [];
  expect(feed).not.toBe('');
  const anna = await enterMatch(server.base, { match: host.match, room: host.room, token: host.token });
  const say = () => anna.send({ kind: 'say', to: ['AZE'], text: TEXTS[0] ?? '' });
  await say();
  await anna.request('input', { id: newId(), basedOn: 0, input: { kind: 'say', to: ['AZE'], text: { of: TEXTS[0] } } });
  await anna.request(TEXTS[0] ?? '', { text: TEXTS[0] });
  await post(`/api/matches/${host.match}/reports`, { power: 'AZE', reason: 'insult', text: TEXTS[3] }, host.token);
  await post('/api/codes/QQQQQ/join', { name: NAMES[1] });
  await get('/api/admin/matches', guest.token);
  for (const fault of ['failing', 'torn', 'lost'] as const) {
    server.set(fault);
    await settle(150);
    for (let times = 0; times < 3; times += 1) await say();
    await post('/api/people', { name: NAMES[0] });
    await get('/api/me/matches', host.token);
    await get(`/api/feeds/${feed}.ics`);
    server.set(null);
    await settle(1_500);
  }
  const failed = await (async () => {
    server.set('failing');
    await settle(150);
    return fetch(`${server.base}/api/people`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: NAMES[0] }),
    });
  })();
  server.set(null);
  await anna.leave().catch(() => undefined);
  await server.stop();

  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries.length).toBeGreaterThan(5);
  for (const entry of entries) expect(entry).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
  expect(failed.status).toBe(503);
  const request = failed.headers.get('X-Request-Id');
  expect(entries).toContainEqual(expect.objectContaining({ request, method: 'POST', route: '/people' }));
  expect(entries.some(({ msg, match }) => msg === 'an input could not be stored' && match === host.match)).toBe(true);
  const key = /operator’s key.*: ([0-9a-f]{64})/.exec(server.output())?.[1];
  const secrets = [host.token, guest.token, klass.token, klass.wallKey, klass.code, host.code, feed, key];
  // What was not to be had here could not be looked for either.
  expect(secrets.map((one) => typeof one)).toEqual(secrets.map(() => 'string'));
  for (const secret of [...NAMES, ...TEXTS, ...secrets.map(String)])
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
});

test('of one kind of line only so many are written in a minute, and then it is said how many were not', () => {
  const lines: string[] = [];
  let now = 0;
  const journal = openJournal(
    'warn',
    (line) => lines.push(line),
    () => now,
  );
  for (let times = 0; times < 100; times += 1) journal.error({ times }, 'the same again');
  journal.error({}, 'something else');
  journal.info({}, 'below what is asked for');
  expect(lines).toHaveLength(31);
  now = 60_000;
  journal.error({}, 'the same again');
  journal.error({}, 'the same again');
  expect(lines.slice(31).map((line) => JSON.parse(line).leftOut)).toEqual([70, undefined]);
});
