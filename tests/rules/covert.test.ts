import { describe, expect, test } from 'vitest';
import type { GameEvent } from '../../shared/model/event.ts';
import { NO_ORDERS, type OrderSet } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { legalOrders } from '../../shared/rules/legal-orders.ts';
import { conflictsOf } from '../../shared/rules/preview.ts';
import { preview } from '../../shared/view/preview.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, place, play, refusals, rules, seated, setsFrom } from '../support/given.ts';
import { offersIn } from '../support/offers.ts';

/** Every covert order comes to light with this chance, a spy finds a paper with that one, and a coup has these odds. */
const chances = (seen: number, finds: number, odds?: number): Scenario => {
  const { covert, force } = bare.magnitudes;
  const exposed = { spy: seen, destabilise: seen, coup: seen, sabotage: seen, blockade: seen };
  const sure = odds === undefined ? force : { ...force, min: odds, max: odds };
  return { ...bare, magnitudes: { ...bare.magnitudes, covert: { ...covert, exposed, finds }, force: sure } };
};
const HIDDEN = chances(0, 100);
const SEEN = chances(100, 100);
const UNLUCKY = chances(0, 0);
const SUCCESS = chances(0, 100, 100);
const FAILURE = chances(0, 100, 0);
const [calm, shaky] = ['track ARM stability 60', 'track ARM stability 20'];
const DEAL = 'pact deal statement secret: ARM to USA pay 1 each @1-9';
const HELD = 'shares ARM politics RUS 35 USA 30 own 35';

rules('exposure', [
  ['CV1', { name: 'what is not seen is told to its giver alone', scenario: HIDDEN, given: [calm], orders: ['RUS destabilise ARM'], then: ['destabilised RUS ARM unmet stability -6'], never: ['exposed', 'track RUS credibility 34→28', 'grievance'] }],
  ['CV1', { name: 'what comes to light costs the word of its giver and wrongs the host', scenario: SEEN, given: [calm], orders: ['RUS destabilise ARM'], then: ['exposed RUS destabilise ARM', 'track RUS credibility 34→28', 'grievance ARM against RUS until 5'] }],
  ['CV1', { name: 'each of several for itself', scenario: SEEN, given: [calm], orders: ['RUS destabilise ARM', 'RUS spy ARM'], then: ['exposed RUS destabilise ARM', 'exposed RUS spy ARM', 'track RUS credibility 34→28', 'track RUS credibility 28→22'] }],
  ['CV1', { name: 'a host without a player has no grievance to hold', scenario: SEEN, orders: ['RUS blockade GEO kazbegi'], then: ['exposed RUS blockade GEO kazbegi', 'track RUS credibility 34→28'], never: ['grievance'] }],
  ['CV1', { name: 'at a gate on the route of a watched front for certain', scenario: HIDDEN, orders: ['RUS blockade AZE julfa', 'USA monitor araks'], then: ['exposed RUS blockade AZE julfa', 'grievance AZE against RUS until 5'] }],
  ['CV1', { name: 'not where others watch', scenario: HIDDEN, orders: ['RUS blockade AZE julfa', 'USA monitor tavush'], then: ['blockaded RUS AZE julfa'], never: ['exposed'] }],
  ['CV1', { name: 'observers see gates, and nothing else that is covert', scenario: HIDDEN, orders: ['RUS spy AZE', 'USA monitor araks'], then: [], never: ['exposed'] }],
]);

