import { rules } from '../support/given.ts';

const ARM_RUS = 'statement public: RUS to ARM';

rules('promises', [
  ['AG1', { name: 'a deed that was promised and done is kept, citing the deed', given: ['pact p statement public: USA to ARM do court borders ARM @1-1'], orders: ['USA court borders ARM'], then: ['judged p.c1 kept by USA'] }],
  ['AG1', { name: 'a deed that was promised and not done by its turn is a breach', given: ['pact p statement public: USA to ARM do court borders ARM @1-1'], orders: ['USA court energy ARM'], then: ['judged p.c1 breached by USA', 'track USA credibility 50→44', 'grievance ARM against USA until 5'] }],
  ['AG1', { name: 'there is time until the window closes', given: ['pact p statement public: USA to ARM do court borders ARM @1-2'], orders: [], then: [], never: ['judged p'] }],
  ['AG6', { name: 'who could not have afforded it is excused', given: ['pact p statement public: USA to ARM do court borders ARM @1-1', 'track USA treasury 0'], orders: [], then: ['judged p.c1 excused by USA'], never: ['grievance ARM'] }],
  ['AG2', { name: 'an order against a refrain is a breach', given: [`pact p ${ARM_RUS} refrain squeeze energy ARM @1-3`], orders: ['RUS squeeze energy ARM for pay 2'], then: ['judged p.c1 breached by RUS', 'grievance ARM against RUS until 5'] }],
  ['AG2', { name: 'a like order elsewhere is none', given: [`pact p ${ARM_RUS} refrain squeeze energy ARM @1-3`], orders: ['RUS squeeze trade ARM for pay 2'], then: [], never: ['judged p'] }],
  ['AG2', { name: 'kept when its window closes without one', given: [`pact p ${ARM_RUS} refrain squeeze energy ARM @1-1`], orders: [], then: ['judged p.c1 kept by RUS'] }],
  ['AG3', { name: 'money is paid by itself', given: [`pact p ${ARM_RUS} pay 3 @1-1`], orders: [], then: ['paid RUS ARM 3', 'track RUS treasury 46→43', 'track ARM treasury 24→27', 'judged p.c1 kept by RUS'] }],
  ['AG3', { name: 'spending what was due is a breach', given: ['pact p statement public: ARM to RUS pay 20 @1-1'], orders: ['ARM court energy GEO'], then: ['missed ARM 20', 'judged p.c1 breached by ARM'] }],
  ['AG3', { name: 'having had nothing is not', given: ['pact p statement public: ARM to RUS pay 20 @1-1', 'track ARM treasury 5'], orders: [], then: ['missed ARM 20 for want of money', 'judged p.c1 excused by ARM'], never: ['grievance'] }],
  ['AG3', { name: 'each turn of the window', given: ['pact p statement public: ARM to RUS pay 2 each @1-4'], orders: [], then: ['paid ARM RUS 2'], never: ['judged p'] }],
  ['AG4', { name: 'a promised door must stand open at the end of the turn', given: ['pact p statement public: ARM to USA welcome energy USA @1-1', 'doors ARM none'], orders: ['ARM doors welcome energy USA'], then: ['doors ARM +energy:USA', 'judged p.c1 kept by ARM'] }],
  ['AG4', { name: 'a promised door that is shut is a breach, citing who shut it', given: ['pact p statement public: ARM to USA welcome energy USA @1-4', 'doors ARM +energy:USA'], orders: ['ARM doors unwelcome energy USA'], then: ['judged p.c1 breached by ARM'] }],
  ['AG4', { name: 'a promise to keep somebody out', given: ['pact p statement public: ARM to RUS welcome energy USA not @1-4', 'doors ARM none'], orders: ['ARM doors welcome energy USA'], then: ['judged p.c1 breached by ARM'] }],
  ['AG4', { name: 'a gate at least as open as promised', given: ['pact p statement public: TUR to ARM gate alican restricted @1-1'], orders: ['TUR setGate alican open'], then: ['gate alican closed→open', 'judged p.c1 kept by TUR'] }],
  ['AG4', { name: 'a gate left shut', given: ['pact p statement public: TUR to ARM gate alican restricted @1-1'], orders: [], then: ['judged p.c1 breached by TUR'] }],
  ['AG4', { name: 'a gate promised shut and opened', given: ['pact p statement public: TUR to AZE gate alican closed @1-4'], orders: ['TUR setGate alican open'], then: ['judged p.c1 breached by TUR', 'grievance AZE against TUR until 5'] }],
  ['AG4', { name: 'a guard changes by itself when it was promised', given: ['pact p statement public: RUS to ARM guard margara ARM @1-1'], orders: [], then: ['guard margara RUS→ARM', 'judged p.c1 kept by RUS'] }],
]);

rules('consequences', [
  ['CR2', { name: 'a treaty costs twice what a statement does', given: ['pact p treaty public: RUS to ARM refrain squeeze energy ARM @1-3'], orders: ['RUS squeeze energy ARM for pay 2'], then: ['track RUS credibility 33→21'] }],
  ['CR2', { name: 'half if it was signed in crisis', given: ['pact p treaty public RUS: RUS to ARM refrain squeeze energy ARM @1-3'], orders: ['RUS squeeze energy ARM for pay 2'], then: ['track RUS credibility 33→27'] }],
  ['CR2', { name: 'a secret one costs no word while it is secret, but wrongs its victim', given: ['pact p treaty secret: RUS to ARM refrain squeeze energy ARM @1-3'], orders: ['RUS squeeze energy ARM for pay 2'], then: ['judged p.c1 breached by RUS', 'grievance ARM against RUS until 5'], never: ['track RUS credibility 33'] }],
  ['AG7', { name: 'what depended on the broken clause is void', given: ['pact p statement public: RUS to ARM refrain squeeze energy ARM @1-3; ARM to RUS welcome trade RUS @1-9 after c1'], orders: ['RUS squeeze energy ARM for pay 2', 'ARM doors unwelcome trade RUS'], then: ['judged p.c1 breached by RUS', 'judged p.c2 void'], never: ['judged p.c2 breached'] }],
  ['AG8', { name: 'of two promises that cannot both be kept, the one not kept is broken', given: ['pact p statement public: TUR to AZE gate alican closed @1-4', 'pact q statement public: TUR to ARM gate alican open @1-4'], orders: ['TUR setGate alican open'], then: ['judged p.c1 breached by TUR'], never: ['judged q.c1 breached'] }],
  ['AG5', { name: 'an agreement whose promises are all decided ends', given: [`pact p ${ARM_RUS} pay 3 @1-1`], orders: [], then: ['agreement p ended'] }],
]);

rules('standing', [
  ['AG9', { name: 'the first promise of the match: Russian guards leave Margara', standing: true, orders: [], then: ['guard margara RUS→ARM', 'judged border-guards.c3 kept by RUS'] }],
  ['AG9', { name: 'a breach from before the match costs nothing again', standing: true, orders: [], then: [], never: ['judged third-country-2022.c1'] }],
  ['AG9', { name: 'opening Alican keeps one promise and breaks another', standing: true, orders: ['TUR setGate alican restricted'], then: ['judged baku-first.c1 breached by TUR', 'grievance AZE against TUR until 5', 'judged third-country-2022.c1 pending by TUR'] }],
  ['AG9', { name: 'a gate that events opened does not bring an old breach back to life', standing: true, given: ['held alican restricted'], orders: [], then: [], never: ['judged third-country-2022'] }],
  ['AG9', { name: 'nobody is in breach who does nothing in turn 1', standing: true, orders: [], then: [], never: ['grievance'] }],
]);
