import { expect, test } from 'vitest';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { bare, give, place, rules, seated, setsFrom } from '../support/given.ts';

/** A front hot enough for an operation, and who may wage one there. */
const HOT = ['tension syunik 7', 'track AZE readiness 6', 'track AZE capital 9'];
const ATTACK = 'AZE operate ARM syunik meghri-strip';

rules('to host, or not', [
  ['AG12', { name: 'a promised operator is let in by itself', given: ['pact p statement public: ARM to USA host mission-cbp USA @1-3'], orders: [], then: ['site mission-cbp USA 1'], never: ['judged p'] }],
  ['AG12', { name: 'and the promise is kept when its window closes; then the site is the host’s', given: ['pact p statement public: ARM to USA host mission-cbp USA @1-1'], orders: [], then: ['judged p.c1 kept by ARM', 'site mission-cbp ARM 1', 'site lost mission-cbp USA→ARM'] }],
  ['AG12', { name: 'any site of the kind will do: where the operator is, nothing moves', given: ['pact p statement public: ARM to RUS host base RUS @1-3'], orders: [], then: [], never: ['site', 'judged p'] }],
  ['AG12', { name: 'any site of the kind: else an empty one, or one of the host’s own', given: ['site post-agarak ARM 2', 'pact p statement public: ARM to EUR host borderPost EUR @1-3'], orders: [], then: ['site post-agarak EUR 2', 'site lost post-agarak ARM→EUR'] }],
  ['AG12', { name: 'where there is no room the host is excused', given: ['pact p statement public: ARM to USA host base USA @1-1'], orders: [], then: ['judged p.c1 excused by ARM'], never: ['site', 'grievance'] }],
  ['AG12', { name: 'a promise that nobody shall be there empties the site', given: ['pact p statement public: ARM to RUS host mission outsiders not @1-3'], orders: [], then: ['site mission-euma EUR 0'], never: ['judged p', 'site base'] }],
  ['AG12', { name: 'outsiders are everybody but the parties', given: ['pact p statement public: ARM to RUS host base outsiders not @1-1'], orders: [], then: ['judged p.c1 kept by ARM'], never: ['site'] }],
  ['AG12', { name: 'not this operator: others may stay', given: ['pact p statement public: ARM to RUS host borderPost USA not @1-1'], orders: [], then: ['judged p.c1 kept by ARM'], never: ['site'] }],
  ['AG12', { name: 'a host that replaces the guards that it promised to have breaks its word', given: ['site post-margara RUS 1', 'pact p statement public: ARM to RUS host post-margara RUS @1-9'], orders: ['ARM harden borders'], then: ['judged p.c1 breached by ARM', 'grievance RUS against ARM until 5'] }],
  ['AG12', { name: 'wearing down another post breaks nothing', given: ['pact p statement public: ARM to RUS host line-iran RUS @1-9'], orders: ['ARM harden borders'], then: [], never: ['judged p'] }],
  ['AG12', { name: 'what events have done is nobody’s breach', given: ['pact p statement public: ARM to RUS host base-gyumri RUS @1-1 '], meanwhile: ['operator base-gyumri ARM'], orders: [], then: ['site base-gyumri RUS 4', 'judged p.c1 kept by ARM'] }],
  ['AG12', { name: 'a promise not to host a site of another is none of its hosts’', given: ['pact p statement public: AZE to IRN host base outsiders not @1-1'], orders: [], then: ['judged p.c1 kept by AZE'], never: ['site'] }],
  ['AG12', { name: 'when the agreement ends the site passes to the host', given: ['pact p treaty public leaving ARM 2: ARM to RUS host base-gyumri RUS @1-'], orders: [], then: ['agreement p withdrawn', 'judged p.c1 void', 'site base-gyumri ARM 4'] }],
  ['AG12', { name: 'not while another promise holds the operator there', given: ['pact p treaty public leaving ARM 2: ARM to RUS host base-gyumri RUS @1-', 'pact q treaty public: ARM to RUS host base RUS @1-'], orders: [], then: ['agreement p withdrawn'], never: ['site base-gyumri'] }],
]);