rules('spy', [
  ['CV2', { name: 'brings home the tracks, and with luck a secret', scenario: HIDDEN, given: [DEAL], orders: ['RUS spy ARM'], then: ['spied RUS ARM learned tracks and deal', 'shown deal to RUS'] }],
  ['CV2', { name: 'or the tracks alone', scenario: UNLUCKY, given: [DEAL], orders: ['RUS spy ARM'], then: ['spied RUS ARM learned tracks'], never: ['shown'] }],
  ['CV2', { name: 'no secret, nothing to find', scenario: HIDDEN, orders: ['RUS spy ARM'], then: ['spied RUS ARM learned tracks'], never: ['shown'] }],
  ['CV2', { name: 'not what the spy has signed itself', scenario: HIDDEN, given: [DEAL], orders: ['USA spy ARM'], then: ['spied USA ARM learned tracks'], never: ['shown'] }],
  ['CV2', { name: 'not what it was shown before', scenario: HIDDEN, given: ['pact deal statement secret shown RUS: ARM to USA pay 1 each @1-9'], orders: ['RUS spy ARM'], then: ['spied RUS ARM learned tracks'], never: ['shown'] }],
  ['CV2', { name: 'not what is over', scenario: HIDDEN, given: ['pact deal statement secret ended: ARM to USA pay 1 each @1-9'], orders: ['RUS spy ARM'], then: ['spied RUS ARM learned tracks'], never: ['shown'] }],
  ['CV2', { name: 'what rests may be found', scenario: HIDDEN, given: ['pact deal statement secret suspended: ARM to USA pay 1 each @1-9'], orders: ['RUS spy ARM'], then: ['shown deal to RUS'] }],
  ['CV2', { name: 'not the secrets of others, nor what is public', scenario: HIDDEN, given: ['pact deal statement secret: AZE to USA pay 1 each @1-9', 'pact open statement public: ARM to USA pay 1 each @1-9'], orders: ['RUS spy ARM'], then: ['spied RUS ARM learned tracks'], never: ['shown'] }],
]);

rules('destabilise', [
  ['CV3', { name: 'stability falls by the share of politics', scenario: HIDDEN, given: [calm], orders: ['RUS destabilise ARM'], then: ['destabilised RUS ARM unmet stability -6', 'track ARM stability 60→54'] }],
  ['CV3', { name: 'a larger share does more', scenario: HIDDEN, given: [calm, HELD], orders: ['RUS destabilise ARM'], then: ['track ARM stability 60→49'] }],
  ['CV3', { name: 'a demand that is not met', scenario: HIDDEN, given: [calm], orders: ['RUS destabilise ARM for welcome trade RUS'], then: ['destabilised RUS ARM unmet stability -6 for welcome trade RUS', 'track ARM stability 60→54'], never: ['concluded'] }],
  ['CV3', { name: 'met: a quarter of the damage, and a promise between the two alone', scenario: HIDDEN, given: [calm], orders: ['RUS destabilise ARM for welcome trade RUS', 'ARM concede welcome RUS'], then: ['destabilised RUS ARM met stability -2 for welcome trade RUS', 'track ARM stability 60→58', 'concluded secret-ARM-RUS#73c92e ARM+RUS ARM welcome trade RUS'] }],
  ['CV3', { name: 'met in the open when it was seen', scenario: SEEN, given: [calm], orders: ['RUS destabilise ARM for welcome trade RUS', 'ARM concede welcome anyone'], then: ['concluded concession#1 ARM+RUS ARM welcome trade RUS'] }],
  ['CV3', { name: 'what is conceded to another does not meet it', scenario: HIDDEN, given: [calm], orders: ['RUS destabilise ARM for welcome trade RUS', 'ARM concede welcome IRN'], then: ['track ARM stability 60→54'], never: ['concluded'] }],
  ['CV3', { name: 'without a demand there is nothing to meet', scenario: HIDDEN, given: [calm], orders: ['RUS destabilise ARM', 'ARM concede welcome anyone'], then: ['track ARM stability 60→54'], never: ['concluded'] }],
]);

