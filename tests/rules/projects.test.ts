import { expect, test } from 'vitest';
import { flowOfRoute } from '../../shared/catalogue/reckoning.ts';
import type { Effect } from '../../shared/model/effect.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { wonBy } from '../../shared/rules/effects.ts';
import { bare, place, play, refusals, rules, seated } from '../support/given.ts';
import { offersIn } from '../support/offers.ts';

/** Stages of the replacement for Metsamor: survey to 16, build to 32 (an award), open to 40 (a welcome in energy). */
const PLANT = (rest: string) => `project metsamor-new ${rest}`;
/** Of the Kars railway: survey to 5, build to 12 (a promise on the route's gates), open to 16 (an award). */
const RAIL = (rest: string) => `project kars-gyumri ${rest}`;
/** Of the power line: survey to 8, build to 18, open to 20 (any promise to the sponsor). */
const LINE = (rest: string) => `project third-line ${rest}`;
const PROMISE = (text: string) => `pact paper statement public: ${text}`;
/** The replacement for Metsamor, if building asked for a mission of the sponsor’s instead of an award. */
const WITH_MISSION: Scenario = {
  ...bare,
  projects: bare.projects.map((project) => ({
    ...project,
    stages: project.stages.map((stage) => (stage.name === 'build' ? { ...stage, needs: { kind: 'host', site: 'mission' } } : stage)),
  })),
};

