import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enterMatch, settle } from './support/player.ts';
import { startedTable, startTestServer } from './support/test-server.ts';

const HOUR = 3_600_000;

/** Stands before the server does: some take hold of the function itself. */
let back = 0;
beforeEach(() => {
  const { now } = Date;
  back = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => now() - back);
});
afterEach(() => vi.restoreAllMocks());

test('whoever has just said much is not shut up because the machine’s clock was set back', async () => {
  const server = await startTestServer();
  const { seats } = await startedTable(server);
  const anna = await enterMatch(server.base, seats.NOR);
  const chatter = (count: number) =>
    Promise.all(Array.from({ length: count }, (_, i) => anna.send({ kind: 'say', to: ['SUD'], text: `word ${i}` })));
  const first = await chatter(70);
  expect(first.filter((reply) => !reply.ok && reply.refusal.code === 'server/too-fast').length).toBeGreaterThan(0);
  back = HOUR;
  await settle(1_200);
  expect((await chatter(20)).every((reply) => reply.ok)).toBe(true);
  await server.close();
});

test('a room counts messages a second by an even clock', async () => {
  const server = await startTestServer();
  const { seats } = await startedTable(server);
  const anna = await enterMatch(server.base, seats.NOR);
  let left = 0;
  anna.room.onLeave(() => {
    left += 1;
  });
  await anna.send({ kind: 'setReady', ready: true });
  back = HOUR;
  // More than a room takes in a second, and far less than it takes in as long as this takes.
  for (let second = 0; second < 5; second += 1) {
    await Promise.all(Array.from({ length: 110 }, () => anna.request('input', {}).catch(() => undefined)));
    await settle(1_050);
  }
  expect(left).toBe(0);
  await server.close();
});
