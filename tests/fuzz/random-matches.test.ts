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

describe('random matches', () => {
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

  test('no seat’s view holds what only another seat may know', () => {
    const played = SEEDS.map((seed) => simulate(charter2025, { seed, bots: ['random'], length: 'short' }).fold);
    const secretsOf = (fold: (typeof played)[number]) =>
      Object.values(fold.state.board.agreements).filter((one) => one.visibility === 'secret');
    const fold = played.find((one) => secretsOf(one).length > 0) ?? played[0];
    if (fold === undefined) throw new Error('nothing was played');
    const { events } = fold.state;
    const hiddenAgreements = secretsOf(fold);
    expect(hiddenAgreements.length).toBeGreaterThan(0);
    for (const viewer of [...indexOf(charter2025).powers, 'public']) {
      const view = viewFor(charter2025, { ...fold.state, table: { ...fold.state.table, phase: 'orders' } }, viewer);
      const text = JSON.stringify(view);
      for (const agreement of hiddenAgreements)
        expect(text.includes(`"${agreement.id}"`)).toBe(agreement.parties.includes(viewer));
      expect(view.events.length).toBe(
        events.filter((event) => event.audience === 'public' || event.audience.includes(viewer)).length,
      );
      expect(Object.keys(view.agendas)).toEqual(viewer === 'public' ? [] : [viewer]);
      expect(text).not.toContain(fold.state.seed);
      const revealed = view.events.filter((event) => event.kind === 'ordersRevealed');
      expect(revealed.flatMap((event) => event.orders.concessions)).toEqual([]);
      const submitted = view.events.filter((event) => event.kind === 'ordersSubmitted');
      expect(submitted.filter((event) => event.power !== viewer)).toEqual([]);
      for (const [power, tracks] of Object.entries(view.tracks)) expect(tracks.exact === null).toBe(power !== viewer);
    }
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