rules('sponsor', [
  ['PJ1', { name: 'three points', given: [PLANT('RUS 2')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +3', 'progress metsamor-new USA +3'] }],
  ['PJ1', { name: 'four for who holds the award', given: [PLANT('RUS 2 awarded USA')], orders: ['USA sponsor metsamor-new', 'RUS sponsor metsamor-new'], then: ['sponsored USA metsamor-new +4', 'sponsored RUS metsamor-new +3'] }],
  ['PJ1', { name: 'at several projects at once', given: [PLANT('RUS 2'), RAIL('TUR 1')], orders: ['RUS sponsor metsamor-new', 'RUS sponsor kars-gyumri'], then: ['sponsored RUS metsamor-new +3', 'sponsored RUS kars-gyumri +3'] }],
  ['PJ1', { name: 'where less is left than is offered, in proportion', given: [PLANT('RUS 12')], orders: ['USA sponsor metsamor-new', 'RUS sponsor metsamor-new'], then: ['sponsored USA metsamor-new +2', 'sponsored RUS metsamor-new +2'] }],
  ['PJ1', { name: 'what does not divide goes to the first in canonical order', given: [PLANT('RUS 13')], orders: ['RUS sponsor metsamor-new', 'USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +2', 'sponsored RUS metsamor-new +1'] }],
]);

refusals('sponsor', [
  ['PJ1', { name: 'not by who is not allowed', order: 'IRN sponsor metsamor-new', why: 'orders/not-allowed sponsor' }],
  ['PJ1', { name: 'not what is won', given: [PLANT('RUS 40 won RUS')], order: 'RUS sponsor metsamor-new', why: 'orders/not-allowed won' }],
  ['PJ1', { name: 'not what is no project', order: 'RUS sponsor atlantis', why: 'orders/unknown' }],
]);

rules('stages', [
  ['PJ2', { name: 'points wait at the end of a stage', given: [PLANT('RUS 14')], orders: ['RUS sponsor metsamor-new'], then: ['sponsored RUS metsamor-new +2'] }],
  ['PJ2', { name: 'and then come to nothing until the host awards', given: [PLANT('RUS 16')], orders: ['RUS sponsor metsamor-new'], then: ['sponsored RUS metsamor-new +0 in vain: stageClosed'], never: ['progress'] }],
  ['PJ2', { name: 'awarded, they go on into the next', given: [PLANT('RUS 14 awarded RUS')], orders: ['RUS sponsor metsamor-new'], then: ['sponsored RUS metsamor-new +4', 'progress metsamor-new RUS +4'] }],
  ['PJ2', { name: 'who was passed over is told that the host chose', given: [PLANT('RUS 16 awarded USA')], orders: ['RUS sponsor metsamor-new'], then: ['sponsored RUS metsamor-new +0 in vain: refusedByHost'] }],
  ['PJ2', { name: 'only the awarded one goes beyond what both fill', given: [PLANT('RUS 13 awarded USA')], orders: ['USA sponsor metsamor-new', 'RUS sponsor metsamor-new'], then: ['sponsored USA metsamor-new +4', 'sponsored RUS metsamor-new +1', 'stage metsamor-new USA 1'] }],
  ['PJ2', { name: 'a stage that asks for a welcome stays shut without one', given: [PLANT('USA 32 awarded USA')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'a promised welcome opens it', given: [PLANT('USA 32 awarded USA'), PROMISE('ARM to USA welcome energy USA @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +4'] }],
  ['PJ2', { name: 'not before it binds', given: [PLANT('USA 32 awarded USA'), PROMISE('ARM to USA welcome energy USA @2-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'one that was kept opens it too', given: [PLANT('USA 32 awarded USA'), PROMISE('ARM to USA welcome energy USA @1-1 [kept]; ARM to USA pay 1 each @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +4'] }],
  ['PJ2', { name: 'one that was broken does not', given: [PLANT('USA 32 awarded USA'), PROMISE('ARM to USA welcome energy USA @1-9 [breached by ARM evidence 1.1]')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'one in another area does not', given: [PLANT('USA 32'), PROMISE('ARM to USA welcome trade USA @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'nor a promise not to welcome', given: [PLANT('USA 32'), PROMISE('ARM to USA welcome energy USA not @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'nor a welcome for somebody else', given: [PLANT('USA 32'), PROMISE('ARM to USA welcome energy TUR @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'nor one promised to somebody else', given: [PLANT('USA 32'), PROMISE('ARM to TUR welcome energy USA @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'nor one by another host', given: [PLANT('USA 32'), PROMISE('AZE to USA welcome energy USA @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'nor one in a suspended agreement', given: [PLANT('USA 32'), PROMISE('ARM to USA welcome energy USA @1-9').replace(':', ' suspended:')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'a secret promise opens a stage as well', given: [PLANT('USA 32'), PROMISE('ARM to USA welcome energy USA @1-9').replace('public', 'secret')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +3'] }],
  ['PJ2', { name: 'a route asks for a promise on one of its gates', given: [RAIL('TUR 5'), PROMISE('ARM to TUR gate akhurik open @1-9')], orders: ['TUR sponsor kars-gyumri'], then: ['sponsored TUR kars-gyumri +3'] }],
  ['PJ2', { name: 'or on its regime', given: [RAIL('TUR 5'), PROMISE('ARM+TUR to ARM+TUR regime gyumri-kars sovereign @1-9')], orders: ['TUR sponsor kars-gyumri'], then: ['sponsored TUR kars-gyumri +3'] }],
  ['PJ2', { name: 'a gate of another route does not count', given: [RAIL('TUR 5'), PROMISE('ARM to TUR gate margara open @1-9')], orders: ['TUR sponsor kars-gyumri'], then: ['sponsored TUR kars-gyumri +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'a promise of another kind does not count', given: [RAIL('TUR 5'), PROMISE('ARM to TUR pay 1 @1-9')], orders: ['TUR sponsor kars-gyumri'], then: ['sponsored TUR kars-gyumri +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'where a site is asked for, a promise of any of the kind will do', scenario: WITH_MISSION, given: [PLANT('USA 16'), PROMISE('ARM to USA host mission USA @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +3'] }],
  ['PJ2', { name: 'or of one by its name', scenario: WITH_MISSION, given: [PLANT('USA 16'), PROMISE('ARM to USA host mission-cbp USA @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +3'] }],
  ['PJ2', { name: 'not of one of another kind', scenario: WITH_MISSION, given: [PLANT('USA 16'), PROMISE('ARM to USA host post-agarak USA @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'not to have somebody else there', scenario: WITH_MISSION, given: [PLANT('USA 16'), PROMISE('ARM to USA host mission EUR @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'nor to have nobody there', scenario: WITH_MISSION, given: [PLANT('USA 16'), PROMISE('ARM to USA host mission USA not @1-9')], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ2', { name: 'where any promise of the host will do, any does', given: [LINE('IRN 12'), PROMISE('ARM to IRN pay 1 @1-9')], orders: ['IRN sponsor third-line'], then: ['sponsored IRN third-line +3'] }],
  ['PJ2', { name: 'but none is too few', given: [LINE('IRN 12')], orders: ['IRN sponsor third-line'], then: ['sponsored IRN third-line +0 in vain: stageClosed'] }],
]);

rules('completion', [
  ['PJ3', { name: 'a stage that begins is told of, under the name of whoever brought most', given: [PLANT('RUS 12')], orders: ['USA sponsor metsamor-new', 'RUS sponsor metsamor-new'], then: ['stage metsamor-new USA 1'] }],
  ['PJ3', { name: 'short of the end of a stage, nothing is told', given: [PLANT('RUS 11')], orders: ['RUS sponsor metsamor-new'], then: ['sponsored RUS metsamor-new +3'], never: ['stage'] }],
  ['PJ3', { name: 'at the goal the awarded sponsor wins, and what was promised follows', given: [PLANT('RUS 30 USA 6 awarded USA'), PROMISE('ARM to USA welcome energy USA @1-9'), 'doors ARM +energy:USA', 'shares ARM energy RUS 80 own 20'], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +4', 'won metsamor-new USA', 'shares ARM energy own 20→14 USA 0→30 RUS 80→56', 'site plant-metsamor ARM 5'] }],
  ['PJ3', { name: 'without an award whoever has most progress wins', given: [PLANT('RUS 30 USA 8'), PROMISE('ARM to USA welcome energy USA @1-9'), 'doors ARM +energy:USA'], orders: ['USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +2', 'won metsamor-new RUS'] }],
  ['PJ3', { name: 'of equals, the first in canonical order', given: [PLANT('USA 18 RUS 20'), PROMISE('ARM to USA welcome energy USA @1-9'), 'doors ARM +energy:USA'], orders: ['USA sponsor metsamor-new'], then: ['won metsamor-new USA'] }],
  ['PJ3', { name: 'points beyond the goal are not needed', given: [LINE('IRN 19'), PROMISE('ARM to IRN pay 1 @1-9')], orders: ['IRN sponsor third-line'], then: ['sponsored IRN third-line +1', 'won third-line IRN'], never: ['stage'] }],
  ['PJ3', { name: 'what a winner gains the others give in proportion, the host’s own share too', given: ['project syunik-link AZE 22 awarded AZE', 'shares ARM transit own 50 RUS 50'], orders: ['AZE sponsor syunik-link'], then: ['won syunik-link AZE', 'shares ARM transit own 50→41 RUS 50→41 AZE 0→18', 'profit syunik-route AZE +1'] }],
  ['PJ3', { name: 'a host that brings its own project home wins its own share', given: ['project syunik-link ARM 22 awarded ARM', 'shares ARM transit own 50 RUS 50'], orders: [], meanwhile: ['progress syunik-link ARM +2'], then: ['won syunik-link ARM', 'shares ARM transit own 50→68 RUS 50→32', 'profit syunik-route ARM +1'] }],
  ['PJ3', { name: 'what it moves at once opens no gap and gives no grievance', given: [PLANT('RUS 8 USA 30 awarded USA'), PROMISE('ARM to USA welcome energy USA @1-9'), 'doors ARM +energy:USA', 'shares ARM energy RUS 80 own 20'], orders: ['USA sponsor metsamor-new'], then: ['won metsamor-new USA', 'shares ARM energy own 20→14 USA 0→30 RUS 80→56'], never: ['gap', 'grievance'] }],
  ['PJ3', { name: 'of two who bring it home, the one with nothing left to give is told', given: [PLANT('RUS 39 awarded USA'), PROMISE('ARM to USA+RUS welcome energy USA @1-9; ARM to RUS welcome energy RUS @1-9'), 'doors ARM +energy:USA +energy:RUS'], orders: ['RUS sponsor metsamor-new', 'USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +1', 'sponsored RUS metsamor-new +0 in vain: alreadyWon', 'won metsamor-new USA'] }],
  ['PJ3', { name: 'a project that was won by then takes no more points and no award', given: [PLANT('RUS 39 awarded RUS'), PROMISE('ARM to RUS welcome energy RUS @1-9'), 'doors ARM +energy:RUS'], orders: ['USA sponsor metsamor-new', 'ARM award metsamor-new USA'], meanwhile: ['progress metsamor-new RUS +3'], then: ['progress metsamor-new RUS +1', 'won metsamor-new RUS', 'sponsored USA metsamor-new +0 in vain: alreadyWon'], never: ['awarded'] }],
]);

rules('award', [
  ['PJ4', { name: 'the host says who shall build', orders: ['ARM award metsamor-new USA'], then: ['awarded ARM metsamor-new USA'] }],
  ['PJ4', { name: 'and may say otherwise later', given: [PLANT('RUS 8 awarded RUS')], orders: ['ARM award metsamor-new EUR'], then: ['awarded ARM metsamor-new EUR'] }],
  ['PJ4', { name: 'an award counts from the next turn', given: [PLANT('USA 16')], orders: ['ARM award metsamor-new USA', 'USA sponsor metsamor-new'], then: ['awarded ARM metsamor-new USA', 'sponsored USA metsamor-new +0 in vain: stageClosed'] }],
  ['PJ4', { name: 'as does its loss', given: [PLANT('USA 16 awarded USA')], orders: ['ARM award metsamor-new RUS', 'USA sponsor metsamor-new'], then: ['sponsored USA metsamor-new +4'] }],
]);

refusals('award', [
  ['PJ4', { name: 'not by somebody else than the host', order: 'USA award metsamor-new USA', why: 'orders/not-allowed project' }],
  ['PJ4', { name: 'not to who may not sponsor', order: 'ARM award metsamor-new IRN', why: 'orders/not-allowed sponsor' }],
  ['PJ4', { name: 'not to who holds it', given: [PLANT('RUS 8 awarded RUS')], order: 'ARM award metsamor-new RUS', why: 'orders/not-allowed same' }],
  ['PJ4', { name: 'not what is won', given: [PLANT('RUS 40 won RUS')], order: 'ARM award metsamor-new USA', why: 'orders/not-allowed won' }],
  ['PJ4', { name: 'not what is no project', order: 'ARM award atlantis USA', why: 'orders/unknown' }],
]);

rules('progress by events', [
  ['PJ5', { name: 'outsiders’ points and cards’ wait at the end of a stage too', given: [PLANT('RUS 15')], orders: [], meanwhile: ['progress metsamor-new EUR +3'], then: ['progress metsamor-new EUR +1', 'stage metsamor-new EUR 1'] }],
  ['PJ5', { name: 'and come to nothing where it is closed', given: [PLANT('RUS 16')], orders: [], meanwhile: ['progress metsamor-new EUR +3'], then: [], never: ['progress'] }],
  ['PJ5', { name: 'an outsider with the award goes on', given: [PLANT('RUS 16 awarded EUR')], orders: [], meanwhile: ['progress metsamor-new EUR +3'], then: ['progress metsamor-new EUR +3'] }],
  ['PJ5', { name: 'and wins', given: ['project anaklia CHN 20'], orders: [], meanwhile: ['progress anaklia CHN +5'], then: ['progress anaklia CHN +4', 'won anaklia CHN', 'profit middle-corridor GEO +1', 'profit middle-corridor CHN +1'] }],
  ['PJ5', { name: 'several stages may begin at once', given: ['project anaklia CHN 7'], orders: [], meanwhile: ['progress anaklia CHN +12'], then: ['progress anaklia CHN +12', 'stage anaklia CHN 1', 'stage anaklia CHN 2'] }],
  ['PJ5', { name: 'what is lost is what there was', given: [PLANT('RUS 8 USA 2')], orders: [], meanwhile: ['progress metsamor-new USA -4'], then: ['progress metsamor-new USA -2'] }],
  ['PJ5', { name: 'nothing is lost by who has nothing', given: [PLANT('RUS 8')], orders: [], meanwhile: ['progress metsamor-new USA -4'], then: [], never: ['progress'] }],
  ['PJ5', { name: 'nor of what is won', given: [PLANT('RUS 40 won RUS')], orders: [], meanwhile: ['progress metsamor-new RUS -4', 'progress metsamor-new USA +4'], then: [], never: ['progress'] }],
]);

test('PJ3 completion: the winner’s name is filled in wherever it stands', () => {
  const effects: readonly Effect[] = [
    { kind: 'guard', gate: 'meghri', guard: ['ARM', '$winner'] },
    { kind: 'operator', site: 'port-poti', operator: '$winner' },
    { kind: 'track', power: 'ARM', track: 'stability', by: 3 },
  ];
  expect(wonBy(effects, 'USA')).toEqual([
    { kind: 'guard', gate: 'meghri', guard: ['ARM', 'USA'] },
    { kind: 'operator', site: 'port-poti', operator: 'USA' },
    { kind: 'track', power: 'ARM', track: 'stability', by: 3 },
  ]);
});

test('PJ3 completion: every consequence goes back to the order that completed it', () => {
  const { events } = play({
    given: [LINE('IRN 19'), PROMISE('ARM to IRN pay 1 @1-9')],
    orders: ['IRN sponsor third-line'],
  });
  const won = events.find((event) => event.kind === 'projectWon');
  const progress = events.find((event) => event.kind === 'progressMade');
  const sponsored = events.find((event) => event.kind === 'sponsored');
  expect(won?.cause).toEqual({ kind: 'events', ids: [progress?.id] });
  expect(progress?.cause).toEqual({ kind: 'events', ids: [sponsored?.id] });
  expect(sponsored?.cause).toEqual({ kind: 'order', power: 'IRN', order: { verb: 'sponsor', project: 'third-line' } });
  expect(events.filter((event) => event.cause.kind === 'events' && event.cause.ids[0] === won?.id)).toHaveLength(2);
});

/** Both routes with a regime and all their gates open. */
const KARS_OPEN = ['regime gyumri-kars sovereign', 'gate akhurik open', 'gate akyaka open'];
const SYUNIK_OPEN = ['regime syunik-route sovereign', 'gate aghband-west open', 'gate nrnadzor open', 'gate meghri open', 'gate ordubad open'];

test.each([
  ['a railway that is not built carries nothing', KARS_OPEN, 'gyumri-kars', 0],
  ['built, as much as its gates let through', [...KARS_OPEN, RAIL('TUR 16 won TUR')], 'gyumri-kars', 2],
  ['a link that is not built carries half', SYUNIK_OPEN, 'syunik-route', 1],
  ['built, all', [...SYUNIK_OPEN, 'project syunik-link AZE 24 won AZE'], 'syunik-route', 2],
])('PJ3 completion: %s', (_name, given, route, flow) => {
  const { board } = seated(bare);
  expect(flowOfRoute(bare, given.reduce(place, board), route)).toBe(flow);
});

for (const [name, given] of [
  ['the start', []],
  ['one won, one awarded', [PLANT('RUS 40 won RUS'), RAIL('TUR 3 awarded TUR')]],
] as const) {
  test(`PJ1 PJ4 at ${name}: what is offered is what may be ordered`, () => {
    for (const { ofBoard, ofView, allowed } of offersIn('projects', given)) {
      expect(ofBoard).toEqual(allowed);
      expect(ofView).toEqual(allowed);
    }
  });
}
