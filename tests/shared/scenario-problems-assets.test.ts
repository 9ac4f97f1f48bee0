import { describe, expect, test } from 'vitest';
import { broken, type Draft, dam, type Fault } from '../support/broken-scenario.ts';

const promise = (d: Draft, terms: unknown): void => {
  d.agreements[0].clauses[1].terms = terms;
};

const FAULTS: readonly Fault[] = [
  [
    'a prize held by a stranger',
    (d) => {
      d.fronts[0].prizes[0].holder = 'OST';
    },
    'fronts[0].prizes[0].holder',
    'A prize is held by a party to its front: NOR or SUD.',
  ],
  [
    'a front by a road that is not there',
    (d) => {
      d.fronts[0].routes = ['passs'];
    },
    'fronts[0].routes[0]',
    'There is no route called “passs”. Did you mean “pass”?',
  ],
  [
    'a site of a kind nobody knows',
    (d) => {
      d.sites[0].kind = 'bases';
    },
    'sites[0].kind',
    '“bases” is not allowed here. Did you mean “base”?',
  ],
  [
    'a stage that falls back',
    (d) => {
      dam(d).stages[1].upTo = 3;
    },
    'projects[0].stages[1].upTo',
    'Stages climb: this must be over 4, where the stage before ends.',
  ],
  [
    'a last stage that is not the goal',
    (d) => {
      dam(d).goal = 12;
    },
    'projects[0].stages[1].upTo',
    'The last stage ends at the goal, 12.',
  ],
  [
    'a project that is done before it begins',
    (d) => {
      dam(d).progress.OST = 10;
    },
    'projects[0].goal',
    'The sponsors have 10 together already. The goal must be higher.',
  ],
  [
    'progress of somebody who may not sponsor',
    (d) => {
      dam(d).progress.ROW = 1;
    },
    'projects[0].progress.ROW',
    'ROW is not among its sponsors. Add it there, or remove this.',
  ],
  [
    'a stage that waits for a gate the host does not own',
    (d) => {
      dam(d).host = 'OST';
      d.projects[0].stages[1].needs = { kind: 'gate', route: 'pass' };
    },
    'projects[0].stages[1].needs.route',
    'The host OST owns no gate there, so it could never promise one.',
  ],
  [
    'a winner’s effect on nothing',
    (d) => {
      dam(d).onWon[0].host = 'NIX';
    },
    'projects[0].onWon[0].host',
    'There is no host with a portfolio called “NIX”. Use one of: NOR, SUD.',
  ],
  [
    'a winner at its own home',
    (d) => {
      dam(d).sponsors.push('NOR');
    },
    'projects[0].onWon[0].supplier',
    'A host’s own share is written as “own”.',
  ],
  [
    'a winner’s effect of no sense',
    (d) => {
      dam(d).onWon[0].by = 'ten';
    },
    'projects[0].onWon[0].by',
    'This should be a number, not the text “ten”.',
  ],
  [
    'a promise to give an order that nobody bound could give',
    (d) => {
      promise(d, { kind: 'refrain', order: { verb: 'lift', measure: 'levy' } });
      d.measures[0].by = 'SUD';
    },
    'agreements[0].clauses[1].terms.order.measure',
    'Nobody bound here could ever give this order: only SUD can lift levy. Name a measure of OST.',
  ],
  [
    'a promise about force where the two never meet',
    (d) => {
      promise(d, { kind: 'refrain', order: { verb: 'operate', host: 'NOR' } });
    },
    'agreements[0].clauses[1].terms.order.host',
    'Nobody bound here could ever give this order: OST and NOR share no front where it could be given.',
  ],
  [
    'a pattern with a field of another order',
    (d) => {
      promise(d, { kind: 'refrain', order: { verb: 'court', front: 'ridge' } });
    },
    'agreements[0].clauses[1].terms.order.front',
    'court has no front. Remove it.',
  ],
  [
    'a promise to host where one is not the host',
    (d) => {
      promise(d, { kind: 'host', site: 'fort', operator: 'OST', hosted: true });
    },
    'agreements[0].clauses[1].terms.site',
    'This site lies in NOR, so only NOR can be bound to it.',
  ],
  [
    'a promise to host at a place that is not there',
    (d) => {
      promise(d, { kind: 'host', site: 'fortt', operator: 'OST', hosted: true });
    },
    'agreements[0].clauses[1].terms.site',
    'There is no site or kind of site called “fortt”. Did you mean “fort”?',
  ],
  [
    'a promise to recognise nothing',
    (d) => {
      promise(d, { kind: 'recognise', what: 'rigde' });
    },
    'agreements[0].clauses[1].terms.what',
    'There is no country or front called “rigde”. Did you mean “ridge”?',
  ],
  [
    'a promise to be in an institution that is not there',
    (d) => {
      promise(d, { kind: 'member', institution: 'toll-pakt', standing: 'joined' });
    },
    'agreements[0].clauses[1].terms.institution',
    'There is no agreement or offer called “toll-pakt”. Did you mean “toll-pact”?',
  ],
  [
    'a standing that the opening denies',
    (d) => {
      promise(d, { kind: 'member', institution: 'good-neighbours', standing: 'suspended' });
    },
    'agreements[0].clauses[1].terms',
    'At the start the standing there is “joined”, against this clause. Change the clause or the opening, or mark it breached and priced.',
  ],
];

describe('what lies on the map and in agreements: the loader refuses', () => {
  test.each(FAULTS)('%s', (_name, change, path, message) => {
    expect(broken(change)).toContainEqual({ path, message });
  });
});
