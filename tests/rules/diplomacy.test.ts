import { expect, test } from 'vitest';
import { play, refusals, rules } from '../support/given.ts';
import { offersIn } from '../support/offers.ts';

const HOT = 'tension syunik 6';
/** A secret that Russia has broken towards Armenia. */
const BROKEN = 'pact quiet statement secret: RUS to ARM refrain court security AZE @1-3 [breached by RUS evidence 1.1]';

rules('mediate', [
  ['SO1', { name: 'a third party cools a hot front by one', given: [HOT], orders: ['USA mediate syunik'], then: ['mediated USA syunik 1', 'tension syunik 6→5'] }],
  ['SO1', { name: 'five is hot enough', given: ['tension syunik 5'], orders: ['USA mediate syunik'], then: ['tension syunik 5→4'] }],
  ['SO1', { name: 'one point a front a turn, however many mediate', given: [HOT], orders: ['USA mediate syunik', 'RUS mediate syunik', 'IRN mediate syunik'], then: ['mediated USA syunik 1', 'mediated RUS syunik 1', 'mediated IRN syunik 1', 'tension syunik 6→5'] }],
  ['SO1', { name: 'two fronts cool by one each', given: [HOT, 'tension tavush 8'], orders: ['USA mediate syunik', 'USA mediate tavush'], then: ['tension syunik 6→5', 'tension tavush 8→7'] }],
  ['SO1', { name: 'who comes to a front that has cooled meanwhile comes too late', given: ['tension syunik 5'], orders: ['USA mediate syunik'], meanwhile: ['tension syunik -1'], then: ['mediated USA syunik 0 in vain: tooCalm'], never: ['tension syunik 4', 'track USA credibility'] }],
  ['SO2', { name: 'every mediator of a front that cooled is believed more', given: [HOT], orders: ['USA mediate syunik', 'TUR mediate syunik'], then: ['track USA credibility 50→51', 'track TUR credibility 56→57'] }],
]);

refusals('mediate', [
  ['SO1', { name: 'not at a front of one’s own', given: [HOT], order: 'ARM mediate syunik', why: 'orders/not-allowed party' }],
  ['SO1', { name: 'not below a tension of five', given: ['tension syunik 4'], order: 'USA mediate syunik', why: 'orders/not-allowed calm' }],
  ['SO1', { name: 'not where there is no front', order: 'USA mediate atlantis', why: 'orders/unknown' }],
]);

rules('monitor', [
  ['SO3', { name: 'observers of an outsider are told of', orders: ['USA monitor tavush'], then: ['monitored USA tavush'] }],
  ['SO3', { name: 'and those of a side of the front', orders: ['ARM monitor tavush'], then: ['monitored ARM tavush'] }],
  ['SO3', { name: 'who uses force there watches nothing, and is told so', orders: ['ARM monitor tavush', 'ARM probe AZE tavush'], then: ['monitored ARM tavush in vain: usesForce'] }],
  ['SO3', { name: 'a calm front may be watched too', given: ['tension tavush 0'], orders: ['USA monitor tavush'], then: ['monitored USA tavush'] }],
]);

refusals('monitor', [['SO3', { name: 'not where there is no front', order: 'USA monitor atlantis', why: 'orders/unknown' }]]);

rules('recognise', [
  ['SO4', { name: 'the borders of another country', given: ['track ARM stability 60'], orders: ['ARM recognise AZE'], then: ['recognised ARM AZE'], never: ['tension', 'track ARM stability'] }],
  ['SO4', { name: 'a front, by one of its sides: cooler by one, three stability at home', given: ['tension tavush 2', 'track ARM stability 60'], orders: ['ARM recognise tavush'], then: ['recognised ARM tavush', 'tension tavush 2→1', 'track ARM stability 60→57'] }],
  ['SO4', { name: 'by both of its sides: cooler by two', given: ['tension tavush 2', 'track ARM stability 60', 'track AZE stability 60'], orders: ['ARM recognise tavush', 'AZE recognise tavush'], then: ['tension tavush 2→0', 'track ARM stability 60→57', 'track AZE stability 60→57'] }],
  ['SO4', { name: 'by an outsider: a word that cools nothing and costs nothing', given: ['tension tavush 2', 'track USA stability 60'], orders: ['USA recognise tavush'], then: ['recognised USA tavush'], never: ['tension tavush', 'track USA stability'] }],
  ['SO4', { name: 'together with mediation, summed', given: [HOT], orders: ['ARM recognise syunik', 'USA mediate syunik'], then: ['tension syunik 6→4'] }],
]);

