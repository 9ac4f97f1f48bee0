import { expect, test } from 'vitest';
import { StoreFault } from '../../server/store/match-store.ts';
import { givenTable, ground, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';

test('a match whose log is not what it believes is opened anew by itself, and takes what comes', async () => {
  const on = ground();
  const open = await givenTable(on);
  const rows = await on.store.inputs(open.match.id);
  // Stored, and nobody was told so: as when a disk fails after it has written.
  await on.store.append(open.match.id, {
    ...{ seq: rows.length + 1, at: 2_000_000, seat: 'NOR', person: 'anna', command: 'not-acknowledged' },
    input: { kind: 'setReady', ready: true },
  });
  expect(await send(open, 'SUD', { kind: 'setReady', ready: true })).toMatchObject({ ok: false });
  expect(open.match.broken).toBe(true);
  await on.directory.mend();
  const [again] = await on.directory.opened();
  expect(again?.match.broken).toBe(false);
  expect(again?.match.inputs).toHaveLength(rows.length + 1);
  if (again === undefined) throw new Error('not there');
  const resent = { seat: 'NOR', person: 'anna', id: 'not-acknowledged', basedOn: null } as const;
  expect(await again.match.submit({ ...resent, input: { kind: 'setReady', ready: true } })).toMatchObject({ ok: true });
  expect(await send(again, 'SUD', { kind: 'setReady', ready: true })).toMatchObject({ ok: true });
});

test('matches that run by themselves are resumed once the store says all', async () => {
  const store = memoryStore();
  const before = ground({ store });
  const open = await givenTable(before, { pace: 'live' });
  await before.directory.close();
  let broken = true;
  const inputs: typeof store.inputs = (id) =>
    broken ? Promise.reject(new StoreFault('retryable', 'gone')) : store.inputs(id);
  const after = ground({ store: { ...store, inputs } });
  expect(await after.directory.resume()).toBe(false);
  expect(await after.directory.opened()).toEqual([]);
  broken = false;
  expect(await after.directory.resume()).toBe(true);
  expect((await after.directory.opened()).map(({ match }) => match.id)).toEqual([open.match.id]);
  await after.directory.close();
});