rules('coup', [
  ['CV4', { name: 'odds by the share beyond 25 and the stability below 30', scenario: HIDDEN, given: [shaky, HELD], orders: ['RUS coup ARM'], then: ['coup RUS ARM odds 80 succeeded'] }],
  ['CV4', { name: 'at the very edge', scenario: HIDDEN, given: ['track ARM stability 29', 'shares ARM politics RUS 25 own 75'], orders: ['RUS coup ARM'], then: ['coup RUS ARM odds 42 succeeded'] }],
  ['CV4', { name: 'success is a fall, and the sponsor takes its points', scenario: SUCCESS, given: [shaky, HELD], orders: ['RUS coup ARM'], then: ['fell ARM by coup to 45', 'track ARM stability 20→45', 'shares ARM politics own 35→27 USA 30→23 RUS 35→50'] }],
  ['CV4', { name: 'failure leaves the government where it was', scenario: FAILURE, given: [shaky, HELD], orders: ['RUS coup ARM'], then: ['coup RUS ARM odds 0 failed in vain: odds'], never: ['fell', 'track ARM stability 20→45'] }],
  ['CV4', { name: 'of several in one country one succeeds', scenario: SUCCESS, given: [shaky, HELD], orders: ['RUS coup ARM', 'USA coup ARM'], then: ['coup USA ARM odds 100 succeeded', 'coup RUS ARM odds 100 failed in vain: odds', 'fell ARM by coup to 45'], never: ['fell ARM by coup to 45 '] }],
  ['CV4', { name: 'the likeliest', scenario: { ...HIDDEN, magnitudes: { ...HIDDEN.magnitudes, covert: { ...HIDDEN.magnitudes.covert, coup: { ...HIDDEN.magnitudes.covert.coup, base: 80, perPoint: 1 } }, force: { ...HIDDEN.magnitudes.force, max: 100 } } }, given: [shaky, HELD], orders: ['RUS coup ARM', 'USA coup ARM'], then: ['coup RUS ARM odds 100 succeeded', 'coup USA ARM odds 95 failed in vain: odds'] }],
  ['CV4', { name: 'in two countries both', scenario: SUCCESS, given: [shaky, HELD, 'track AZE stability 20', 'shares AZE politics TUR 35 own 65'], orders: ['RUS coup ARM', 'TUR coup AZE'], then: ['fell ARM by coup to 45', 'fell AZE by coup to 45'] }],
  ['CV4', { name: 'unrest shakes the old government and not the new', scenario: SUCCESS, given: [shaky, HELD], orders: ['USA destabilise ARM', 'RUS coup ARM'], then: ['track ARM stability 20→11', 'track ARM stability 11→45'] }],
  ['CV4', { name: 'a government that has steadied meanwhile stands', scenario: SUCCESS, given: ['track ARM stability 29', HELD], orders: ['RUS coup ARM'], meanwhile: ['track ARM stability +1'], then: ['coup RUS ARM odds 0 failed in vain: tooStable'], never: ['fell'] }],
  ['CV4', { name: 'who has lost its friends meanwhile fails', scenario: SUCCESS, given: [shaky, 'shares ARM politics RUS 25 own 75'], orders: ['RUS coup ARM'], meanwhile: ['share ARM politics RUS -1'], then: ['coup RUS ARM odds 0 failed in vain: noShare'], never: ['fell'] }],
]);

rules('sabotage', [
  ['CV5', { name: 'takes progress from the sponsor that leads', scenario: HIDDEN, orders: ['USA sabotage ARM metsamor-new'], then: ['sabotaged USA ARM metsamor-new 4', 'progress metsamor-new RUS -4'] }],
  ['CV5', { name: 'never from the saboteur', scenario: HIDDEN, orders: ['RUS sabotage ARM metsamor-new'], then: ['sabotaged RUS ARM metsamor-new 3', 'progress metsamor-new USA -3'] }],
  ['CV5', { name: 'of equals from the first', scenario: HIDDEN, given: ['project metsamor-new EUR 5 USA 5'], orders: ['IRN sabotage ARM metsamor-new'], then: ['progress metsamor-new USA -4'] }],
  ['CV5', { name: 'two take twice as much, in one', scenario: HIDDEN, orders: ['USA sabotage ARM metsamor-new', 'AZE sabotage ARM metsamor-new'], then: ['progress metsamor-new RUS -8'], never: ['progress metsamor-new RUS -4'] }],
  ['CV5', { name: 'but no more than there is', scenario: HIDDEN, given: ['project metsamor-new RUS 6 EUR 1'], orders: ['USA sabotage ARM metsamor-new', 'AZE sabotage ARM metsamor-new', 'IRN sabotage ARM metsamor-new'], then: ['progress metsamor-new RUS -6'] }],
  ['CV5', { name: 'each is told of its own part, as if it had been alone', scenario: HIDDEN, given: ['project metsamor-new RUS 6 EUR 1'], orders: ['USA sabotage ARM metsamor-new', 'AZE sabotage ARM metsamor-new', 'IRN sabotage ARM metsamor-new'], then: ['sabotaged USA ARM metsamor-new 4', 'sabotaged AZE ARM metsamor-new 4', 'sabotaged IRN ARM metsamor-new 4'] }],
  ['CV5', { name: 'nothing is left by then', scenario: HIDDEN, given: ['project metsamor-new RUS 2'], orders: ['USA sabotage ARM metsamor-new'], meanwhile: ['progress metsamor-new RUS -2'], then: ['sabotaged USA ARM metsamor-new 0 in vain: noProgress'], never: ['progress metsamor-new RUS -4'] }],
]);

