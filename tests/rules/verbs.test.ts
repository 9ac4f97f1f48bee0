import { expect, test } from 'vitest';
import { play, rules } from '../support/given.ts';

const OPEN = 'doors ARM none';

rules('court', [
  ['VB1', { name: 'four points to a newcomer, from the others in proportion', given: [OPEN, 'shares ARM energy RUS 50 IRN 50'], orders: ['USA court energy ARM'], then: ['courted USA ARM energy +4', 'shares ARM energy USA 0→4 RUS 50→48 IRN 50→48'] }],
  ['VB1', { name: 'double for a welcomed supplier, which may take from own', given: ['doors ARM +energy:USA', 'shares ARM energy own 50 IRN 50'], orders: ['USA court energy ARM'], then: ['courted USA ARM energy +8', 'shares ARM energy own 50→46 USA 0→8 IRN 50→46'] }],
  ['VB1', { name: 'a standing measure may let a share grow so far', given: [OPEN, 'doors AZE none', 'shares AZE security USA 2 RUS 98'], orders: ['USA court security AZE'], then: ['courted USA AZE security +1'] }],
  ['VB1', { name: 'and no further', given: ['doors AZE none', 'shares AZE security USA 3 own 97'], orders: ['USA court security AZE'], then: ['courted USA AZE security +0'] }],
  ['VB1', { name: 'not in another area', given: ['doors AZE none', 'shares AZE trade USA 3 RUS 97'], orders: ['USA court trade AZE'], then: ['courted USA AZE trade +4'] }],
  ['VB1', { name: 'nor once it is lifted', given: ['doors AZE none', 'measure section-907 lifted', 'shares AZE security USA 3 RUS 97'], orders: ['USA court security AZE'], then: ['courted USA AZE security +4'] }],
  ['VB1', { name: 'a quarter for a barred one', given: ['doors ARM -energy:USA', 'shares ARM energy RUS 100'], orders: ['USA court energy ARM'], then: ['courted USA ARM energy +1'] }],
  ['VB1', { name: 'never from own unless welcomed', given: [OPEN, 'shares ARM energy own 90 RUS 10'], orders: ['USA court energy ARM'], then: ['courted USA ARM energy +4', 'shares ARM energy USA 0→4 RUS 10→6'] }],
  ['VB2', { name: 'at most four points from one supplier', given: [OPEN, 'shares ARM energy RUS 100'], orders: ['USA court energy ARM', 'TUR court energy ARM'], then: ['courted USA ARM energy +2 short of sources', 'courted TUR ARM energy +2 short of sources', 'shares ARM energy USA 0→2 RUS 100→96 TUR 0→2'] }],
  ['VB2', { name: 'more than four from a supplier that the host bars', given: ['doors ARM -energy:RUS', 'shares ARM energy RUS 100'], orders: ['USA court energy ARM', 'TUR court energy ARM'], then: ['shares ARM energy USA 0→4 RUS 100→92 TUR 0→4'] }],
  ['VB3', { name: 'fades as the share grows', given: [OPEN, 'shares ARM energy USA 30 RUS 40 IRN 30'], orders: ['USA court energy ARM'], then: ['courted USA ARM energy +2'] }],
  ['VB3', { name: 'but never below a quarter', given: [OPEN, 'shares ARM energy USA 60 RUS 40'], orders: ['USA court energy ARM'], then: ['courted USA ARM energy +1'] }],
  ['VB2', { name: 'courts on one row share a pool of ten', given: ['doors ARM +energy:USA +energy:IRN', 'shares ARM energy own 100'], orders: ['USA court energy ARM', 'IRN court energy ARM'], then: ['courted USA ARM energy +5 short of pool', 'courted IRN ARM energy +5 short of pool', 'shares ARM energy own 100→90 USA 0→5 IRN 0→5'] }],
  ['VB6', { name: 'the same court two turns running counts half', given: [OPEN, 'shares ARM energy RUS 50 IRN 50', 'remembered USA court/energy/ARM'], orders: ['USA court energy ARM'], then: ['courted USA ARM energy +2'] }],
]);

rules('harden', [
  ['VB4', { name: 'three points from outsiders in proportion', given: [OPEN, 'shares ARM energy own 40 RUS 40 IRN 20'], orders: ['ARM harden energy'], then: ['hardened ARM energy +3', 'shares ARM energy own 40→43 RUS 40→38 IRN 20→19'] }],
  ['VB4', { name: 'from the barred supplier first', given: ['doors ARM -energy:RUS', 'shares ARM energy own 40 RUS 40 IRN 20'], orders: ['ARM harden energy'], then: ['shares ARM energy own 40→43 RUS 40→37'] }],
  ['VB4', { name: 'fades from fifty own', given: [OPEN, 'shares ARM energy own 70 RUS 30'], orders: ['ARM harden energy'], then: ['hardened ARM energy +2'] }],
  ['VB4', { name: 'politics steadies a shaky government', given: [OPEN, 'track ARM stability 50'], orders: ['ARM harden politics'], then: ['track ARM stability 50→52'] }],
]);

