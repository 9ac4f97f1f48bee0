import { expect, test } from 'vitest';
import type { Cause } from '../../shared/model/cause.ts';
import { openLog } from '../../shared/rules/log.ts';
import { closeSite, moveSite, openSite, returnSite } from '../../shared/rules/resolution/sites.ts';
import { bare, play, rules, seated } from '../support/given.ts';

/** The American border team in Armenia, and the posts on Armenia's borders that others guard at the start. */
const TEAM = (level: number) => `site mission-cbp USA ${level}`;
const POSTS = (turkey: string, iran: string, margara: string) => [`site line-turkey ${turkey}`, `site line-iran ${iran}`, `site post-margara ${margara}`];
const PROMISE = (text: string) => `pact p statement public: ${text}`;
/** A promise that runs out with this turn, notice having been given. */
const LAST = (text: string) => `pact p treaty public leaving ARM 2: ${text}`;

rules('a court builds up', [
  ['ST1', { name: 'what was only promised arrives with the first court that wins points', given: [TEAM(0)], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'], never: ['site lost'] }],
  ['ST1', { name: 'and grows by the next', given: [TEAM(1)], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 2'] }],
  ['ST1', { name: 'a site of level two is there: courts add nothing', given: [TEAM(2)], orders: ['USA court borders ARM'], then: ['courted USA ARM borders +8'], never: ['site'] }],
  ['ST1', { name: 'a site of any kind, in the area that it serves', given: ['site consulate-kapan IRN 1'], orders: ['IRN court politics ARM'], then: ['site consulate-kapan IRN 2'] }],
  ['ST1', { name: 'not by a court in another area', given: [TEAM(0)], orders: ['USA court trade ARM'], then: ['courted USA ARM trade +4'], never: ['site'] }],
  ['ST1', { name: 'not by a court of somebody else', given: [TEAM(0)], orders: ['IRN court borders ARM'], then: ['courted IRN ARM borders +4'], never: ['site'] }],
  ['ST1', { name: 'not by a court in another country', given: [TEAM(0)], orders: ['USA court borders TUR'], then: ['courted USA TUR borders +4'], never: ['site'] }],
  ['ST1', { name: 'all such sites of the operator at once', given: POSTS('RUS 1', 'RUS 3', 'RUS 0'), orders: ['RUS court borders ARM'], then: ['site line-turkey RUS 2', 'site post-margara RUS 1'], never: ['site line-iran'] }],
  ['ST1', { name: 'a court of a barred supplier that wins one point is enough', given: [TEAM(0), 'doors ARM -borders:USA'], orders: ['USA court borders ARM'], then: ['courted USA ARM borders +1', 'site mission-cbp USA 1'] }],
  ['ST1', { name: 'a court that wins no points builds nothing', given: [TEAM(0), 'doors ARM none', 'shares ARM borders own 100'], orders: ['USA court borders ARM'], then: ['courted USA ARM borders +0 short of sources'], never: ['site'] }],
]);

rules('a court, and what the host has promised', [
  ['ST1', { name: 'not where the host has promised to have nobody at sites of the kind', given: [TEAM(0), PROMISE('ARM to IRN host mission outsiders not @1-9')], orders: ['USA court borders ARM'], then: ['courted USA ARM borders +8'], never: ['site mission-cbp'] }],
  ['ST1', { name: 'nor where it has promised not to have this operator at this very site', given: [TEAM(0), PROMISE('ARM to IRN host mission-cbp USA not @1-9')], orders: ['USA court borders ARM'], then: ['courted USA ARM borders +8'], never: ['site'] }],
  ['ST1', { name: 'in secret too', given: [TEAM(0), PROMISE('ARM to IRN host mission USA not @1-9').replace('public', 'secret')], orders: ['USA court borders ARM'], then: ['courted USA ARM borders +8'], never: ['site'] }],
  ['ST1', { name: 'a party to the promise is no outsider', given: [TEAM(0), PROMISE('ARM to USA host mission outsiders not @1-9')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'] }],
  ['ST1', { name: 'a promise about another operator bars nothing', given: [TEAM(0), PROMISE('ARM to IRN host mission TUR not @1-9')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'] }],
  ['ST1', { name: 'nor one about sites of another kind', given: [TEAM(0), PROMISE('ARM to RUS host base USA not @1-9')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'] }],
  ['ST1', { name: 'nor one by another host', given: [TEAM(0), PROMISE('AZE to IRN host mission USA not @1-9')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'] }],
  ['ST1', { name: 'nor one that does not bind yet', given: [TEAM(0), PROMISE('ARM to IRN host mission USA not @2-9')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'] }],
  ['ST1', { name: 'nor one that was broken', given: [TEAM(0), PROMISE('ARM to IRN host mission USA not @1-9 [breached by ARM evidence 1.1]')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'] }],
  ['ST1', { name: 'nor one in a suspended agreement', given: [TEAM(0), PROMISE('ARM to IRN host mission USA not @1-9').replace(':', ' suspended:')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'] }],
  ['ST1', { name: 'nor one from which the power whose word it waits for has freed the host', given: [TEAM(0), PROMISE('ARM to IRN host mission USA not @1-9 unless IRN').replace(':', ' consents IRN:')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1'] }],
  ['ST1', { name: 'a promise to have the operator there: it is let in, and a court adds to that', given: [TEAM(0), PROMISE('ARM to USA host mission-cbp USA @1-9')], orders: ['USA court borders ARM'], then: ['site mission-cbp USA 1', 'site mission-cbp USA 2'] }],
]);

rules('hardening wears down', [
  ['ST2', { name: 'hardening borders lowers the weakest foreign border post by one', given: POSTS('RUS 3', 'RUS 2', 'ARM 1'), orders: ['ARM harden borders'], then: ['site line-iran RUS 1'], never: ['site line-turkey', 'site post', 'site lost'] }],
  ['ST2', { name: 'a post worn away passes to the host, at level one', given: POSTS('RUS 3', 'RUS 3', 'RUS 1'), orders: ['ARM harden borders'], then: ['site post-margara ARM 1', 'site lost post-margara RUS→ARM'], never: ['site line'] }],
  ['ST2', { name: 'of equals the first in the scenario’s order', given: POSTS('RUS 3', 'RUS 3', 'ARM 1'), orders: ['ARM harden borders'], then: ['site line-turkey RUS 2'], never: ['site line-iran'] }],
  ['ST2', { name: 'of equals that are worn away too', given: POSTS('RUS 2', 'RUS 1', 'RUS 1'), orders: ['ARM harden borders'], then: ['site line-iran ARM 1', 'site lost line-iran RUS→ARM'], never: ['site post-margara', 'site line-turkey'] }],
  ['ST2', { name: 'a post of level 0 is left as it is: there is nobody to replace', given: POSTS('RUS 3', 'RUS 2', 'RUS 0'), orders: ['ARM harden borders'], then: ['site line-iran RUS 1'], never: ['site post-margara'] }],
  ['ST2', { name: 'whoever operates it', given: [...POSTS('RUS 3', 'RUS 3', 'ARM 1'), 'site post-agarak IRN 2'], orders: ['ARM harden borders'], then: ['site post-agarak IRN 1'], never: ['site line'] }],
  ['ST2', { name: 'the host’s own posts are left, and so are missions and bases', given: [...POSTS('ARM 3', 'ARM 3', 'ARM 1'), 'site mission-euma EUR 1'], orders: ['ARM harden borders', 'ARM harden security'], then: ['hardened ARM borders +3', 'hardened ARM security +3'], never: ['site'] }],
  ['ST2', { name: 'not by hardening another area', given: POSTS('RUS 3', 'RUS 3', 'RUS 1'), orders: ['ARM harden security'], then: ['hardened ARM security +3'], never: ['site'] }],
  ['ST2', { name: 'not by hardening another country’s borders', given: [...POSTS('RUS 3', 'RUS 3', 'RUS 1'), 'shares TUR borders own 50 USA 50'], orders: ['TUR harden borders'], then: ['hardened TUR borders +3'], never: ['site'] }],
  ['ST2', { name: 'the strongest too, if it is the only one', given: POSTS('RUS 5', 'ARM 1', 'ARM 1'), orders: ['ARM harden borders'], then: ['site line-turkey RUS 4'] }],
  ['ST2', { name: 'hardening that gains one point is enough', given: [...POSTS('RUS 3', 'RUS 2', 'ARM 1'), 'shares ARM borders own 75 RUS 25'], orders: ['ARM harden borders'], then: ['hardened ARM borders +1', 'site line-iran RUS 1'] }],
  ['ST2', { name: 'hardening that gains no points wears nothing down', given: ['shares ARM borders own 90 RUS 10'], orders: ['ARM harden borders'], then: ['hardened ARM borders +0'], never: ['site'] }],
  ['ST2', { name: 'a promise to have the guards there does not stop it: it is broken', given: [...POSTS('RUS 3', 'RUS 3', 'RUS 1'), PROMISE('ARM to RUS host post-margara RUS @1-9')], orders: ['ARM harden borders'], then: ['site post-margara ARM 1', 'judged p.c1 breached by ARM'] }],
  ['ST2', { name: 'where a court builds up and hardening wears down, nothing moves', given: POSTS('RUS 3', 'RUS 3', 'RUS 1'), orders: ['ARM harden borders', 'RUS court borders ARM'], then: ['hardened ARM borders +3', 'courted RUS ARM borders +2'], never: ['site'] }],
]);

rules('what hosts promise', [
  ['ST3', { name: 'a promised operator is there, at level one', given: [TEAM(0), PROMISE('ARM to USA host mission-cbp USA @1-9')], orders: [], then: ['site mission-cbp USA 1'], never: ['site lost'] }],
  ['ST3', { name: 'who takes over a site of the host’s finds it at the level that it has', given: ['site post-agarak ARM 2', PROMISE('ARM to EUR host post-agarak EUR @1-9')], orders: [], then: ['site post-agarak EUR 2', 'site lost post-agarak ARM→EUR'] }],
  ['ST3', { name: 'an empty site passes to the promised operator from whoever it was meant for', given: [TEAM(0), PROMISE('ARM to EUR host mission-cbp EUR @1-9')], orders: [], then: ['site mission-cbp EUR 1', 'site lost mission-cbp USA→EUR'] }],
  ['ST3', { name: 'where the operator is there already nothing moves', given: ['site base-gyumri RUS 4', PROMISE('ARM to RUS host base-gyumri RUS @1-9')], orders: [], then: [], never: ['site'] }],
  ['ST3', { name: 'a promise of nobody empties a site; its operator stays named', given: ['site mission-euma EUR 2', PROMISE('ARM to IRN host mission outsiders not @1-9'), 'site consulate-kapan IRN 1'], orders: [], then: ['site mission-euma EUR 0'], never: ['site lost', 'site consulate-kapan'] }],
  ['ST3', { name: 'a site that is empty stays as it is', given: ['site mission-euma EUR 0', PROMISE('ARM to IRN host mission EUR not @1-9')], orders: [], then: [], never: ['site'] }],
  ['ST3', { name: 'the host’s own are nobody’s to empty', given: [...POSTS('ARM 3', 'ARM 3', 'ARM 1'), PROMISE('ARM to IRN host borderPost outsiders not @1-9')], orders: [], then: [], never: ['site'] }],
]);

rules('when nobody is bound to host', [
  ['ST3', { name: 'the site passes to the host as it is when the promise ends', given: ['site base-gyumri RUS 4', LAST('ARM to RUS host base-gyumri RUS @1-')], orders: [], then: ['agreement p withdrawn', 'site base-gyumri ARM 4', 'site lost base-gyumri RUS→ARM'] }],
  ['ST3', { name: 'kept to its end too', given: ['site base-gyumri RUS 4', PROMISE('ARM to RUS host base-gyumri RUS @1-1')], orders: [], then: ['judged p.c1 kept by ARM', 'site base-gyumri ARM 4', 'site lost base-gyumri RUS→ARM'] }],
  ['ST3', { name: 'and when it falls with the promise that it hung on', given: ['site base-gyumri RUS 4', PROMISE('RUS to ARM refrain squeeze energy ARM @1-9; ARM to RUS host base-gyumri RUS @1-9 after c1')], orders: ['RUS squeeze energy ARM for pay 2'], then: ['judged p.c1 breached by RUS', 'judged p.c2 void', 'site base-gyumri ARM 4'] }],
  ['ST3', { name: 'all sites of the kind, an empty one as well', given: ['site base-gyumri RUS 0', 'site air-erebuni RUS 2', LAST('ARM to RUS host base RUS @1-')], orders: [], then: ['site base-gyumri ARM 0', 'site air-erebuni ARM 2'], never: ['site line', 'site post'] }],
  ['ST3', { name: 'not those of another operator', given: ['site air-erebuni USA 2', LAST('ARM to RUS host base RUS @1-')], orders: [], then: ['site base-gyumri ARM 4'], never: ['site air-erebuni'] }],
  ['ST3', { name: 'not while another promise has the operator there', given: [LAST('ARM to RUS host base-gyumri RUS @1-'), 'pact q treaty public: ARM to RUS host base RUS @1-9'], orders: [], then: ['agreement p withdrawn'], never: ['site'] }],
  ['ST3', { name: 'a promise that is suspended has nobody there', given: ['site base-gyumri RUS 4', LAST('ARM to RUS host base-gyumri RUS @1-'), 'pact q treaty public suspended: ARM to RUS host base RUS @1-9'], orders: [], then: ['site base-gyumri ARM 4'] }],
  ['ST3', { name: 'nor has a promise about another site or operator', given: ['site base-gyumri RUS 4', LAST('ARM to RUS host base-gyumri RUS @1-'), 'pact q treaty public: ARM to RUS host air-erebuni RUS @1-9; ARM to RUS host base USA not @1-9; ARM to RUS pay 1 each @1-9'], orders: [], then: ['site base-gyumri ARM 4'], never: ['site air-erebuni'] }],
  ['ST3', { name: 'what was promised of nobody stays empty when the promise ends', given: ['site mission-euma EUR 2', LAST('ARM to IRN host mission EUR not @1-')], orders: [], then: ['agreement p withdrawn', 'site mission-euma EUR 0'], never: ['site lost', 'site mission-euma ARM'] }],
]);

rules('what events do', [
  ['ST3', { name: 'an event moves the level', orders: [], meanwhile: ['site base-gyumri -1'], then: ['site base-gyumri RUS 3'], never: ['site lost'] }],
  ['ST3', { name: '5 is the most', orders: [], meanwhile: ['site base-gyumri +3'], then: ['site base-gyumri RUS 5'] }],
  ['ST3', { name: '0 is the least', orders: [], meanwhile: ['site base-gyumri -9'], then: ['site base-gyumri RUS 0'] }],
  ['ST3', { name: 'past its bounds nothing moves', given: ['site base-gyumri RUS 5'], orders: [], meanwhile: ['site base-gyumri +1'], then: [], never: ['site'] }],
  ['ST3', { name: 'an event gives it to somebody else, and that is told', orders: [], meanwhile: ['operator mission-euma USA'], then: ['site mission-euma USA 2', 'site lost mission-euma EUR→USA'] }],
  ['ST3', { name: 'not to who has it', orders: [], meanwhile: ['operator mission-euma EUR'], then: [], never: ['site'] }],
]);

/** Of the one event of the kind, why it happened. */
const causeOf = (events: ReturnType<typeof play>['events'], kind: string): Cause | undefined => events.find((event) => event.kind === kind)?.cause;
const idOf = (events: ReturnType<typeof play>['events'], kind: string): string | undefined => events.find((event) => event.kind === kind)?.id;

test('ST1 a court builds up: what is built goes back to the court', () => {
  const { events } = play({ given: [TEAM(0)], orders: ['USA court borders ARM'] });
  expect(causeOf(events, 'siteMoved')).toEqual({ kind: 'events', ids: [idOf(events, 'courted')] });
});

test('ST2 hardening wears down: a post that is lost goes back to the hardening', () => {
  const { state, events } = play({ given: POSTS('RUS 3', 'RUS 3', 'RUS 1'), orders: ['ARM harden borders'] });
  expect(causeOf(events, 'siteLost')).toEqual({ kind: 'events', ids: [idOf(events, 'siteMoved')] });
  expect(causeOf(events, 'siteMoved')).toEqual({ kind: 'events', ids: [idOf(events, 'hardened')] });
  expect(state.board.sites['post-margara']).toEqual({ operator: 'ARM', level: 1 });
});

test('ST3 what hosts promise: who is let in goes back to the promise', () => {
  const { events } = play({ given: [TEAM(0), PROMISE('ARM to USA host mission-cbp USA @1-9')], orders: [] });
  expect(causeOf(events, 'siteMoved')).toEqual({ kind: 'clause', agreement: 'p', clause: 'c1' });
});

test('ST3 what events do: nothing at a site that is not there', () => {
  const rule: Cause = { kind: 'rule', rule: 'ST3' };
  const log = openLog(bare, seated(bare), 0);
  expect([moveSite(log, 'atlantis', 3, 'USA', rule), openSite(log, 'atlantis', 'USA', rule), closeSite(log, 'atlantis', rule), returnSite(log, 'atlantis', rule)]).toEqual([null, null, null, null]);
  expect(log.events).toEqual([]);
});
