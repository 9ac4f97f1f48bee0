import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { freePort, spawnServer, untilReady } from './support/child-server.ts';
import { enterMatch } from './support/player.ts';
import { asking, temporaryFolder } from './support/test-server.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const QUICK = { kind: 'quick', name: 'Anna', length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };

test('says where it is, and stops in order with nothing lost', async () => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), DATA_DIR: join(folder, 'orderly') };
  const first = spawnServer(env);
  await untilReady(base);
  expect(first.output()).toContain(`http://127.0.0.1:${port}`);
  const seat = (await asking(base).post('/api/matches', QUICK)).body;
  const anna = await enterMatch(base, seat);
  const left = new Promise<number>((resolve) => anna.room.onLeave((code) => resolve(code)));
  expect(await anna.send({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
  const asked = Date.now();
  expect(await first.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(Date.now() - asked).toBeLessThan(5_000);
  expect(await left).toBe(4001);

  const second = spawnServer(env);
  await untilReady(base);
  const room = (await asking(base).post(`/api/matches/${seat.match}/open`, {})).body.room;
  const again = await enterMatch(base, { ...seat, room });
  expect(again.view()).toMatchObject({ table: { phase: 'orders' } });
  await again.leave();
  expect(await second.kill('SIGINT')).toEqual({ code: 0, signal: null });
  expect(second.errors()).toBe('');
});

test('stops in order while bots think in threads of their own', async () => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = spawnServer({ PORT: String(port), DATA_DIR: join(folder, 'thinking') });
  await untilReady(base);
  const bots = { bot: 'negotiator', level: 'strong' };
  const anna = await enterMatch(base, (await asking(base).post('/api/matches', { ...QUICK, bots })).body);
  await vi.waitFor(() => expect(Object.values(anna.view()?.table.seats ?? {}).some((one) => one.ready)).toBe(true), {
    timeout: 10_000,
  });
  expect(Object.values(anna.view()?.table.seats ?? {}).map(({ sitter }) => sitter)).toContainEqual({
    by: 'bot',
    ...bots,
  });
  await anna.send({ kind: 'setReady', ready: true });
  const asked = Date.now();
  expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });
  expect(Date.now() - asked).toBeLessThan(5_000);
  expect(server.errors()).toBe('');
});

test('tells in one sentence that the port is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const server = spawnServer({ PORT: String(port), DATA_DIR: join(folder, 'taken') });
  expect(await server.exit).toEqual({ code: 1, signal: null });
  expect(server.errors()).toMatch(/^Port \d+ is already in use\. .*\(server\/port-in-use\)\n$/);
  await new Promise((resolve) => other.close(resolve));
});

test('tells in one sentence that the data folder cannot be used', async () => {
  // Below a file there can be no folder, not even for an administrator.
  const file = join(folder, 'a-file');
  writeFileSync(file, '');
  const server = spawnServer({ PORT: '0', DATA_DIR: join(file, 'data') });
  expect(await server.exit).toEqual({ code: 1, signal: null });
  expect(server.errors()).toMatch(/^The data folder .* cannot be used: .*\(server\/data-folder\)\n$/);
});

test('tells in one sentence that proxies cannot be read', async () => {
  const server = spawnServer({ PORT: '0', DATA_DIR: join(folder, 'proxies'), TRUSTED_PROXIES: 'nginx' });
  expect(await server.exit).toEqual({ code: 1, signal: null });
  expect(server.errors()).toMatch(/^TRUSTED_PROXIES must be .*, not “nginx”\. \(server\/bad-proxies\)\n$/);
});
