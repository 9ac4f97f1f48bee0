import { describe, expect, test } from 'vitest';
import type { GameEvent } from '../../shared/model/event.ts';
import { NO_ORDERS, type OrderSet } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { legalOrders } from '../../shared/rules/legal-orders.ts';
import { preview } from '../../shared/view/preview.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, place, play, type Row, refusals, rules, seated, setsFrom } from '../support/given.ts';
import { offersIn } from '../support/offers.ts';

const force = (over: Partial<Scenario['magnitudes']['force']>): Scenario => ({ ...bare, magnitudes: { ...bare.magnitudes, force: { ...bare.magnitudes.force, ...over } } });
const SUCCESS = force({ min: 100, max: 100 });
const FAILURE = force({ min: 0, max: 0 });
const HOT = 'tension syunik 6';
const STRIKE = 'AZE operate ARM syunik meghri-strip';
const PROMISE = 'pact g statement public: USA to ARM guarantee AZE @1-9';

const operated = (events: readonly GameEvent[]) => events.filter((event) => event.kind === 'operated');

/** A table of odds: name, position, other orders beside Azerbaijan's operation in Syunik, percent. */
const odds = (rows: readonly (readonly [rule: string, row: Pick<Row, 'name' | 'given'> & { readonly beside?: readonly string[]; readonly odds: number }])[]): void => {
  for (const [rule, row] of rows) {
    test(`${rule} odds: ${row.name}`, () => {
      const { events } = play({ given: [HOT, ...(row.given ?? [])], orders: [STRIKE, ...(row.beside ?? [])] });
      expect(operated(events).map((event) => event.odds)).toEqual([row.odds]);
    });
  }
};