refusals('recognise', [
  ['SO4', { name: 'not oneself', order: 'ARM recognise ARM', why: 'orders/not-allowed host' }],
  ['SO4', { name: 'not twice', given: ['recognised ARM AZE'], order: 'ARM recognise AZE', why: 'orders/not-allowed recognised' }],
  ['SO4', { name: 'not a front twice', given: ['recognised ARM tavush'], order: 'ARM recognise tavush', why: 'orders/not-allowed recognised' }],
  ['SO4', { name: 'not what is neither a country nor a front', order: 'ARM recognise ROW', why: 'orders/unknown' }],
]);

test('SO4 recognise: another’s recognition is not one’s own', () => {
  const { state } = play({ given: ['recognised AZE tavush'], orders: ['ARM recognise tavush'] });
  expect(state.board.recognitions).toEqual([
    { by: 'AZE', what: 'tavush' },
    { by: 'ARM', what: 'tavush' },
  ]);
});

rules('sanction', [
  ['SO5', { name: 'a measure stands from now on, in public', orders: ['USA sanction ARM'], then: ['imposed sanction-USA-ARM by USA'] }],
  ['SO5', { name: 'one that the scenario names is imposed again', given: ['measure caatsa lifted'], orders: ['USA sanction TUR'], then: ['imposed caatsa by USA'] }],
  ['SO5', { name: 'on a non-player too', orders: ['RUS sanction GEO'], then: ['imposed sanction-RUS-GEO by RUS'] }],
  ['SO5', { name: 'not again if it stands already by then', orders: ['USA sanction ARM'], meanwhile: ['impose sanction-USA-ARM'], then: ['imposed sanction-USA-ARM'], never: ['imposed sanction-USA-ARM by USA'] }],
]);

refusals('sanction', [
  ['SO5', { name: 'not what stands', order: 'USA sanction TUR', why: 'orders/not-allowed stands' }],
  ['SO5', { name: 'not oneself', order: 'USA sanction USA', why: 'orders/not-allowed host' }],
  ['SO5', { name: 'not the rest of the world', order: 'USA sanction ROW', why: 'orders/not-allowed host' }],
]);

rules('lift', [
  ['SO6', { name: 'a sanction, by who imposed it', orders: ['USA lift caatsa'], then: ['lifted caatsa by USA'] }],
  ['SO6', { name: 'a dispute, with what its end means', given: ['track ARM stability 50'], orders: ['AZE lift detainees'], then: ['lifted detainees by AZE', 'track ARM stability 50→54'] }],
  ['SO6', { name: 'not again if it was lifted by then', orders: ['USA lift caatsa'], meanwhile: ['lift caatsa'], then: ['lifted caatsa'], never: ['lifted caatsa by USA'] }],
]);

refusals('lift', [
  ['SO6', { name: 'not by whom it hurts', order: 'TUR lift caatsa', why: 'orders/not-allowed measure' }],
  ['SO6', { name: 'not what does not stand', given: ['measure caatsa lifted'], order: 'USA lift caatsa', why: 'orders/not-allowed lifted' }],
  ['SO6', { name: 'not what was never imposed', order: 'USA lift sanction-USA-ARM', why: 'orders/not-allowed lifted' }],
  ['SO6', { name: 'not what is no measure', order: 'USA lift caats', why: 'orders/unknown' }],
]);

