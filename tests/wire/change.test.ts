import { describe, expect, test } from 'vitest';
import { inflate } from '../../client/net/inflate.ts';
import { deflate } from '../../server/match/squeeze.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { BotName } from '../../shared/model/input.ts';
import { LENGTHS, type Length } from '../../shared/model/state.ts';
import { differ, type Json } from '../../shared/protocol/patch.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { decodeChange, encodeAlone, encodeChange, TAIL, tailAlone } from '../../shared/wire/change.ts';
import { fuzzMatch } from '../fuzz/fuzz-match.ts';
import { newTally } from '../fuzz/tally.ts';
import { followAll, type Told } from '../support/followers.ts';

const tellingOf = (seed: string, bot: BotName, length: Length): readonly Told[] => {
  const { record } = simulate(charter2025, { seed, bots: [bot], length });
  const fold = openFold(charter2025, foundationOf(record));
  const told: Told[] = [];
  const follow = followAll(charter2025, (one) => told.push(one));
  follow(fold.state, []);
  for (const logged of record.inputs) {
    const events = fold.apply(logged);
    follow(fold.state, events);
  }
  return told;
};

const isTurn = ({ events }: Told): boolean => events.some(({ kind }) => kind === 'turnClosed');
const wrong = (told: readonly Told[]): readonly string[] =>
  told
    .filter(({ read, now }) => differ(read as unknown as Json, now as unknown as Json) !== null)
    .map(({ viewer, events }) => `${viewer}: ${events.map(({ kind }) => kind).join(' ')}`);

describe('every viewer’s page comes to the very view that the server has', () => {
  const matches = LENGTHS.flatMap((length) =>
    (['negotiator', 'scripted', 'random'] as const).map((bot) => [bot, length] as const),
  );
  test.each(matches)(
    'when %s bots play a %s match',
    (bot, length) => {
      const told = tellingOf(`wire-${length}`, bot, length);
      expect(told.filter(isTurn).length).toBeGreaterThanOrEqual(24);
      expect(wrong(told)).toEqual([]);
    },
    60_000,
  );

  test.each([4_100_001, 4_100_002, 4_100_003])(
    'when people do anything that is legal, and a facilitator rewinds and overrides: seed %i',
    (seed) => {
      const told: Told[] = [];
      fuzzMatch(
        charter2025,
        seed,
        newTally(),
        null,
        followAll(charter2025, (one) => told.push(one)),
      );
      expect(told.length).toBeGreaterThan(100);
      expect(wrong(told)).toEqual([]);
    },
    60_000,
  );
});

describe('a change', () => {
  const told = tellingOf('wire-sizes', 'negotiator', 'short');
  const turns = told.filter(isTurn);
  const small = told.filter(({ events }) => events.length === 1 && events[0]?.kind === 'phaseOpened');

  test('of a resolved turn is a few hundred bytes', () => {
    const seats = turns.filter(({ viewer }) => viewer !== 'facilitator');
    const mean = seats.reduce((sum, { size }) => sum + size, 0) / seats.length;
    expect(mean).toBeLessThan(700);
    expect(mean).toBeGreaterThan(100);
  });

  test('is made of the two views alone: a foresight of its own is the one that all share', () => {
    for (const { old, now, change } of turns) expect(encodeChange(charter2025, old, now, deflate)).toEqual(change);
  });

  test('is the same without what is long past, as far as that has not changed', () => {
    const isPast = ({ old, now }: Told): boolean => {
      const skip = old.events.length - TAIL;
      const past = [old, now].map(({ events }) => events.slice(0, skip) as unknown as Json);
      return skip > 0 && differ(past[0] as Json, past[1] as Json) === null;
    };
    const long = told.filter(isPast);
    expect(long.length).toBeGreaterThan(100);
    for (const { old, now, change } of long) {
      const skip = old.events.length - TAIL;
      const [before, after] = [old, now].map((view) => ({ ...view, events: view.events.slice(skip) }));
      if (before === undefined || after === undefined) continue;
      expect(encodeChange(charter2025, before, after, deflate, {}, skip)).toEqual(change);
    }
  });

  test('that both ends can make by themselves is the same without two views', () => {
    const played = [...told, ...tellingOf('wire-alone', 'scripted', 'short')];
    const alone = played.filter(
      ({ events, change }) => tailAlone(events) !== null && events.length > 0 && typeof change !== 'number',
    );
    expect([...new Set(alone.map(({ events }) => events.map(({ kind }) => kind).join(' ')))].sort()).toEqual([
      'ordersSubmitted',
      'phaseOpened',
      'said',
    ]);
    for (const { old, now, change, events } of alone) {
      const count = now.events.length - old.events.length;
      const near = { viewer: now.viewer, events: now.events.slice(-count - (tailAlone(events) ?? 0)) };
      expect(encodeAlone(near, count, deflate)).toEqual(change);
    }
  });

  test('that nobody’s words are in may be squeezed; words are sent as they are', () => {
    const worded = told.filter(({ events }) => events.some(({ kind }) => kind === 'said' || kind === 'proposed'));
    expect(worded.length).toBeGreaterThan(0);
    for (const { change, events } of worded.filter((one) => !isTurn(one))) {
      expect(typeof change, events.map(({ kind }) => kind).join()).toBe('string');
    }
  });

  test('of a small thing is sent as it is', () => {
    expect(small.length).toBeGreaterThan(0);
    for (const { change } of small) expect(String(change).length).toBeLessThan(80);
  });

  test('of somebody’s readiness is a number, the same for all', () => {
    const ready: Told[] = [];
    const follow = followAll(charter2025, (one) => {
      if (one.events.length === 1 && one.events[0]?.kind === 'readySet') ready.push(one);
    });
    fuzzMatch(charter2025, 4_200_001, newTally(), null, follow);
    expect(new Set(ready.map(({ viewer }) => viewer)).size).toBe(8);
    expect(wrong(ready)).toEqual([]);
    const places = charter2025.powers.flatMap((_power, place) => [place * 2, place * 2 + 1]);
    expect(places).toEqual(expect.arrayContaining(ready.map(({ change }) => change)));
    const [{ old }] = ready as [Told];
    expect(() => decodeChange(charter2025, old, places.length, inflate)).toThrow(TypeError);
  });

  test('is refused by a page whose rules foresee otherwise', () => {
    const turn = turns[0];
    if (!(turn?.change instanceof Uint8Array)) throw new Error('there is no turn');
    const { old, change } = turn;
    const other = { ...old, board: { ...old.board, gates: {} } };
    expect(() => decodeChange(charter2025, other, change, inflate)).toThrow();
    const torn = change.slice(0, change.length - 9);
    expect(() => decodeChange(charter2025, old, torn, inflate)).toThrow();
  });

  test('is nothing where nothing has changed', () => {
    const now = turns[0]?.now;
    if (now === undefined) throw new Error('there is no turn');
    const change = encodeChange(charter2025, now, now, deflate);
    expect(change).toBe('{"obj":{}}');
    expect(decodeChange(charter2025, now, change, inflate)).toEqual(now);
  });
});