odds([
  ['FO1', { name: 'readiness 6 against 3, and three quarters of its security from outside', odds: 67 }],
  ['FO1', { name: 'two points of readiness more', given: ['track AZE readiness 8'], odds: 91 }],
  ['FO1', { name: 'against a readiness of 8', given: ['track ARM readiness 8'], odds: 7 }],
  ['FO1', { name: 'never more than 95', given: ['track AZE readiness 10', 'track ARM readiness 0'], odds: 95 }],
  ['FO1', { name: 'never less than 5', given: ['track AZE readiness 1', 'track ARM readiness 10'], odds: 5 }],
  ['FO1', { name: 'no cover for who trusts in itself alone', given: ['shares ARM security own 100'], odds: 86 }],
  ['FO1', { name: 'full cover for who leaves all to others', given: ['shares ARM security RUS 100'], odds: 62 }],
  ['FO1', { name: 'what the attacker supplies is no cover', given: ['shares ARM security AZE 50 own 50'], odds: 86 }],
  ['FO1', { name: 'a weak attacker', given: ['track AZE readiness 1'], odds: 7 }],
  ['FO1', { name: '… against a gap in security', given: ['track AZE readiness 1', 'gap ARM security RUS'], odds: 43 }],
  ['FO1', { name: '… in borders', given: ['track AZE readiness 1', 'gap ARM borders RUS'], odds: 43 }],
  ['FO1', { name: '… in both', given: ['track AZE readiness 1', 'gap ARM security RUS', 'gap ARM borders RUS'], odds: 79 }],
  ['FO1', { name: '… two in one area count once', given: ['track AZE readiness 1', 'gap ARM security RUS', 'gap ARM security EUR'], odds: 43 }],
  ['FO1', { name: '… a gap in trade is no matter of force', given: ['track AZE readiness 1', 'gap ARM trade RUS'], odds: 7 }],
  ['FO1', { name: '… another’s gap neither', given: ['track AZE readiness 1', 'gap GEO security RUS'], odds: 7 }],
  ['FO1', { name: 'against a government in crisis', given: ['track AZE readiness 3', 'track ARM stability 24'], odds: 55 }],
  ['FO1', { name: 'a stability of 25 is no crisis', given: ['track AZE readiness 3', 'track ARM stability 25'], odds: 31 }],
  ['FO1', { name: 'what is mobilised this turn serves the next', beside: ['AZE mobilise', 'ARM mobilise'], odds: 67 }],
  ['FO1', { name: 'what is stood down this turn is still there', beside: ['ARM standDown'], odds: 67 }],
  ['SO3', { name: 'observers take ten percent', beside: ['USA monitor syunik'], odds: 57 }],
  ['SO3', { name: 'not those at another front', beside: ['USA monitor tavush'], odds: 67 }],
  ['FO7', { name: 'who deters adds its readiness, by its word', beside: ['USA deter ARM'], odds: 49 }],
  ['FO7', { name: 'in full if its word is beyond doubt', given: ['track USA credibility 100'], beside: ['USA deter ARM'], odds: 43 }],
  ['FO7', { name: 'by the half if it is worth nothing', given: ['track USA credibility 0'], beside: ['USA deter ARM'], odds: 55 }],
  ['FO7', { name: 'no more than three points', given: ['track TUR readiness 9'], beside: ['TUR deter ARM'], odds: 39 }],
  ['FO7', { name: 'several add up', beside: ['USA deter ARM', 'RUS deter ARM'], odds: 25 }],
  ['FO7', { name: 'who stands beside another serves nobody here', beside: ['USA deter AZE'], odds: 67 }],
  ['FO7', { name: 'what a defender commits elsewhere it lacks at home', beside: ['ARM deter AZE'], odds: 95 }],
  ['FO7', { name: 'what an attacker commits it lacks in its attack, and it deters nobody from itself', beside: ['AZE deter ARM'], odds: 31 }],
  ['FO8', { name: 'a guarantee honoured by itself: readiness by its giver’s word, and the word itself', given: [PROMISE], odds: 31 }],
  ['FO8', { name: 'the same when its giver deters by order', given: [PROMISE], beside: ['USA deter ARM'], odds: 31 }],
  ['FO8', { name: 'promised twice, honoured once', given: [PROMISE, 'pact h statement public: USA to ARM guarantee AZE @1-9'], odds: 31 }],
  ['FO8', { name: 'a secret one serves as well', given: ['pact g statement secret: USA to ARM guarantee AZE @1-9'], odds: 31 }],
  ['FO8', { name: 'not one against somebody else', given: ['pact g statement public: USA to ARM guarantee TUR @1-9'], odds: 67 }],
  ['FO8', { name: 'not one to somebody else', given: ['pact g statement public: USA to GEO guarantee AZE @1-9'], odds: 67 }],
  ['FO8', { name: 'not one that begins later', given: ['pact g statement public: USA to ARM guarantee AZE @2-9'], odds: 67 }],
  ['FO8', { name: 'not one of the attacker itself', given: ['pact g statement public: AZE to ARM guarantee AZE @1-9'], odds: 67 }],
  ['FO8', { name: 'not of a giver without readiness', given: [PROMISE, 'track USA readiness 0'], odds: 67 }],
  ['FO8', { name: 'not of a giver without capital', given: [PROMISE, 'track USA capital 0'], odds: 67 }],
  ['FO8', { name: 'not of a giver without treasury', given: [PROMISE, 'track USA treasury 1'], odds: 67 }],
  ['FO8', { name: 'not of a country without a player', given: ['pact g statement public: EUR to ARM guarantee AZE @1-9'], odds: 67 }],
  ['FO8', { name: 'two givers', given: [PROMISE, 'pact h statement public: RUS to ARM guarantee AZE @1-9'], odds: 5 }],
]);

