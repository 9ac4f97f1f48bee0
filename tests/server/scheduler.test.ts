import { expect, test } from 'vitest';
import { lostTo, noteOutage } from '../../server/match/outages.ts';
import { Scheduler } from '../../server/match/scheduler.ts';
import { fakeClock } from './support/fake-clock.ts';
import { countingEntropy, type Ground, givenTable, ground, quietJournal, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const scheduled = (on: Ground): Scheduler => {
  const scheduler = new Scheduler({ ...on, journal: quietJournal });
  scheduler.start();
  return scheduler;
};
const idsOf = async ({ directory }: Ground): Promise<readonly string[]> =>
  (await directory.opened()).map(({ match }) => match.id);

/** What the server does once a minute, while time passes. */
const pass = async (on: Ground, ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= HOUR / 4) {
    await on.clock.advance(Math.min(left, HOUR / 4));
    await on.directory.closeIdle();
  }
};

test('a match by letter leaves memory between its turns and is there again when one ends', async () => {
  const on = ground();
  const scheduler = scheduled(on);
  const open = await givenTable(on, { pace: 'correspondence' });
  const due = open.match.state.table.deadline ?? 0;
  expect(due - on.clock.now()).toBe(DAY);
  await pass(on, HOUR);
  expect(await idsOf(on)).toEqual([]);
  await pass(on, 22 * HOUR);
  expect(await idsOf(on)).toEqual([]);
  await pass(on, HOUR);
  const again = await on.directory.open(open.match.id);
  expect(again?.match.state.board.turn).toBe(2);
  const struck = (await on.store.inputs(open.match.id)).filter(({ input }) => input.kind === 'deadlineReached');
  expect(struck.map(({ at }) => at)).toEqual([due]);
  await scheduler.stop();
});

test('nobody who is there loses a match from under them', async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence' });
  const leave = open.hold();
  await pass(on, 3 * HOUR);
  expect(await idsOf(on)).toEqual([open.match.id]);
  leave();
  await pass(on, HOUR);
  expect(await idsOf(on)).toEqual([]);
});

test('a start opens no match by letter that is not due; many that are due at once are all opened, once each', async () => {
  const store = memoryStore();
  const clock = fakeClock();
  let drawn = 0;
  // Codes that do not clash: the counting chance of the other tests has only a few.
  const below = (limit: number): number => {
    drawn = (drawn * 69_069 + 12_345) % 4_294_967_296;
    return Math.floor(drawn / 65_536) % limit;
  };
  const before = ground({ store, clock, directory: { entropy: { ...countingEntropy(), below } } });
  for (let i = 0; i < 30; i += 1) await givenTable(before, { pace: 'correspondence' }, ['NOR']);
  const late = await givenTable(before, { pace: 'correspondence' });
  await late.ownInput({ kind: 'extend', by: DAY });
  await before.directory.close();

  const after = ground({ store, clock });
  await after.directory.resume();
  const scheduler = scheduled(after);
  await clock.advance(HOUR);
  expect(await idsOf(after)).toEqual([]);
  await clock.advance(23 * HOUR);
  await scheduler.stop();
  const turns = (await after.directory.opened()).map(({ match }) => match.state.board.turn);
  expect(turns).toEqual(Array.from({ length: 30 }, () => 2));
});

test('one that cannot be opened keeps no other from being opened', async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence' });
  await pass(on, HOUR);
  const complaints: unknown[] = [];
  const journal = { ...quietJournal, error: (facts: unknown) => complaints.push(facts) };
  const store = { dueBy: async (at: number) => ['of-another-server', ...(await on.store.dueBy(at))] };
  const opens = (id: string) =>
    id === 'of-another-server' ? Promise.reject(new Error('unknown')) : on.directory.open(id);
  const scheduler = new Scheduler({ store, directory: { open: opens }, clock: on.clock, journal });
  scheduler.start();
  await on.clock.advance(0);
  await on.clock.advance(DAY);
  await scheduler.stop();
  expect((await on.directory.open(open.match.id))?.match.state.board.turn).toBe(2);
  expect(complaints).toHaveLength(1);
});

test('whoever is away through two outages is given back both, whenever the match is opened', async () => {
  const store = memoryStore();
  const clock = fakeClock();
  const first = ground({ store, clock });
  const open = await givenTable(first, { pace: 'correspondence' });
  const due = open.match.state.table.deadline ?? 0;
  await clock.advance(HOUR);
  await store.beat(clock.now());
  await first.directory.close();

  await clock.advance(2 * HOUR);
  const second = ground({ store, clock, outages: await noteOutage(store, clock.now()) });
  await second.directory.resume();
  await clock.advance(HOUR);
  await store.beat(clock.now());
  await second.directory.close();

  // This one lasts beyond the deadline itself.
  await clock.advance(DAY);
  const third = ground({ store, clock, outages: await noteOutage(store, clock.now()) });
  const scheduler = scheduled(third);
  await clock.advance(MINUTE);
  const again = await third.directory.open(open.match.id);
  expect(again?.match.state.table.deadline).toBe(due + 26 * HOUR);
  expect(again?.match.state.board.turn).toBe(1);
  await send(again ?? open, 'NOR', { kind: 'setReady', ready: true });

  await third.directory.close();
  await scheduler.stop();
  const fourth = ground({ store, clock, outages: await noteOutage(store, clock.now()) });
  const last = await fourth.directory.open(open.match.id);
  // From the last heartbeat on it counts as an outage, but for what is known to have been written since.
  expect(last?.match.state.table.deadline).toBe(due + 26 * HOUR);
});

test('an outage that is told twice, because a server came up and died before its first heartbeat, counts once', async () => {
  const store = memoryStore();
  await store.beat(1_000);
  await noteOutage(store, 5_000);
  expect(await noteOutage(store, 9_000)).toEqual([{ from: 1_000, to: 9_000 }]);
  expect(lostTo([{ from: 1_000, to: 9_000 }], 500)).toBe(8_000);
  expect(lostTo([{ from: 1_000, to: 9_000 }], 5_000)).toBe(4_000);
  expect(lostTo([{ from: 1_000, to: 9_000 }], 9_000)).toBe(0);
});
