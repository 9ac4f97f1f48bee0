import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomSet } from '../../shared/bots/random.ts';
import { luckFor } from '../../shared/kernel/luck.ts';
import { boardDigest } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { give, seated } from '../support/given.ts';

const start = give(charter2025, seated(charter2025), 'facilitator', { kind: 'start' }).state;

const resolved = (order: readonly string[], luck: string, twice: boolean): string => {
  let state = start;
  for (const power of order) {
    const set = randomSet(charter2025, viewFor(charter2025, start, power), luckFor(luck, power));
    state = give(charter2025, state, power, { kind: 'submitOrders', orders: set }).state;
    if (twice) state = give(charter2025, state, power, { kind: 'submitOrders', orders: set }).state;
  }
  for (let i = 0; i < 2; i += 1) state = give(charter2025, state, 'facilitator', { kind: 'advance' }).state;
  return boardDigest('salt', state.board);
};

const powers = charter2025.powers.map((power) => power.id);

test('RS1 the order in which orders arrive, and their repetition, change nothing', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(powers, { minLength: powers.length }),
      fc.integer({ min: 0, max: 1_000_000 }),
      (order, luck) => {
        expect(resolved(order, `${luck}`, true)).toBe(resolved(powers, `${luck}`, false));
      },
    ),
    { numRuns: 25, seed: 7 },
  );
});