rules('readiness', [
  ['FO5', { name: 'mobilising raises readiness and the hottest front of one’s own', orders: ['AZE mobilise'], then: ['mobilised AZE', 'track AZE readiness 6→8', 'tension syunik 5→6'], never: ['tension tavush'] }],
  ['FO5', { name: 'of equal fronts the first', given: ['tension tavush 5'], orders: ['AZE mobilise'], then: ['tension tavush 5→6'], never: ['tension syunik'] }],
  ['FO5', { name: 'who has no front alarms nobody', orders: ['USA mobilise'], then: ['track USA readiness 2→4'], never: ['tension'] }],
  ['FO5', { name: 'both sides', orders: ['AZE mobilise', 'ARM mobilise'], then: ['tension syunik 5→7'] }],
  ['FO6', { name: 'standing down lowers both everywhere', orders: ['ARM standDown'], then: ['stood down ARM', 'track ARM readiness 3→1', 'tension tavush 2→1', 'tension syunik 5→4'], never: ['tension araks', 'tension georgia-line'] }],
  ['FO6', { name: 'and not below nothing', given: ['track ARM readiness 1', 'tension tavush 0'], orders: ['ARM standDown'], then: ['track ARM readiness 1→0'], never: ['tension tavush'] }],
  ['FO6', { name: 'one stands down while the other mobilises', orders: ['ARM standDown', 'AZE mobilise'], then: ['tension tavush 2→1'], never: ['tension syunik'] }],
  ['FO7', { name: 'standing beside another is there for all to see', orders: ['RUS deter ARM'], then: ['deterred RUS ARM readiness 3'], never: ['tension', 'track RUS readiness'] }],
  ['FO7', { name: 'what is left for the second', given: ['track TUR readiness 5'], orders: ['TUR deter AZE', 'TUR deter ARM'], then: ['deterred TUR ARM readiness 3', 'deterred TUR AZE readiness 2'] }],
]);

rules('guarantees', [
  ['FO8', { name: 'honoured by itself at the cost of the order', scenario: FAILURE, given: [HOT, PROMISE], orders: [STRIKE], then: ['deterred USA ARM readiness 2 guarantee g', 'track USA capital 5→4', 'track USA treasury 70→68'] }],
  ['FO8', { name: 'a secret one is not named', scenario: FAILURE, given: [HOT, 'pact g statement secret: USA to ARM guarantee AZE @1-9'], orders: [STRIKE], then: ['deterred USA ARM readiness 2'] }],
  ['FO8', { name: 'once a turn, however many attack', scenario: FAILURE, given: [HOT, 'tension tavush 6', 'track AZE capital 12', PROMISE], orders: [STRIKE, 'AZE operate ARM tavush berkaber-heights'], then: ['deterred USA ARM readiness 2 guarantee g', 'track USA treasury 70→68'], never: ['track USA treasury 68'] }],
  ['FO8', { name: 'nothing is honoured where nothing happened', given: [HOT, PROMISE], orders: ['AZE probe ARM syunik'], then: [], never: ['deterred'] }],
  ['FO8', { name: 'nor where an operation came to nothing', given: [HOT, PROMISE], orders: [STRIKE], meanwhile: ['tension syunik -1'], then: [], never: ['deterred'] }],
]);

rules('probes', [
  ['FO9', { name: 'raise tension and cost a little of one’s word', orders: ['AZE probe ARM tavush'], then: ['probed AZE ARM tavush', 'tension tavush 2→4', 'track AZE credibility 48→46'] }],
  ['FO9', { name: 'from both sides', orders: ['AZE probe ARM tavush', 'ARM probe AZE tavush'], then: ['tension tavush 2→6', 'track ARM credibility 55→53'] }],
  ['FO9', { name: 'at a front of the background too', orders: ['RUS probe GEO georgia-line'], then: ['probed RUS GEO georgia-line', 'tension georgia-line 2→4'] }],
  ['SO3', { name: 'under the eyes of observers they cost more', orders: ['AZE probe ARM tavush', 'USA monitor tavush'], then: ['track AZE credibility 48→42'] }],
]);

/** The front's road leads over a third country, whose gates are its own affair. */
const OVER_IRAN: Scenario = { ...SUCCESS, fronts: SUCCESS.fronts.map((front) => (front.id === 'syunik' ? { ...front, routes: ['araz-route', 'nowhere'] } : front)) };

