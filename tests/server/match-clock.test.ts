import { expect, test } from 'vitest';
import { outageToGiveBack } from '../../server/match/match-clock.ts';
import { noteOutage } from '../../server/match/outages.ts';
import type { Pace } from '../../shared/model/state.ts';
import { fakeClock } from './support/fake-clock.ts';
import { givenTable, ground, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('ends each phase at its deadline, turn after turn, and stops at the end', async () => {
  const { store, clock, directory } = ground();
  const open = await givenTable({ store, clock, directory }, { pace: 'blitz' });
  const at = () => [open.match.state.table.phase, open.match.state.board.turn];
  expect(at()).toEqual(['negotiation', 1]);
  await clock.advance(MINUTE - 1);
  expect(at()).toEqual(['negotiation', 1]);
  await clock.advance(1);
  expect(at()).toEqual(['orders', 1]);
  await clock.advance(MINUTE / 2);
  expect(at()).toEqual(['negotiation', 2]);
  await clock.advance(10 * MINUTE);
  expect(at()).toEqual(['ended', 2]);
  expect(clock.waiting()).toBe(0);
  const kinds = (await store.inputs(open.match.id)).filter((row) => row.input.kind === 'deadlineReached');
  expect(kinds).toHaveLength(4);
});

test('waits as long as the phase was extended, and not at all while it is paused', async () => {
  const { store, clock, directory } = ground();
  const open = await givenTable({ store, clock, directory }, { kind: 'class', pace: 'blitz' });
  const facilitate = (input: { kind: 'pause' } | { kind: 'resumeClock' } | { kind: 'extend'; by: number }) =>
    open.match.submit({ seat: 'facilitator', person: 'console', id: null, basedOn: null, input });
  await facilitate({ kind: 'extend', by: MINUTE });
  await clock.advance(MINUTE);
  expect(open.match.state.table.phase).toBe('negotiation');
  await facilitate({ kind: 'pause' });
  await clock.advance(HOUR);
  expect(open.match.state.table.phase).toBe('negotiation');
  await facilitate({ kind: 'resumeClock' });
  await clock.advance(MINUTE);
  expect(open.match.state.table.phase).toBe('orders');
});

test('tries the deadline again when it could not be stored', async () => {
  const store = memoryStore();
  const { clock, directory } = ground({ store });
  const open = await givenTable({ store, clock, directory }, { pace: 'blitz' });
  store.breakDown(true);
  await clock.advance(MINUTE + 5_000);
  expect(open.match.state.table.phase).toBe('negotiation');
  store.breakDown(false);
  await clock.advance(2_000);
  expect(open.match.state.table.phase).toBe('orders');
});

test('waits for a deadline that is further away than a timer can count', async () => {
  const { store, clock, directory } = ground();
  const open = await givenTable({ store, clock, directory }, { pace: 'correspondence' });
  await open.ownInput({ kind: 'extend', by: 40 * 24 * HOUR });
  await clock.advance(30 * 24 * HOUR);
  expect(open.match.state.board.turn).toBe(1);
  await clock.advance(12 * 24 * HOUR);
  expect(open.match.state.board.turn).toBe(2);
});

test('gives an outage back, and at least a minute to a quick table', async () => {
  const store = memoryStore();
  const clock = fakeClock();
  const before = ground({ store, clock });
  const open = await givenTable(before, { pace: 'blitz' });
  await clock.advance(50_000);
  await store.beat(clock.now());
  await before.directory.close();
  const left = (open.match.state.table.deadline ?? 0) - clock.now();
  expect(left).toBe(10_000);

  await clock.advance(3 * HOUR);
  const after = ground({ store, clock, outages: await noteOutage(store, clock.now()) });
  await after.directory.resume();
  const [again] = await after.directory.opened();
  expect(again?.match.state.table.phase).toBe('negotiation');
  expect((again?.match.state.table.deadline ?? 0) - clock.now()).toBe(MINUTE);
  const of = (pace: Pace): number => {
    const { settings, ...state } = open.match.state;
    return outageToGiveBack({ ...state, settings: { ...settings, pace } }, 3 * HOUR, clock.now() - 3 * HOUR);
  };
  expect(of('correspondence')).toBe(3 * HOUR);
  // And a little more, in which a page finds its way back.
  expect(of('live')).toBe(3 * HOUR + 5_000);
  await clock.advance(MINUTE);
  expect(again?.match.state.table.phase).toBe('orders');
});

test('does not run on without what an outage took, and gives it back once the store takes that', async () => {
  const store = memoryStore();
  const clock = fakeClock();
  const before = ground({ store, clock });
  const open = await givenTable(before, { pace: 'live' });
  const { deadline } = open.match.state.table;
  await before.directory.close();
  const outage = { from: clock.now(), to: clock.now() + 3 * HOUR };
  await clock.advance(3 * HOUR);
  const { directory } = ground({ store, clock, outages: [outage] });
  store.breakDown(true);
  expect(await directory.resume()).toBe(false);
  await clock.advance(MINUTE);
  expect([await directory.opened(), clock.waiting()]).toEqual([[], 0]);
  store.breakDown(false);
  expect(await directory.resume()).toBe(true);
  const [again] = await directory.opened();
  expect(again?.match.state.table.deadline).toBe((deadline ?? 0) + 3 * HOUR + 5_000);
  await directory.close();
});

test('gives nothing back twice, nor to a match that was only put away', async () => {
  const store = memoryStore();
  const clock = fakeClock();
  const { directory } = ground({
    store,
    clock,
    outages: [{ from: clock.now() - HOUR, to: clock.now() }],
  });
  const open = await givenTable({ store, clock, directory }, { pace: 'blitz' });
  const { deadline } = open.match.state.table;
  await send(open, 'NOR', { kind: 'setReady', ready: true });
  expect((await directory.open(open.match.id))?.match.state.table.deadline).toBe(deadline);
});

test('puts a match away when nobody has needed it for a while, but never one whose clock is near', async () => {
  const { store, clock, directory } = ground();
  const still = await givenTable({ store, clock, directory });
  await givenTable({ store, clock, directory }, { pace: 'correspondence' });
  const running = await givenTable({ store, clock, directory }, { pace: 'live' });
  await running.ownInput({ kind: 'extend', by: 2 * HOUR });
  await clock.advance(HOUR);
  await directory.closeIdle();
  expect((await directory.opened()).map((open) => open.match.id)).toEqual([running.match.id]);
  const again = await directory.open(still.match.id);
  expect(again?.match.state).toEqual(still.match.state);
});