rules('supply', [
  ['SU1', { name: 'hosts pay for what they are supplied: five for each hundred points at the market', supplies: true, given: ['shares ARM energy RUS 71 IRN 29'], orders: [], then: ['paid ARM RUS 3', 'paid ARM IRN 1', 'track ARM treasury 24→20'] }],
  ['SU1', { name: 'three at the price of a friend', supplies: true, given: ['shares ARM energy RUS 71 IRN 29', 'pact p treaty public: RUS to ARM supply energy friend @1-4'], orders: [], then: ['paid ARM RUS 2', 'paid ARM IRN 1'] }],
  ['SU1', { name: 'seven where it punishes', supplies: true, given: ['shares ARM energy RUS 71 IRN 29', 'pact p treaty public: RUS to ARM supply energy punitive @1-4'], orders: [], then: ['paid ARM RUS 4'] }],
  ['SU1', { name: 'nothing where it is free', supplies: true, given: ['shares ARM energy RUS 71 IRN 29', 'pact p treaty public: RUS to ARM supply energy free @1-4'], orders: [], then: ['paid ARM IRN 1'], never: ['paid ARM RUS'] }],
  ['SU1', { name: 'of several prices the lowest', supplies: true, given: ['shares ARM energy RUS 71 IRN 29', 'pact p treaty public: RUS to ARM supply energy free @1-4; RUS to ARM supply energy punitive @1-4'], orders: [], then: [], never: ['paid ARM RUS'] }],
  ['SU1', { name: 'a price for another area is a word', supplies: true, given: ['shares ARM energy RUS 100', 'pact p treaty public: RUS to ARM supply trade free @1-4'], orders: [], then: ['paid ARM RUS 5'] }],
  ['SU1', { name: 'as far as the treasury reaches, and to outsiders too, who keep none', supplies: true, given: ['shares ARM energy EUR 100', 'track ARM treasury 2'], orders: [], then: ['paid ARM EUR 2', 'track ARM treasury 2→0'] }],
  ['SU1', { name: 'promised money goes first', supplies: true, given: ['shares ARM energy RUS 100', 'track ARM treasury 4', 'pact p statement public: ARM to IRN pay 3 @1-1'], orders: [], then: ['paid ARM IRN 3', 'paid ARM RUS 1', 'track ARM treasury 4→0'] }],
  ['SU2', { name: 'a squeeze of what was to be supplied is a breach', given: ['pact p treaty public: RUS to ARM supply energy friend @1-4'], orders: ['RUS squeeze energy ARM for pay 2'], then: ['judged p.c1 breached by RUS', 'grievance ARM against RUS until 5'] }],
  ['SU2', { name: 'a squeeze elsewhere is none', given: ['pact p treaty public: RUS to ARM supply energy friend @1-4'], orders: ['RUS squeeze trade ARM for pay 2'], then: [], never: ['judged p'] }],
  ['SU2', { name: 'a supplier that the host has barred is excused', given: ['doors ARM -energy:RUS', 'pact p treaty public: RUS to ARM supply energy friend @1-4'], orders: ['RUS squeeze energy ARM for pay 2'], then: ['judged p.c1 excused by RUS'], never: ['grievance ARM'] }],
  ['SU2', { name: 'kept when its window closes', given: ['pact p treaty public: RUS to ARM supply security market @1-1'], orders: [], then: ['judged p.c1 kept by RUS'] }],
]);