rules('operations', [
  ['FO2', { name: 'cost the word of their giver when they succeed', scenario: SUCCESS, given: [HOT], orders: [STRIKE], then: ['operated AZE ARM syunik meghri-strip odds 100 succeeded', 'track AZE credibility 48→36'] }],
  ['FO2', { name: 'and when they fail', scenario: FAILURE, given: [HOT], orders: [STRIKE], then: ['operated AZE ARM syunik meghri-strip odds 0 failed in vain: odds', 'track AZE credibility 48→36'] }],
  ['SO3', { name: 'more under the eyes of observers', scenario: SUCCESS, given: [HOT], orders: [STRIKE, 'USA monitor syunik'], then: ['track AZE credibility 48→32'] }],
  ['FO3', { name: 'shut the open gates of both sides on its routes', scenario: FAILURE, given: [HOT, 'gate meghri open', 'gate ordubad restricted'], orders: [STRIKE], then: ['gate meghri open→closed until 3', 'gate ordubad restricted→closed until 3'], never: ['gate nrnadzor', 'gate aghband-west'] }],
  ['FO3', { name: 'not the gates of others', scenario: OVER_IRAN, given: [HOT], orders: [STRIKE], then: ['gate aghband-south restricted→closed until 3', 'gate julfa open→closed until 3'], never: ['gate kelaleh', 'gate jolfa'] }],
  ['FO3', { name: 'a gate that is held for longer is left as it is', scenario: FAILURE, given: [HOT, 'gate meghri restricted until 3 back open'], orders: [STRIKE], then: [], never: ['gate meghri'] }],
  ['FO3', { name: 'one that is held for less is held on', scenario: FAILURE, given: [HOT, 'gate meghri restricted until 2 back open'], orders: [STRIKE], then: ['gate meghri open→closed until 3'] }],
  ['FO4', { name: 'cost both sides and the neighbours money', scenario: FAILURE, given: [HOT], orders: [STRIKE], then: ['track AZE treasury 46→44', 'track ARM treasury 24→23', 'track RUS treasury 46→45', 'track TUR treasury 36→35', 'track IRN treasury 20→19'], never: ['track USA treasury'] }],
  ['FO11', { name: 'success takes the prize, with what that means', scenario: SUCCESS, given: [HOT], orders: [STRIKE], then: ['prize meghri-strip ARM→AZE', 'guard meghri RUS→AZE', 'track ARM stability 52→48'] }],
  ['FO11', { name: 'and shakes the loser', scenario: SUCCESS, given: [HOT], orders: [STRIKE], then: ['track ARM stability 48→32', 'track AZE stability 74→72'] }],
  ['FO11', { name: 'failure shakes the attacker', scenario: FAILURE, given: [HOT], orders: [STRIKE], then: ['track AZE stability 74→64', 'track ARM stability 52→48'], never: ['prize'] }],
  ['FO11', { name: 'both sides are worn', scenario: FAILURE, given: [HOT], orders: [STRIKE], then: ['track AZE readiness 6→3', 'track ARM readiness 3→1'] }],
  ['FO11', { name: 'tension rises there, and at all fronts of both', scenario: FAILURE, given: [HOT], orders: [STRIKE], then: ['tension syunik 6→8', 'tension tavush 2→3', 'tension araks 3→4'], never: ['tension georgia-line'] }],
  ['FO11', { name: 'what was taken may be taken back', scenario: SUCCESS, given: [HOT, 'prize meghri-strip AZE'], orders: ['ARM operate AZE syunik meghri-strip'], then: ['prize meghri-strip AZE→ARM', 'track ARM stability 52→56'] }],
  ['FO11', { name: 'two at once add up', scenario: FAILURE, given: [HOT, 'tension tavush 6', 'track AZE treasury 60', 'track AZE capital 12'], orders: [STRIKE, 'AZE operate ARM tavush berkaber-heights'], then: ['track AZE credibility 48→24', 'track AZE readiness 6→0', 'tension syunik 6→9', 'tension tavush 6→9', 'tension gegharkunik 3→5'] }],
  ['FO11', { name: 'each side at once, each for its own prize', scenario: SUCCESS, given: ['tension gegharkunik 6', HOT], orders: [STRIKE, 'ARM operate AZE gegharkunik sotk-east'], then: ['prize meghri-strip ARM→AZE', 'prize sotk-east AZE→ARM'] }],
  ['FO10', { name: 'come to nothing at a front that has cooled by then', given: [HOT], orders: [STRIKE, 'USA mediate syunik'], then: ['tension syunik 6→5', 'operated AZE ARM syunik meghri-strip odds 0 failed in vain: tooCalm'], never: ['track AZE credibility 48→36', 'track AZE readiness'] }],
  ['FO10', { name: 'if the other side no longer holds the prize', given: [HOT], orders: [STRIKE], meanwhile: ['prize meghri-strip RUS'], then: ['operated AZE ARM syunik meghri-strip odds 0 failed in vain: notHeld'], never: ['tension syunik 6→8'] }],
  ['FO10', { name: 'without any readiness left', given: [HOT], orders: [STRIKE], meanwhile: ['track AZE readiness -6'], then: ['operated AZE ARM syunik meghri-strip odds 0 failed in vain: noReadiness'] }],
]);

