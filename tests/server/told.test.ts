import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Journal } from '../../server/match/clock.ts';
import { enterMatch, type Player } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

const lines: string[] = [];
const errorText = (_key: string, value: unknown): unknown =>
  value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value;
const note = (...told: readonly unknown[]): void => void lines.push(JSON.stringify(told, errorText));
const journal: Journal = { info: note, warn: note, error: note };

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ journal });
});
afterAll(async () => {
  await server.close();
});

const NAME = 'Zabel of the log';
const WORDS = 'a word that no operator reads';
const NEXT = '5e'.repeat(16);

test('what the operator is told in lines and figures holds no key, no name and no word of anybody', async () => {
  const { match, room, seats } = await startedTable(server, { title: `Table of ${NAME}` });
  const person = (await server.post('/api/people', { name: NAME })).body.token;
  const links: string[] = [];
  const here: Player[] = [];
  for (const { token } of Object.values(seats)) {
    const player = await enterMatch(server.base, { match, room, token });
    await player.send({ kind: 'say', to: ['NOR', 'SUD', 'OST'], text: WORDS });
    await player.request('input', { id: WORDS, basedOn: 0, input: { kind: WORDS, text: token } });
    await player.request(WORDS, token);
    links.push((await server.post('/api/me/return-link', {}, token)).body.token);
    here.push(player);
  }
  await Promise.all(here.map((player) => player.leave()));
  await server.post('/api/me/session', { next: NEXT }, links[0]);
  await server.post('/api/me/session', { next: WORDS }, links[1]);
  await server.get(`/api/me?token=${person}`, person);
  await server.post(`/api/codes/${NAME}/join`, { name: NAME });
  await fetch(`${server.base}/api/matches`, { method: 'POST', body: `{"name": "${NAME}` });
  await fetch(`${server.base}/matchmake/joinById/${room}?token=${person}`, { method: 'POST', body: WORDS });
  await fetch(`${server.base}/%E0%A4%A/${person}`);
  const choice = { name: 'Ms Zabel', title: WORDS, tables: 1, length: 'sprint', pace: 'untimed', press: 'full' };
  const klass = (await server.post('/api/classes', { ...choice, bots: 'hold' })).body;
  await server.post(`/api/classes/${klass.classId}/key`, { next: person }, klass.token);
  await server.post('/api/me/sign-out', { where: 'here' }, person);
  const metrics = (await server.get('/api/admin/metrics', server.operatorKey)).body;
  expect(metrics).toContain('# HELP');
  const told = [...lines, metrics].join('\n');
  const secrets = [person, NEXT, klass.token, server.operatorKey, NAME, WORDS, ...links];
  for (const secret of [...secrets, ...Object.values(seats).map(({ token }) => token as string)])
    expect(told).not.toContain(secret);
});

test('the journal of this test hears', () => {
  journal.warn({ error: new Error(WORDS) }, 'something');
  expect(lines.join('\n')).toContain(WORDS);
});
