import { randomBytes, randomInt } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { forsakenTables } from '../../server/match/abandoned.ts';
import { Retention } from '../../server/privacy/retention.ts';
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
  const forsaken = () => forsakenTables({ ...on, now: on.clock.now, since: 0 });
  await on.clock.advance(2 * DAY);
  expect(await forsaken()).toEqual([]);
  await on.clock.advance(1);
  expect(await forsaken()).toEqual([left.match.id]);
  visited.presence.leave('bela', false);
  expect([...(await forsaken())].sort()).toEqual([left.match.id, visited.match.id].sort());
  expect(await forsaken()).not.toContain(played.match.id);
});

test('an open table where somebody sits is cleared by no server that has just come up', async () => {
  const on = ground();
  const open = await on.directory.create({ ...CHOICE, kind: 'public' });
  await open.join({ person: 'anna', name: 'Anna', power: 'NOR' });
  await on.clock.advance(9 * DAY);
  const lookout = { ...on, now: on.clock.now, since: on.clock.now() };
  expect(await forsakenTables(lookout)).toEqual([]);
  await on.clock.advance(DAY);
  expect(await forsakenTables(lookout)).toEqual([open.match.id]);
});

test('a table that is started while the list is gone through is not erased', async () => {
  const on = ground();
  const { store, directory, clock } = on;
  const open = await directory.create({ ...CHOICE, kind: 'public' });
  const late = await directory.create({ ...CHOICE, kind: 'public', title: 'Another' });
  const starting: typeof store = {
    ...store,
    eraseMatch: async (id) => {
      await store.eraseMatch(id);
      await (id === open.match.id ? late : open).start();
    },
  };
  await clock.advance(3 * DAY);
  const retention = new Retention({ store: starting, directory, closeRooms: async () => undefined, now: clock.now });
  await retention.sweep();
  const left = (await Promise.all([open, late].map(({ match }) => store.match(match.id)))).filter(
    (one) => one !== null,
  );
  expect(left).toHaveLength(1);
  const [kept] = left;
  expect((await directory.open(kept?.id ?? ''))?.match.state.table.phase).not.toBe('table');
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