rules('squeeze', [
  ['VB7', { name: 'unmet: the host suffers by the share, the word of the squeezer by two', given: [OPEN, 'shares ARM energy RUS 100', 'track ARM stability 70'], orders: ['RUS squeeze energy ARM for welcome trade RUS'], then: ['squeezed RUS ARM energy unmet stability -17 treasury -15 for welcome trade RUS', 'track ARM stability 70→53', 'track RUS credibility 34→32'] }],
  ['VB7', { name: 'met: a quarter of the damage, three for giving in, and the demand binds', given: [OPEN, 'shares ARM energy RUS 100', 'track ARM stability 70'], orders: ['RUS squeeze energy ARM for welcome trade RUS', 'ARM concede welcome RUS'], then: ['squeezed RUS ARM energy met stability -7 treasury -4 for welcome trade RUS', 'track ARM stability 70→63', 'concluded concession#1 ARM+RUS ARM welcome trade RUS'] }],
  ['VB7', { name: 'a concession to somebody else is none', given: [OPEN, 'shares ARM energy RUS 100'], orders: ['RUS squeeze energy ARM for welcome trade RUS', 'ARM concede welcome IRN'], then: ['squeezed RUS ARM energy unmet stability -17 treasury -15 for welcome trade RUS'], never: ['concluded'] }],
  ['VB7', { name: 'a smaller sum than demanded is no concession', given: [OPEN, 'shares ARM energy RUS 100'], orders: ['RUS squeeze energy ARM for pay 4', 'ARM concede pay anyone 2'], then: [], never: ['concluded'] }],
  ['VB7', { name: 'waste: no more goes than there is, however much is due', given: [OPEN, 'shares ARM energy RUS 20 IRN 80', 'waste ARM energy RUS 19 because 0.1'], orders: ['RUS squeeze energy ARM for welcome trade RUS'], then: ['wasted RUS ARM energy 19', 'shares ARM energy own 0→11 RUS 20→0 IRN 80→89'] }],
  ['VB7', { name: 'waste: part of the share goes to the host and to rivals', given: [OPEN, 'shares ARM energy RUS 50 IRN 50'], orders: ['RUS squeeze energy ARM for welcome trade RUS'], then: ['shares ARM energy own 0→2 RUS 50→47 IRN 50→51'] }],
  ['VB6', { name: 'the same squeeze two turns running counts half', given: [OPEN, 'shares ARM energy RUS 100', 'remembered RUS squeeze/energy/ARM'], orders: ['RUS squeeze energy ARM for welcome trade RUS'], then: ['squeezed RUS ARM energy unmet stability -9 treasury -8 for welcome trade RUS'] }],
  ['VB8', { name: 'in a gap it counts half again', given: [OPEN, 'shares ARM energy RUS 100', 'gap ARM energy IRN'], orders: ['RUS squeeze energy ARM for welcome trade RUS'], then: ['squeezed RUS ARM energy unmet stability -26 treasury -23 for welcome trade RUS'] }],
  ['VB9', { name: 'a grievance spares the word and is spent', given: [OPEN, 'shares ARM energy RUS 100'], orders: ['RUS squeeze! energy ARM for welcome trade RUS'], then: ['grievance spent RUS against ARM'], never: ['track RUS credibility 34→32', 'track RUS capital'] }],
]);

rules('gap', [
  ['VB8', { name: 'a fall of more than six leaves the host in the open', given: ['doors ARM -energy:RUS', 'shares ARM energy RUS 29 IRN 71'], orders: ['USA court energy ARM', 'TUR court energy ARM', 'ARM harden energy'], then: ['gap ARM energy RUS until 2'], never: ['gap ARM energy IRN'] }],
  ['VB9', { name: 'a patron that held thirty gets a reason, whoever took the points', given: ['doors ARM -energy:RUS', 'shares ARM energy RUS 100', 'track ARM stability 70'], orders: ['USA court energy ARM', 'TUR court energy ARM'], then: ['gap ARM energy RUS until 2 patron', 'grievance RUS against ARM until 5', 'track ARM stability 70→68'] }],
  ['VB8', { name: 'in borders it heats a front next door', given: ['doors ARM -borders:RUS', 'shares ARM borders RUS 100'], orders: ['USA court borders ARM', 'TUR court borders ARM'], then: ['tension syunik 5→6'] }],
  ['VB8', { name: 'a fall of six leaves none', given: ['doors ARM -energy:RUS', 'shares ARM energy RUS 100'], orders: ['USA court energy ARM', 'ARM doors unbar'], then: ['courted USA ARM energy +4'], never: ['gap ARM'] }],
]);

rules('cost', [
  ['VB5', { name: 'each further order of a verb costs one capital more', given: [OPEN], orders: ['USA court energy ARM', 'USA court trade ARM'], then: ['track USA capital 5→4', 'track USA capital 4→2'] }],
  ['VB5', { name: 'orders of different verbs do not stretch', given: [OPEN], orders: ['IRN court energy ARM', 'IRN harden trade'], then: ['track IRN capital 4→3', 'track IRN capital 3→2'] }],
  ['VB9', { name: 'a patron in its gap squeezes at half price', given: [OPEN, 'gap ARM energy RUS patron'], orders: ['RUS squeeze energy ARM for welcome trade RUS'], then: [], never: ['track RUS capital'] }],
]);

test('VB7 waste: what was due goes, and what a squeeze of this turn has queued behind it stays', () => {
  const { state } = play({
    given: ['doors ARM none', 'shares ARM energy RUS 60 IRN 40', 'waste ARM energy RUS 2 because 0.1'],
    orders: ['RUS squeeze energy ARM for welcome trade RUS'],
  });
  expect(state.board.waste.map(({ host, area, supplier, because }) => [host, area, supplier, because === '0.1'])).toEqual([
    ['ARM', 'energy', 'RUS', false],
  ]);
});

test('VB7 two squeezes that are met: the host was in crisis for both or for neither', () => {
  const { state } = play({
    given: ['track ARM stability 27', 'shares ARM energy RUS 60 own 40', 'shares ARM trade TUR 60 own 40'],
    orders: ['RUS squeeze energy ARM for pay 1', 'TUR squeeze trade ARM for pay 1', 'ARM concede pay anyone 1'],
  });
  const conceded = Object.values(state.board.agreements).filter((one) => one.origin === 'conceded');
  expect(conceded.map((one) => one.underDuress)).toEqual([[], []]);
});