rules('a guarantee', [
  ['AG13', { name: 'who deters keeps it, and goes on owing it', given: [...HOT, 'pact p treaty public: USA to ARM guarantee AZE @1-9'], orders: [ATTACK, 'USA deter ARM'], then: [], never: ['judged p'] }],
  ['AG13', { name: 'an attack by somebody else is none of its business', given: [...HOT, 'pact p treaty public: USA to ARM guarantee TUR @1-9', 'track USA readiness 0'], orders: [ATTACK], then: [], never: ['judged p'] }],
  ['AG13', { name: 'who has no force that could come is excused', given: [...HOT, 'pact p treaty public: USA to ARM guarantee AZE @1-9', 'track USA readiness 0'], orders: [ATTACK], then: ['judged p.c1 excused by USA'], never: ['grievance ARM against USA'] }],
  ['AG13', { name: 'who attacks has no claim', given: [...HOT, 'track ARM readiness 6', 'track ARM capital 9', 'tension gegharkunik 7', 'pact p treaty public: USA to ARM guarantee AZE @1-9', 'track USA readiness 0'], orders: [ATTACK, 'ARM operate AZE gegharkunik sotk-east'], then: ['judged p.c1 excused by USA'] }],
  ['AG13', { name: 'kept when its window closes in peace', given: ['pact p treaty public: USA to ARM guarantee AZE @1-1'], orders: [], then: ['judged p.c1 kept by USA'] }],
]);

test('AG13 a guarantee: who has power to come and does not breaks it', () => {
  let state = seated(bare);
  state = { ...state, board: [...HOT, 'pact p treaty public: USA to ARM guarantee AZE @1-9'].reduce(place, state.board) };
  state = give(bare, state, 'facilitator', { kind: 'start' }).state;
  state = give(bare, state, 'USA', { kind: 'setStanding', standing: { orders: [], honour: false } }).state;
  for (const [power, orders] of Object.entries(setsFrom([ATTACK]))) state = give(bare, state, power, { kind: 'submitOrders', orders }).state;
  state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
  const happened = give(bare, state, 'facilitator', { kind: 'advance' }).events.map(formatEvent);
  expect(happened).toContain('judged p.c1 breached by USA');
  expect(happened).toContain('grievance ARM against USA until 5');
});

rules('recognition', [
  ['AG14', { name: 'given in time', given: ['pact p treaty public: AZE to ARM recognise ARM @1-2'], orders: ['AZE recognise ARM'], then: ['recognised AZE ARM', 'judged p.c1 kept by AZE'] }],
  ['AG14', { name: 'given long ago is given', given: ['pact p treaty public: AZE to ARM recognise ARM @1-2', 'recognised AZE ARM'], orders: [], then: ['judged p.c1 kept by AZE'] }],
  ['AG14', { name: 'a front is recognised by name', given: ['pact p treaty public: ARM+AZE to ARM+AZE recognise tavush @1-1'], orders: ['AZE recognise tavush', 'ARM recognise tavush'], then: ['judged p.c1 kept by ARM+AZE'] }],
  ['AG14', { name: 'there is time until the window closes', given: ['pact p treaty public: AZE to ARM recognise ARM @1-2'], orders: [], then: [], never: ['judged p'] }],
  ['AG14', { name: 'not given by its turn is a breach of who has not', given: ['pact p treaty public: ARM+AZE to ARM+AZE recognise tavush @1-1'], orders: ['ARM recognise tavush'], then: ['judged p.c1 breached by AZE', 'grievance ARM against AZE until 5'], never: ['grievance AZE'] }],
  ['AG14', { name: 'who could never have paid for it is excused', given: ['pact p treaty public: AZE to ARM recognise ARM @1-1', 'track AZE capital 0'], orders: [], then: ['judged p.c1 excused by AZE'] }],
  ['AG14', { name: 'who could have in an earlier turn is not', given: ['pact p treaty public: AZE to ARM recognise ARM @1-1 [able AZE]', 'track AZE capital 0'], orders: [], then: ['judged p.c1 breached by AZE'] }],
  ['AG14', { name: 'a country without a player gives it by itself', given: ['pact p treaty public: EUR to ARM recognise ARM @1-1'], orders: [], then: ['recognised EUR ARM', 'judged p.c1 kept by EUR'] }],
]);