refusals('force', [
  ['FO5', { name: 'nobody is more than ready', given: ['track AZE readiness 10'], order: 'AZE mobilise', why: 'orders/not-allowed ready' }],
  ['FO6', { name: 'nothing to stand down', given: ['track ARM readiness 0'], order: 'ARM standDown', why: 'orders/not-allowed readiness' }],
  ['FO7', { name: 'not with nothing', given: ['track USA readiness 0'], order: 'USA deter ARM', why: 'orders/not-allowed readiness' }],
  ['FO7', { name: 'nobody deters for itself', order: 'ARM deter ARM', why: 'orders/not-allowed host' }],
  ['FO7', { name: 'nor for whom nobody can attack', order: 'AZE deter TUR', why: 'orders/not-allowed host' }],
  ['FO7', { name: 'nor for a country without a player', order: 'USA deter GEO', why: 'orders/not-allowed host' }],
  ['FO9', { name: 'not at a front of others', order: 'TUR probe ARM tavush', why: 'orders/not-allowed side' }],
  ['FO9', { name: 'not at oneself', order: 'ARM probe ARM tavush', why: 'orders/not-allowed side' }],
  ['FO9', { name: 'not where there is no front', order: 'ARM probe AZE atlantis', why: 'orders/unknown' }],
  ['FO10', { name: 'not where there is no front', order: 'AZE operate ARM atlantis meghri-strip', why: 'orders/unknown' }],
  ['FO10', { name: 'not for what does not exist', given: [HOT], order: 'AZE operate ARM syunik moon', why: 'orders/unknown' }],
  ['FO10', { name: 'not by a third', given: [HOT], order: 'TUR operate ARM syunik meghri-strip', why: 'orders/not-allowed side' }],
  ['FO10', { name: 'not for what lies elsewhere', given: [HOT], order: 'AZE operate ARM syunik berkaber-heights', why: 'orders/not-allowed prize' }],
  ['FO10', { name: 'not for what one holds', given: [HOT, 'prize meghri-strip AZE'], order: STRIKE, why: 'orders/not-allowed prize' }],
  ['FO10', { name: 'not below a tension of six', given: ['tension syunik 5'], order: STRIKE, why: 'orders/not-allowed calm' }],
  ['FO10', { name: 'not with nothing', given: [HOT, 'track AZE readiness 0'], order: STRIKE, why: 'orders/not-allowed readiness' }],
]);

const setOf = (line: string): OrderSet => Object.values(setsFrom([line]))[0] ?? NO_ORDERS;
const started = (given: readonly string[], scenario = bare) => {
  const start = seated(scenario);
  return give(scenario, { ...start, board: given.reduce(place, start.board) }, 'facilitator', { kind: 'start' }).state;
};