rules('denounce', [
  ['SO7', { name: 'the secret comes to light, its breach costs what it would have cost', given: [BROKEN, 'track RUS credibility 40', 'track ARM credibility 60'], orders: ['ARM denounce quiet c1'], then: ['denounced ARM quiet.c1', 'agreement quiet exposed', 'track ARM credibility 60→63', 'track ARM credibility 63→57', 'track RUS credibility 40→34', 'track RUS credibility 34→28'] }],
  ['SO7', { name: 'by somebody to whom it was shown', given: [BROKEN.replace(':', ' shown TUR:'), 'track TUR credibility 56'], orders: ['TUR denounce quiet c1'], then: ['denounced TUR quiet.c1', 'agreement quiet exposed', 'track TUR credibility 56→59'] }],
  ['SO7', { name: 'by two at once: it comes to light once', given: [BROKEN.replace(':', ' shown TUR:'), 'track RUS credibility 90'], orders: ['TUR denounce quiet c1', 'ARM denounce quiet c1'], then: ['denounced TUR quiet.c1', 'denounced ARM quiet.c1', 'track RUS credibility 90→84', 'track RUS credibility 84→78'], never: ['track RUS credibility 78'] }],
  ['SO7', { name: 'of one that has come to light by then: still evidence', given: [BROKEN], orders: ['ARM denounce quiet c1'], meanwhile: ['expose 100'], then: ['denounced ARM quiet.c1'] }],
]);

refusals('denounce', [
  ['SO7', { name: 'not a promise that nobody broke', given: ['pact quiet statement secret: RUS to ARM pay 2 @1-3'], order: 'ARM denounce quiet c1', why: 'orders/not-allowed breach' }],
  ['SO7', { name: 'not a breach of one’s own', given: [BROKEN], order: 'RUS denounce quiet c1', why: 'orders/not-allowed breach' }],
  ['SO7', { name: 'not what everybody has seen', given: [BROKEN.replace('secret', 'public')], order: 'ARM denounce quiet c1', why: 'orders/not-allowed public' }],
  ['SO7', { name: 'not a secret of others: as if there were none', given: [BROKEN], order: 'TUR denounce quiet c1', why: 'orders/unknown' }],
  ['SO7', { name: 'not a secret that there is not', order: 'TUR denounce quiet c1', why: 'orders/unknown' }],
  ['SO7', { name: 'not a clause that there is not', given: [BROKEN], order: 'ARM denounce quiet c2', why: 'orders/unknown' }],
]);

test('SO7 denounce: a secret is out only once, whoever brings the evidence', () => {
  const { events } = play({
    given: [BROKEN.replace(':', ' shown TUR:')],
    orders: ['TUR denounce quiet c1', 'ARM denounce quiet c1'],
  });
  const out = events.filter((event) => event.kind === 'agreementExposed');
  expect(out).toHaveLength(1);
  const evidence = events.filter((event) => event.kind === 'denounced').map((event) => event.id);
  expect(out[0]?.cause).toEqual({ kind: 'events', ids: evidence });
});

const POSITIONS: readonly (readonly [name: string, given: readonly string[]])[] = [
  ['the start', []],
  ['hot fronts', [HOT, 'tension tavush 9', 'tension georgia-line 5']],
  ['much recognised and lifted', ['recognised ARM AZE', 'recognised ARM tavush', 'recognised USA syunik', 'measure caatsa lifted', 'measure detainees lifted', 'measure sanction-ARM-AZE stands']],
  ['secrets', [BROKEN, BROKEN.replace('quiet', 'shown').replace(':', ' shown TUR:'), BROKEN.replace('quiet', 'known').replace('secret', 'public'), 'pact both statement secret: RUS+ARM to RUS+ARM refrain court @1-3 [breached by ARM+RUS evidence 1.1]']],
];

for (const [name, given] of POSITIONS) {
  test(`SO1 SO3 SO4 SO5 SO6 SO7 at ${name}: what is offered is what may be ordered`, () => {
    for (const { ofBoard, ofView, allowed } of offersIn('diplomacy', given)) {
      expect(ofBoard).toEqual(allowed);
      expect(ofView).toEqual(allowed);
    }
  });
}