rules('membership', [
  ['AG15', { name: 'to stay is to give no notice', given: ['pact csto treaty public standing: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to RUS member csto joined @1-1'], orders: [], then: ['judged p.c1 kept by ARM'] }],
  ['AG15', { name: 'who has given notice is no longer in', given: ['pact csto treaty public standing leaving ARM 3: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to RUS member csto joined @1-4'], orders: [], then: ['judged p.c1 breached by ARM', 'grievance RUS against ARM until 5'] }],
  ['AG15', { name: 'nor is who has suspended it', given: ['pact csto treaty public standing suspended by ARM: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to RUS member csto joined @1-4'], orders: [], then: ['judged p.c1 breached by ARM'] }],
  ['AG15', { name: 'what another has suspended is no breach of one’s own', given: ['pact csto treaty public standing suspended by RUS: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to RUS member csto joined @1-1'], orders: [], then: ['judged p.c1 excused by ARM'] }],
  ['AG15', { name: 'to have left by a turn', given: ['pact csto treaty public standing withdrawn: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to USA member csto left @1-1'], orders: [], then: ['judged p.c1 kept by ARM'] }],
  ['AG15', { name: 'notice given is enough', given: ['pact csto treaty public standing leaving ARM 3: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to USA member csto left @1-1'], orders: [], then: ['judged p.c1 kept by ARM'] }],
  ['AG15', { name: 'there is time until the window closes', given: ['pact csto treaty public standing: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to USA member csto left @1-2'], orders: [], then: [], never: ['judged p'] }],
  ['AG15', { name: 'to stay all the same is a breach', given: ['pact csto treaty public standing: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to USA member csto left @1-1'], orders: [], then: ['judged p.c1 breached by ARM', 'grievance USA against ARM until 5'] }],
  ['AG15', { name: 'without a last turn it is due a turn after the beginning', given: ['pact csto treaty public standing: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to USA member csto left @1-'], orders: [], then: [], never: ['judged p'] }],
  ['AG15', { name: 'what cannot be left excuses who stays', given: ['pact nato treaty public standing background: USA to TUR guarantee RUS @1-', 'pact p statement public: TUR to RUS member nato left @1-1'], orders: [], then: ['judged p.c1 excused by TUR'] }],
  ['AG15', { name: 'to suspend needs a breach to answer: without one, who does not is excused', given: ['pact csto treaty public standing: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to USA member csto suspended @1-1'], orders: [], then: ['judged p.c1 excused by ARM'] }],
  ['AG15', { name: 'suspended is suspended', given: ['pact csto treaty public standing suspended by ARM: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to USA member csto suspended @1-1'], orders: [], then: ['judged p.c1 kept by ARM'] }],
  ['AG15', { name: 'leaving is not suspending', given: ['pact csto treaty public standing withdrawn leaving ARM 1: RUS to ARM guarantee AZE @1-', 'pact p statement public: ARM to USA member csto suspended @1-2'], orders: [], then: ['judged p.c1 breached by ARM'] }],
]);

rules('disclosure', [
  ['AG16', { name: 'the text is handed over by itself', given: ['pact s statement secret: ARM to IRN pay 1 each @1-9', 'pact p statement secret: ARM to USA disclose s @1-1'], orders: [], then: ['shown s to USA', 'judged p.c1 kept by ARM'] }],
  ['AG16', { name: 'once', given: ['pact s statement secret: ARM to IRN pay 1 each @1-9', 'pact p statement secret: ARM to USA disclose s @1-9 [done ARM]'], orders: [], then: ['judged p.c1 kept by ARM'], never: ['shown'] }],
  ['AG16', { name: 'it is handed over to who has it from a spy too: nothing must tell of the spy', given: ['pact s statement secret shown USA: ARM to IRN pay 1 each @1-9', 'pact p statement secret: ARM to USA disclose s @1-1'], orders: [], then: ['shown s to USA', 'judged p.c1 kept by ARM'] }],
  ['AG16', { name: 'a party to it is not told again', given: ['pact s statement secret: ARM to IRN pay 1 each @1-9', 'pact p statement secret: ARM to IRN disclose s @1-1'], orders: [], then: ['judged p.c1 kept by ARM'], never: ['shown'] }],
  ['AG16', { name: 'what is not there cannot be handed over', given: ['pact p statement secret: ARM to USA disclose s @1-1'], orders: [], then: ['judged p.c1 excused by ARM'], never: ['shown'] }],
]);
