import { describe, expect, test } from 'vitest';
import { VERBS } from '../../shared/model/order.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { fuzzMatch, reproduction } from './fuzz-match.ts';
import { newTally } from './tally.ts';

/** Random legal turns that are played in every run of the tests; `npm run fuzz` plays as many as one likes. */
const TURNS = Number(process.env.FUZZ_TURNS ?? 10_000);
const BATCHES = Math.ceil(TURNS / 500);

const tally = newTally();

describe('random legal matches hold every invariant', () => {
  test.each(Array.from({ length: BATCHES }, (_, i) => i))(
    `batch %i`,
    (batch) => {
      const until = tally.turns + TURNS / BATCHES;
      for (let seed = 1 + batch * 1_000; tally.turns < until; seed += 1)
        expect(() => fuzzMatch(charter2025, seed, tally), reproduction(seed)).not.toThrow();
    },
    120_000,
  );

  test('and reach every verb', () => {
    expect(tally.turns).toBeGreaterThanOrEqual(TURNS);
    if (TURNS >= 10_000) expect(VERBS.filter((verb) => !tally.verbs.has(verb))).toEqual([]);
  });
});
