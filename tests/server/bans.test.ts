import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startApp } from '../../server/app.ts';
import { Bans } from '../../server/match/bans.ts';
import { removeEverywhere } from '../../server/match/removal.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { givenTable, ground, quietJournal } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';
import { startedTable, startTestServer } from './support/test-server.ts';

const BAN = { until: null, reason: 'abuse', at: 1 } as const;

test('somebody excluded while the server was down is out of their tables soon after it has started', async () => {
  const server = await startTestServer();
  const { match } = await startedTable(server);
  await server.stop();
  const dataDir = join(server.folder, 'data');
  const beside = await openSqliteStore({ file: join(dataDir, 'multivector.db') });
  const [person = ''] = (await beside.members(match)).flatMap((one) => (one.power === 'SUD' ? [one.person] : []));
  await beside.putBan({ ...BAN, person });
  const options = { port: 0, host: '127.0.0.1', clientDir: server.folder, journal: quietJournal, scenario: tiny };
  const again = await startApp({ ...options, dataDir });
  const isOut = async () => (await beside.members(match)).find((one) => one.person === person)?.removed;
  await vi.waitFor(async () => expect(await isOut()).toBe(true), { timeout: 10_000 });
  await again.close();
  await beside.close();
  await server.close();
});

test('who could not be taken from a table is taken from it later, and stands in nobody’s way', async () => {
  const store = memoryStore();
  const on = ground({ store });
  const open = await givenTable(on);
  let broken = true;
  const refusing: typeof store = {
    ...store,
    matchesOf: (person, limit) =>
      broken && person === 'anna' ? Promise.reject(new Error('gone')) : store.matchesOf(person, limit),
  };
  const told: string[] = [];
  const onBanned = async (person: string): Promise<void> => {
    told.push(person);
    await removeEverywhere({ store: refusing, directory: on.directory }, person);
  };
  const bans = new Bans({ store, now: on.clock.now, journal: quietJournal, onBanned });
  for (const person of ['anna', 'bela']) await store.putBan({ ...BAN, person });
  await bans.reload();
  expect([open.isRemoved('anna'), open.isRemoved('bela')]).toEqual([false, true]);
  broken = false;
  await bans.reload();
  expect(open.isRemoved('anna')).toBe(true);
  await bans.reload();
  expect(told).toEqual(['anna', 'bela', 'anna']);
});

test('a removal that the store refuses is a failure', async () => {
  const store = memoryStore();
  const on = ground({ store });
  const open = await givenTable(on);
  store.breakDown(true);
  await expect(removeEverywhere(on, 'anna')).rejects.toThrow();
  store.breakDown(false);
  await removeEverywhere(on, 'anna');
  expect(open.isRemoved('anna')).toBe(true);
});
