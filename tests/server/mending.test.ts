import { expect, test } from 'vitest';
import type { OpenMatch } from '../../server/match/open-match.ts';
import { StoreFault } from '../../server/store/match-store.ts';
import { type Ground, givenTable, ground, send } from './support/given-table.ts';
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
  expect(again?.match.seq).toBe(rows.length + 1);
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

/** Its log is not what it believes, as when somebody else has written there. */
const broken = async (on: Ground) => {
  const open = await givenTable(on);
  open.match.giveUp();
  return open;
};

test('a match that could not be read is opened anew as soon as it can', async () => {
  const store = memoryStore();
  let isGone = false;
  const inputs: typeof store.inputs = (id) =>
    isGone ? Promise.reject(new StoreFault('retryable', 'gone')) : store.inputs(id);
  const on = ground({ store: { ...store, inputs } });
  const open = await broken(on);
  isGone = true;
  await on.directory.mend();
  await on.directory.mend();
  expect(await on.directory.opened()).toEqual([]);
  isGone = false;
  await on.directory.mend();
  expect((await on.directory.opened()).map(({ match }) => [match.id, match.broken])).toEqual([[open.match.id, false]]);
});

test('a match whose seats could not be told to its log is not opened until they can', async () => {
  const store = memoryStore();
  const before = ground({ store });
  const open = await givenTable(before, { kind: 'public' });
  await before.directory.close();
  await store.putMember(open.match.id, { person: 'anna', name: 'anna', power: null, joinedAt: 1 });
  const { directory } = ground({ store });
  store.breakDown(true);
  await expect(directory.open(open.match.id)).rejects.toThrow(StoreFault);
  store.breakDown(false);
  const again = await directory.open(open.match.id);
  expect(again?.match.state.table.seats.NOR?.sitter).toMatchObject({ by: 'bot', open: true });
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const IDLE = 11 * 60_000;
/** Something of it is still being done, and it is not closed before that is over. */
const held = (open: OpenMatch): (() => void) => {
  let release = (): void => undefined;
  void open.inSeating(
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  return () => release();
};

test('whoever comes while a match is put away is given the one that is opened after it', async () => {
  const on = ground();
  const open = await givenTable(on);
  await on.clock.advance(IDLE);
  const release = held(open);
  const closing = on.directory.closeIdle();
  await settled();
  const coming = on.directory.open(open.match.id);
  await settled();
  release();
  await closing;
  const again = await coming;
  expect(again).not.toBe(open);
  if (again === null) throw new Error('not there');
  expect(await send(again, 'NOR', { kind: 'setReady', ready: true })).toMatchObject({ ok: true });
});

test('a match that was opened anew while others were put away is left where it is', async () => {
  const on = ground();
  const first = await givenTable(on);
  const second = await givenTable(on);
  await on.clock.advance(IDLE);
  const release = held(first);
  const closing = on.directory.closeIdle();
  await settled();
  await on.directory.renew(second.match.id);
  const again = await on.directory.open(second.match.id);
  release();
  await closing;
  expect(await on.directory.open(second.match.id)).toBe(again);
});
