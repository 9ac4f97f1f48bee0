import { expect, test } from 'vitest';
import { Afterwrites } from '../../server/match/afterwrites.ts';
import { fakeClock } from './support/fake-clock.ts';

const given = () => {
  const clock = fakeClock();
  const written: string[] = [];
  const faults: string[] = [];
  const state = { broken: false };
  const after = new Afterwrites(clock, (what) => faults.push(what));
  const put = (what: string, value: string): void =>
    after.put(what, async () => {
      await Promise.resolve();
      if (state.broken) throw new Error('no room');
      written.push(value);
    });
  return { clock, written, faults, state, after, put };
};

test('what tells of a match is written when the store takes it again, and only as it is by then', async () => {
  const { clock, written, faults, state, put } = given();
  put('outline', 'first');
  await clock.advance(1);
  state.broken = true;
  put('outline', 'second');
  put('turn', 'one');
  await clock.advance(1);
  put('outline', 'third');
  await clock.advance(5_000);
  expect(written).toEqual(['first']);
  expect(faults.length).toBeGreaterThan(2);
  state.broken = false;
  await clock.advance(1_000);
  expect(written.toSorted()).toEqual(['first', 'one', 'third']);
  expect(clock.waiting()).toBe(0);
});

test('at the end what waits is tried once more, and nothing goes on after it', async () => {
  const { clock, written, state, after, put } = given();
  state.broken = true;
  put('outline', 'last');
  await clock.advance(1);
  state.broken = false;
  await after.close();
  expect(written).toEqual(['last']);
  state.broken = true;
  put('outline', 'lost');
  await after.close();
  expect([written, clock.waiting()]).toEqual([['last'], 0]);
});

test('nothing that is put just when all has been written is left lying', async () => {
  for (let steps = 0; steps < 12; steps += 1) {
    const { written, put } = given();
    put('outline', 'first');
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    put('turn', 'second');
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(written).toEqual(['first', 'second']);
  }
});
