import { describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { faultsOf } from '../support/invariants.ts';

const SEEDS = Array.from({ length: 12 }, (_, i) => `fuzz-${i}`);

describe('matches of bots', () => {
  test.each(SEEDS)('%s: every position is sound, every act of a bot is legal, the record verifies', (seed) => {
    const { record, refused } = simulate(charter2025, {
      seed,
      bots: ['random', 'scripted', 'random'],
      length: 'sprint',
    });
    expect(refused).toBe(0);
    const fold = openFold(charter2025, foundationOf(record));
    for (const logged of record.inputs) {
      fold.apply(logged);
      expect(faultsOf(charter2025, fold.state)).toEqual([]);
    }
    expect(verifyRecord(JSON.parse(JSON.stringify(record)), scenarioById)).toMatchObject({ ok: true, turns: 3 });
  });

  test('event numbers leave no gaps for anybody', () => {
    const { fold } = simulate(charter2025, { seed: 'gaps', bots: ['random'], length: 'sprint' });
    for (const viewer of [...indexOf(charter2025).powers, 'public']) {
      const counts = new Map<number, number>();
      for (const event of viewFor(charter2025, fold.state, viewer).events) {
        const next = (counts.get(event.turn) ?? 0) + 1;
        counts.set(event.turn, next);
        expect(event.id).toBe(`${event.turn}.${next}`);
      }
    }
  });
});
