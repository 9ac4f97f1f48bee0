import { describe, expect, test } from 'vitest';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { preview } from '../../shared/view/preview.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, play, rules, seated } from '../support/given.ts';

const moods = (riseByChance: number, fallByChance: number): Scenario => ({ ...bare, magnitudes: { ...bare.magnitudes, tension: { ...bare.magnitudes.tension, riseByChance, fallByChance } } });
const FLARE = moods(100, 0);
const QUIET = moods(0, 100);

rules('tension', [
  ['TN1', { name: 'a front cools towards what it was', given: ['tension tavush 6'], orders: [], then: ['tension tavush 6→5'] }],
  ['TN1', { name: 'and no further', given: ['tension tavush 2', 'tension syunik 1'], orders: [], then: [], never: ['tension'] }],
  ['TN1', { name: 'not one that grew hotter this turn', given: ['tension tavush 6'], orders: ['AZE probe ARM tavush'], then: ['tension tavush 6→8'], never: ['tension tavush 8'] }],
  ['TN1', { name: 'nor one that cannot grow hotter', given: ['tension tavush 10'], orders: ['AZE probe ARM tavush'], then: [], never: ['tension tavush'] }],
  ['TN1', { name: 'one that was calmed cools on', given: ['tension tavush 6'], orders: ['USA mediate tavush'], then: ['tension tavush 6→5', 'tension tavush 5→4'] }],
  ['TN2', { name: 'by chance a front flares up', scenario: FLARE, given: ['tension tavush 6'], orders: [], then: ['tension tavush 6→7', 'tension syunik 5→6'] }],
  ['TN2', { name: 'but not one that force has just heated', scenario: FLARE, given: ['tension tavush 6'], orders: ['AZE probe ARM tavush'], then: ['tension tavush 6→8'], never: ['tension tavush 8'] }],
  ['TN2', { name: 'or falls quiet, beyond what it was', scenario: QUIET, given: ['tension tavush 2'], orders: [], then: ['tension tavush 2→1', 'tension syunik 5→4'] }],
  ['TN2', { name: 'but not below nothing', scenario: QUIET, given: ['tension tavush 0'], orders: [], then: [], never: ['tension tavush'] }],
]);

rules('regional war', [
  ['WR1', { name: 'the first turn at ten is told', given: ['tension syunik 8'], orders: ['AZE probe ARM syunik'], then: ['tension syunik 8→10', 'war syunik 1'], never: ['war broke out', 'ended'] }],
  ['WR1', { name: 'the second is a regional war, and the match is over', given: ['tension syunik 10 hot 1'], orders: ['AZE probe ARM syunik'], then: ['war syunik 2', 'war broke out', 'ended war'] }],
  ['WR1', { name: 'a front that nobody stirs cools in time', given: ['tension syunik 10 hot 1'], orders: [], then: ['tension syunik 10→9', 'war syunik 0'], never: ['war broke out'] }],
  ['WR1', { name: 'two fronts at nine', given: ['tension syunik 7', 'tension tavush 7'], orders: ['AZE probe ARM syunik', 'ARM probe AZE tavush'], then: ['tension syunik 7→9', 'tension tavush 7→9', 'war broke out', 'ended war'] }],
  ['WR1', { name: 'one at nine and one at eight are none', given: ['tension syunik 7', 'tension tavush 6'], orders: ['AZE probe ARM syunik', 'ARM probe AZE tavush'], then: ['tension syunik 7→9', 'tension tavush 6→8'], never: ['war'] }],
  ['WR1', { name: 'one at ten and one at nine are', given: ['tension syunik 8', 'tension tavush 7'], orders: ['AZE probe ARM syunik', 'ARM probe AZE tavush'], then: ['war syunik 1', 'war broke out'] }],
]);

describe('WR1 a regional war', () => {
  test('is caused by the front that was at war for too long, or else by the rule', () => {
    const causeOf = (given: readonly string[], orders: readonly string[]) => {
      const { events } = play({ given, orders });
      const cause = events.find((event) => event.kind === 'warBroke')?.cause;
      return cause?.kind === 'events' ? events.filter(({ id }) => cause.ids.includes(id)).map(formatEvent) : cause;
    };
    expect(causeOf(['tension syunik 10 hot 1'], ['AZE probe ARM syunik'])).toEqual(['war syunik 2']);
    expect(causeOf(['tension syunik 7', 'tension tavush 7'], ['AZE probe ARM syunik', 'ARM probe AZE tavush'])).toEqual({ kind: 'rule', rule: 'WR1' });
  });
});

describe('TN2 chance', () => {
  test('has about the share that the scenario gives it, and is not foreseen', () => {
    const scenario = moods(13, 5);
    let [up, down] = [0, 0];
    for (let i = 0; i < 60; i += 1) {
      let { state } = give(scenario, seated(scenario, `seed ${i}`), 'facilitator', { kind: 'start' });
      const foreseen = preview(scenario, viewFor(scenario, state, 'USA'), NO_ORDERS).expected;
      expect(foreseen.filter((event) => event.kind === 'tensionMoved')).toEqual([]);
      state = give(scenario, state, 'facilitator', { kind: 'advance' }).state;
      for (const event of give(scenario, state, 'facilitator', { kind: 'advance' }).events) {
        if (event.kind !== 'tensionMoved') continue;
        expect(event.cause).toEqual({ kind: 'rule', rule: 'TN2' });
        if (event.to > event.from) up += 1;
        else down += 1;
      }
    }
    const fronts = 60 * scenario.fronts.length;
    expect(up / fronts).toBeGreaterThan(0.08);
    expect(up / fronts).toBeLessThan(0.18);
    expect(down / fronts).toBeGreaterThan(0.02);
    expect(down / fronts).toBeLessThan(0.09);
  });
});
