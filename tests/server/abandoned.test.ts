import { randomBytes, randomInt } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { forsakenTables } from '../../server/match/abandoned.ts';
import { CHOICE, givenTable, ground, send } from './support/given-table.ts';

const DAY = 86_400_000;

test('an open table that nobody starts is cleared after two days, unless somebody is there', async () => {
  // Chance of its own: that of the other tests would give several tables one code.
  const entropy = {
    hex: (bytes: number) => randomBytes(bytes).toString('hex'),
    below: (limit: number) => randomInt(limit),
  };
  const on = ground({ directory: { entropy } });
  const made = (kind: 'public' | 'private', host: string) => on.directory.create({ ...CHOICE, kind, host });
  const left = await made('public', 'anna');
  const visited = await made('public', 'bela');
  await made('private', 'cleo');
  const played = await givenTable(on, { kind: 'public' });
  visited.presence.enter('bela', false);
  const forsaken = () => forsakenTables(on.store, on.directory, on.clock.now());
  await on.clock.advance(2 * DAY);
  expect(await forsaken()).toEqual([]);
  await on.clock.advance(1);
  expect(await forsaken()).toEqual([left.match.id]);
  visited.presence.leave('bela', false);
  expect([...(await forsaken())].sort()).toEqual([left.match.id, visited.match.id].sort());
  expect(await forsaken()).not.toContain(played.match.id);
});

test('a table whose people have all handed their seats to bots is played to its end', async () => {
  const on = ground();
  const open = await givenTable(on, { length: 'sprint' });
  for (const power of ['NOR', 'SUD', 'OST'] as const) await send(open, power, { kind: 'concede' });
  await vi.waitFor(() => expect(open.match.state.table).toMatchObject({ phase: 'ended', ended: 'term' }), {
    timeout: 10_000,
  });
});

test('a table without a clock that everybody has left waits in the store, and is as it was when somebody comes', async () => {
  const on = ground();
  const open = await givenTable(on);
  await send(open, 'NOR', { kind: 'say', to: ['SUD'], text: 'Are you there?' });
  const { version } = open.match.state;
  await on.clock.advance(11 * 60_000);
  expect(open.isIdle(10 * 60_000)).toBe(true);
  await on.directory.closeIdle();
  const again = await on.directory.open(open.match.id);
  expect(again).not.toBe(open);
  expect(again?.match.state).toMatchObject({ version, table: { phase: 'negotiation' } });
});