rules('blockade', [
  ['CV6', { name: 'an open gate is held closed through the next turn', scenario: HIDDEN, orders: ['RUS blockade GEO kazbegi'], then: ['blockaded RUS GEO kazbegi', 'gate kazbegi open→closed until 2'] }],
  ['CV6', { name: 'a restricted one too', scenario: HIDDEN, given: ['gate kazbegi restricted'], orders: ['RUS blockade GEO kazbegi'], then: ['gate kazbegi restricted→closed until 2'] }],
  ['CV6', { name: 'by two at once, told as one', scenario: HIDDEN, orders: ['RUS blockade GEO kazbegi', 'ARM blockade GEO kazbegi'], then: ['blockaded ARM GEO kazbegi', 'blockaded RUS GEO kazbegi', 'gate kazbegi open→closed until 2'] }],
  ['CV6', { name: 'one that its owner shuts in the same turn is shut by its owner', scenario: HIDDEN, orders: ['AZE blockade TUR dilucu', 'TUR setGate dilucu closed'], then: ['blockaded AZE TUR dilucu in vain: closedAlready', 'gate dilucu open→closed'], never: ['gate dilucu closed'] }],
  ['CV6', { name: 'one that events have taken hold of meanwhile is left as it is', scenario: HIDDEN, orders: ['RUS blockade GEO kazbegi'], meanwhile: ['gateStatus kazbegi restricted 1'], then: ['blockaded RUS GEO kazbegi in vain: heldAlready'], never: ['gate kazbegi open→closed'] }],
]);

rules('secrecy', [
  ['CV7', { name: 'a restraint that is broken covertly is broken when it comes to light', scenario: SEEN, given: ['pact p statement public: RUS to ARM refrain destabilise ARM @1-3'], orders: ['RUS destabilise ARM'], then: ['judged p.c1 breached by RUS'] }],
  ['CV7', { name: 'and not before', scenario: HIDDEN, given: ['pact p statement public: RUS to ARM refrain covert ARM @1-3'], orders: ['RUS destabilise ARM', 'RUS spy ARM'], then: [], never: ['judged p'] }],
  ['CV7', { name: 'a whole family may be forsworn', scenario: SEEN, given: ['pact p statement public: RUS to ARM refrain covert @1-3'], orders: ['RUS spy ARM'], then: ['judged p.c1 breached by RUS'] }],
]);

refusals('covert', [
  ['CV2', { name: 'nobody spies on itself', order: 'ARM spy ARM', why: 'orders/not-allowed host' }],
  ['CV2', { name: 'nor on a country without a player', order: 'ARM spy GEO', why: 'orders/not-allowed host' }],
  ['CV3', { name: 'nobody destabilises itself', order: 'ARM destabilise ARM', why: 'orders/not-allowed host' }],
  ['CV3', { name: 'a share of one in politics stirs nothing', order: 'USA destabilise AZE', why: 'orders/not-allowed share' }],
  ['CV3', { name: 'a demand must be one that the host could promise', order: 'RUS destabilise ARM for gate alican open', why: 'orders/bad-demand owner' }],
  ['CV4', { name: 'nobody overthrows itself', given: [shaky], order: 'ARM coup ARM', why: 'orders/not-allowed host' }],
  ['CV4', { name: 'a share of 24 is too small', given: [shaky, 'shares ARM politics RUS 24 own 76'], order: 'RUS coup ARM', why: 'orders/not-allowed share' }],
  ['CV4', { name: 'a stability of 30 is too firm', given: ['track ARM stability 30', HELD], order: 'RUS coup ARM', why: 'orders/not-allowed stability' }],
  ['CV5', { name: 'not a project that does not exist', order: 'RUS sabotage ARM moon-base', why: 'orders/unknown' }],
  ['CV5', { name: 'not in a country where it is not', order: 'RUS sabotage TUR metsamor-new', why: 'orders/not-allowed host' }],
  ['CV5', { name: 'not one’s own', order: 'ARM sabotage ARM metsamor-new', why: 'orders/not-allowed host' }],
  ['CV5', { name: 'not one that is won', given: ['project metsamor-new RUS 40 won RUS'], order: 'USA sabotage ARM metsamor-new', why: 'orders/not-allowed progress' }],
  ['CV5', { name: 'not where nobody else has begun', given: ['project metsamor-new RUS 4'], order: 'RUS sabotage ARM metsamor-new', why: 'orders/not-allowed progress' }],
  ['CV6', { name: 'not a gate that does not exist', order: 'RUS blockade GEO atlantis', why: 'orders/unknown' }],
  ['CV6', { name: 'not one’s own', order: 'RUS blockade RUS upper-lars', why: 'orders/not-allowed own' }],
  ['CV6', { name: 'not one of somebody else', order: 'RUS blockade ARM kazbegi', why: 'orders/not-allowed host' }],
  ['CV6', { name: 'not one that events hold', given: ['held kazbegi open'], order: 'RUS blockade GEO kazbegi', why: 'orders/not-allowed held' }],
  ['CV6', { name: 'not one that is shut', given: ['gate kazbegi closed'], order: 'RUS blockade GEO kazbegi', why: 'orders/not-allowed closed' }],
  ['CV6', { name: 'not out of reach: neither neighbour nor friends', order: 'IRN blockade TUR ceyhan', why: 'orders/not-allowed reach' }],
]);