describe('FO8 a promise', () => {
  test('is not honoured by who has said so', () => {
    let state = started([HOT, PROMISE]);
    state = give(bare, state, 'USA', { kind: 'setStanding', standing: { orders: [], honour: false } }).state;
    state = give(bare, state, 'AZE', { kind: 'submitOrders', orders: setOf(STRIKE) }).state;
    state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
    const { events } = give(bare, state, 'facilitator', { kind: 'advance' });
    expect(operated(events).map((event) => event.odds)).toEqual([67]);
    expect(events.map(formatEvent)).toContain('judged g.c1 breached by USA');
  });
  test('costs nothing where the scenario asks nothing for it', () => {
    const free: Scenario = { ...bare, actions: bare.actions.filter(({ verb }) => verb !== 'deter') };
    const { events } = play({ scenario: free, given: [HOT, PROMISE, 'track USA capital 0'], orders: [STRIKE] });
    expect(operated(events).map((event) => event.odds)).toEqual([31]);
  });
});

describe('FO1 odds', () => {
  const shown = (given: readonly string[]) => {
    const view = viewFor(bare, started(given), 'AZE');
    const offer = legalOrders(bare, view).find(({ order }) => order.verb === 'operate' && order.prize === 'meghri-strip');
    const foreseen = operated(preview(bare, view, setOf(STRIKE)).expected)[0]?.odds;
    return { offered: offer?.odds, foreseen, notes: offer?.notes };
  };
  test('reckon with the middle of a band, in the offer and in the preview alike', () => {
    expect(shown([HOT])).toEqual({ offered: 55, foreseen: 55, notes: [] });
    expect(shown([HOT, 'track ARM readiness 5'])).toMatchObject({ offered: 55, foreseen: 55 });
  });
  test('count promises that are known', () => {
    expect(shown([HOT, PROMISE])).toMatchObject({ offered: 28, foreseen: 28 });
    expect(shown([HOT, 'pact g statement secret: USA to ARM guarantee AZE @1-9'])).toMatchObject({ offered: 55, foreseen: 55 });
    expect(shown([HOT, 'pact g statement public: EUR to ARM guarantee AZE @1-9'])).toMatchObject({ offered: 55, foreseen: 55 });
  });
  test('are marked where the other side stands in the open', () => {
    expect(shown([HOT, 'gap ARM security RUS'])).toEqual({ offered: 91, foreseen: 91, notes: ['gap'] });
  });
  test('decide as often as they say', () => {
    let taken = 0;
    for (let i = 0; i < 60; i += 1) {
      let { state } = give(bare, { ...seated(bare, `seed ${i}`) }, 'facilitator', { kind: 'start' });
      state = give(bare, { ...state, board: place(state.board, HOT) }, 'AZE', { kind: 'submitOrders', orders: setOf(STRIKE) }).state;
      state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
      taken += operated(give(bare, state, 'facilitator', { kind: 'advance' }).events).filter((event) => event.success).length;
    }
    expect(taken).toBeGreaterThan(30);
    expect(taken).toBeLessThan(52);
  });
});

test('FO10 no operation at a front of the background', () => {
  const scenario: Scenario = { ...bare, fronts: bare.fronts.map((front) => (front.id === 'syunik' ? { ...front, background: true } : front)) };
  expect(() => give(scenario, started([HOT], scenario), 'AZE', { kind: 'submitOrders', orders: setOf(STRIKE) })).toThrow('background');
  expect(legalOrders(scenario, viewFor(scenario, started([HOT], scenario), 'AZE')).filter(({ order }) => order.verb === 'operate')).toEqual([]);
});

test('FO10 what is offered is what may be ordered, to every seat', () => {
  for (const given of [[], [HOT, 'tension tavush 9', 'tension gegharkunik 9', 'tension georgia-line 9', 'prize tegh-fields AZE'], [HOT, 'track AZE readiness 0', 'track ARM readiness 10']])
    for (const { ofBoard, ofView, allowed } of offersIn('force', given)) {
      expect(ofView).toEqual(ofBoard);
      expect(allowed).toEqual(ofBoard);
    }
});

test('FO11 the same force in another order of arrival ends the same', () => {
  const row = { given: [HOT, 'tension gegharkunik 7', 'tension tavush 7', PROMISE], orders: [STRIKE, 'ARM operate AZE gegharkunik sotk-east', 'AZE probe ARM tavush', 'RUS deter ARM', 'TUR deter AZE', 'IRN mobilise'] };
  expect(play(row, true).state.board).toEqual(play(row).state.board);
});