const setOf = (line: string): OrderSet => Object.values(setsFrom([line]))[0] ?? NO_ORDERS;

/** Turn by turn, with orders in the first only. */
const after = (scenario: Scenario, orders: readonly string[], given: readonly string[] = []) => {
  let { state } = play({ scenario, given, orders });
  const rows: (readonly GameEvent[])[] = [];
  for (let i = 0; i < 2; i += 1) {
    for (let phase = 0; phase < 2; phase += 1) {
      const done = give(scenario, state, 'facilitator', { kind: 'advance' });
      rows.push(done.events);
      state = done.state;
    }
  }
  return { state, told: rows.flat().map(formatEvent) };
};

describe('CV6 a blockade', () => {
  test('lasts through the next turn, its owner cannot end it, and it ends by itself', () => {
    const { state } = play({ scenario: HIDDEN, orders: ['RUS blockade GEO kazbegi', 'AZE blockade TUR dilucu'] });
    expect(state.board.turn).toBe(2);
    expect(state.board.gates.kazbegi).toMatchObject({ status: 'closed', held: { until: 2, back: 'open' } });
    const orders = setOf('TUR setGate dilucu open');
    expect(() => give(HIDDEN, state, 'TUR', { kind: 'submitOrders', orders })).toThrow('held');
    const { told, state: later } = after(HIDDEN, ['RUS blockade GEO kazbegi']);
    expect(told).toContain('gate kazbegi closed→open');
    expect(later.board.gates.kazbegi).toMatchObject({ status: 'open', held: null });
  });
});

const others = (power: string): readonly string[] => [...bare.powers.map(({ id }) => id).filter((id) => id !== power), 'public'];
const seenBy = (state: MatchState, viewer: string): string => JSON.stringify(viewFor(bare, state, viewer));

describe('CV7 what is covert', () => {
  test('a spy leaves no mark whatever on what others see', () => {
    const [quietly, not] = [play({ scenario: HIDDEN, given: [DEAL], orders: ['RUS spy ARM'] }), play({ scenario: HIDDEN, given: [DEAL], orders: [] })];
    for (const viewer of others('RUS')) expect(seenBy(quietly.state, viewer)).toBe(seenBy(not.state, viewer));
    expect(viewFor(bare, quietly.state, 'RUS').agreements.map((one) => one.id)).toContain('deal');
  });
  test('what a spy that was seen has learned stays its own', () => {
    const { state } = play({ scenario: SEEN, given: [DEAL], orders: ['RUS spy ARM'] });
    for (const viewer of others('RUS')) expect(viewFor(bare, state, viewer).events.filter((event) => event.kind === 'spied' || event.kind === 'agreementShown')).toEqual([]);
  });
  test('its work is there for all to see, its cause is not, and two look like one', () => {
    const { state } = play({ scenario: HIDDEN, given: [calm], orders: ['RUS destabilise ARM', 'USA destabilise ARM'] });
    for (const viewer of ['ARM', 'AZE', 'public']) {
      const moves = viewFor(bare, state, viewer).events.filter((event) => event.kind === 'trackMoved' && event.power === 'ARM' && event.track === 'stability' && event.to < event.from);
      expect(moves.map((event) => [formatEvent(event), event.cause.kind])).toEqual([['track ARM stability 60→51', 'undisclosed']]);
    }
    const own = viewFor(bare, state, 'RUS').events;
    const move = own.find((event) => event.kind === 'trackMoved' && event.power === 'ARM');
    const deed = own.find((event) => event.kind === 'destabilised');
    expect(move?.cause).toEqual({ kind: 'events', ids: [deed?.id] });
  });
  test('a host that gives in knows to whom, and others do not know of it', () => {
    const { state } = play({ scenario: HIDDEN, given: [calm], orders: ['RUS destabilise ARM for welcome trade RUS', 'ARM concede welcome RUS'] });
    const pacts = (viewer: string) => viewFor(bare, state, viewer).agreements.map((one) => one.visibility);
    expect(pacts('ARM')).toEqual(['secret']);
    expect(pacts('RUS')).toEqual(['secret']);
    expect(pacts('USA')).toEqual([]);
    const mentions = JSON.stringify(viewFor(bare, state, 'USA').events.filter((event) => event.turn === 1)).match(/destabilise/gu);
    expect(mentions).toBeNull();
  });
  test('the same deeds in another order of arrival end the same', () => {
    const row = { scenario: SEEN, given: [calm, HELD], orders: ['RUS destabilise ARM', 'USA destabilise ARM', 'AZE sabotage ARM metsamor-new', 'IRN sabotage ARM metsamor-new', 'RUS spy ARM'] };
    expect(play(row, true).state.board).toEqual(play(row).state.board);
  });
});

describe('CV1 chance', () => {
  test('about one in three of these comes to light', () => {
    let seen = 0;
    for (let i = 0; i < 60; i += 1) {
      let state: MatchState = { ...seated(bare, `seed ${i}`) };
      state = give(bare, state, 'facilitator', { kind: 'start' }).state;
      state = give(bare, state, 'RUS', { kind: 'submitOrders', orders: setOf('RUS destabilise ARM') }).state;
      state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
      seen += give(bare, state, 'facilitator', { kind: 'advance' }).events.filter((event) => event.kind === 'orderExposed').length;
    }
    expect(seen).toBeGreaterThan(10);
    expect(seen).toBeLessThan(35);
  });
});

const view = (given: readonly string[], viewer: string) => {
  const start = seated(bare);
  return viewFor(bare, give(bare, { ...start, board: given.reduce(place, start.board) }, 'facilitator', { kind: 'start' }).state, viewer);
};

describe('CV1 previews', () => {
  const expected = (given: readonly string[], line: string) => preview(bare, view(given, 'RUS'), setOf(line)).expected.map(formatEvent);
  test('show what is likelier than not, and let no luck be read', () => {
    expect(expected([calm], 'RUS destabilise ARM')).toContain('track ARM stability 60→54');
    expect(expected([calm], 'RUS destabilise ARM').filter((line) => line.startsWith('exposed'))).toEqual([]);
    expect(expected([shaky, HELD], 'RUS coup ARM')).toContain('coup RUS ARM odds 80 succeeded');
    expect(expected(['track ARM stability 29', 'shares ARM politics RUS 25 own 75'], 'RUS coup ARM')).toContain('coup RUS ARM odds 42 failed in vain: odds');
    expect(expected([DEAL], 'RUS spy ARM')).toContain('spied RUS ARM learned tracks');
  });
  test('warn that a covert order would break a promise', () => {
    const promised = view(['pact p statement public: RUS to ARM refrain covert ARM @1-3'], 'RUS');
    expect(conflictsOf(promised, setOf('RUS spy ARM'))).toHaveLength(1);
  });
});

test('CV4 odds are shown before they are taken', () => {
  const offers = legalOrders(bare, view([shaky, HELD], 'RUS'));
  expect(offers.filter(({ odds }) => odds !== undefined).map(({ order, odds }) => [order.verb, odds])).toEqual([['coup', 80]]);
});

test('CV7 what is offered is what may be ordered, to every seat', () => {
  for (const given of [[], [shaky, HELD], ['gate kazbegi closed', 'held sadakhlo closed', 'project metsamor-new RUS 40 won RUS']])
    for (const { ofBoard, ofView, allowed } of offersIn('covert', given)) {
      expect(ofView).toEqual(ofBoard);
      expect(allowed).toEqual(ofBoard);
    }
});
