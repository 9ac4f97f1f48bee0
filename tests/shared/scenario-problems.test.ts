import { describe, expect, test } from 'vitest';
import { AGENDA_WEIGHT, OPEN_WEIGHT } from '../../shared/scenarios/check-goals.ts';
import { composeScenario } from '../../shared/scenarios/compose-scenario.ts';
import { loadScenario } from '../../shared/scenarios/load-scenario.ts';
import { nearest } from '../../shared/scenarios/problems.ts';
import { broken, type Fault } from '../support/broken-scenario.ts';

const ROWS: readonly Fault[] = [
  [
    'a row that does not sum to 100',
    (d) => {
      d.portfolios.NOR.energy.own = 10;
    },
    'portfolios.NOR.energy',
    'The shares sum to 90. They must sum to 100: add 10.',
  ],
  [
    'a host among its own suppliers',
    (d) => {
      d.portfolios.NOR.energy.NOR = 0;
    },
    'portfolios.NOR.energy.NOR',
    'A host’s own share is written as “own”, not under its own id.',
  ],
  [
    'a supplier nobody knows',
    (d) => {
      d.portfolios.SUD.trade.NRO = 0;
    },
    'portfolios.SUD.trade.NRO',
    'There is no supplier called “NRO”. Did you mean “NOR”?',
  ],
  [
    'three welcomes',
    (d) => {
      d.doors.NOR.welcomes = ['trade', 'energy', 'transit'].map((area) => ({ area, supplier: 'OST' }));
    },
    'doors.NOR.welcomes',
    'This is too large: at most 2 entries.',
  ],
  [
    'the same gate twice',
    (d) => {
      d.routes[0].gates[1].id = 'north-gate';
    },
    'routes[0].gates[1].id',
    'The gate “north-gate” has its name already at routes[0].gates[0].id. Give one of the two another id.',
  ],
  [
    'a card for a gate that is not there',
    (d) => {
      d.cards[0].effects[0].gate = 'nort-gate';
    },
    'cards[0].effects[0].gate',
    'There is no gate called “nort-gate”. Did you mean “north-gate”?',
  ],
  [
    'an effect of a kind nobody knows',
    (d) => {
      d.cards[1].effects[0].kind = 'trak';
    },
    'cards[1].effects[0].kind',
    '“trak” is not known here. Did you mean “track”?',
  ],
  [
    'a condition about nobody',
    (d) => {
      d.cards[1].when = { kind: 'all', of: [{ kind: 'track', power: 'NIX', track: 'stability', atLeast: 1 }] };
    },
    'cards[1].when.of[0].power',
    'There is no power called “NIX”. Use one of: NOR, SUD, OST.',
  ],
  [
    'a public objective that would tell what is a power’s own',
    (d) => {
      d.objectives.NOR[0].formula = `${d.objectives.NOR[0].formula} + track(SUD,treasury) + track(SUD,readiness)`;
    },
    'objectives.NOR[0].formula',
    'A public objective cannot read readiness, which is a power’s own: the score would tell it. Use force(SUD), the middle of its public band.',
  ],
  [
    'a formula that cannot be read',
    (d) => {
      d.objectives.NOR[0].formula = '50*flow(pass';
    },
    'objectives.NOR[0].formula',
    'The formula cannot be read: cannot read “50*flow(pass”; write terms like 10*flow(route), joined by + or -.',
  ],
  [
    'a formula about a road that is not there',
    (d) => {
      d.objectives.NOR[0].formula = '50*flow(pas)';
    },
    'objectives.NOR[0].formula',
    'There is no route called “pas”. Did you mean “pass”?',
  ],
  [
    'a bad end above the start',
    (d) => {
      d.objectives.NOR[1].lo = 60;
    },
    'objectives.NOR[1].lo',
    'The formula starts at 60, so lo must be under 60; it is 60.',
  ],
  [
    'a good end below the start',
    (d) => {
      d.agendas.OST[0].hi = 10;
    },
    'agendas.OST[0].hi',
    'The formula starts at 40, so hi must be over 40; it is 10.',
  ],
  [
    'weights of public objectives that do not sum to what they should',
    (d) => {
      d.objectives.SUD[0].weight += 10;
    },
    'objectives.SUD',
    `The weights sum to ${OPEN_WEIGHT + 10}. The public objectives of a power sum to ${OPEN_WEIGHT}.`,
  ],
  [
    'an agenda of another weight',
    (d) => {
      d.agendas.SUD[0].weight = 30;
    },
    'agendas.SUD[0].weight',
    `The weight is 30. Every agenda weighs ${AGENDA_WEIGHT}.`,
  ],
  [
    'a promise that the opening breaks',
    (d) => {
      d.agreements[1].clauses[1].terms.status = 'closed';
    },
    'agreements[1].clauses[1].terms',
    'At the start the gate is open, against this clause. Change the clause or the opening, or mark it breached and priced.',
  ],
  [
    'a clause for somebody who is no party',
    (d) => {
      d.agreements[0].clauses[1].to = ['SUD'];
    },
    'agreements[0].clauses[1].to[0]',
    '“SUD” is not a party of this agreement. Add it to parties, or name one of: NOR, OST.',
  ],
  [
    'a plan for somebody else’s gate',
    (d) => {
      d.plans.OST[0].order = { verb: 'setGate', gate: 'north-gate', status: 'open' };
    },
    'plans.OST[0].order.gate',
    'OST could never give this order: this gate belongs to NOR. Name a gate of OST.',
  ],
  [
    'a missing order',
    (d) => {
      d.actions.splice(0, 1);
    },
    'actions',
    'There is no entry for court in security. Add one.',
  ],
  [
    'a misspelt part',
    (d) => {
      d.cards[0].titel = d.cards[0].title;
    },
    'cards[0].titel',
    'Nothing is called “titel” here. “title” is here already. Remove this one.',
  ],
  [
    'a missing part',
    (d) => {
      delete d.powers[0].capital;
    },
    'powers[0].capital',
    'This is missing; a text belongs here.',
  ],
  [
    'a measure by nobody',
    (d) => {
      d.measures[0].by = 'ROW';
    },
    'measures[0].by',
    'There is no power called “ROW”. Use one of: NOR, SUD, OST.',
  ],
  [
    'bands that fall',
    (d) => {
      d.magnitudes.bands.capital = [8, 4];
    },
    'magnitudes.bands.capital',
    'The second number, where high begins, must be above the first, where middling begins.',
  ],
];

describe('the loader refuses', () => {
  test.each(ROWS)('%s', (_name, change, path, message) => {
    expect(broken(change)).toContainEqual({ path, message });
  });

  test('everything at once, not only the first', () => {
    const problems = broken((d) => {
      d.portfolios.NOR.energy.own = 10;
      d.agendas.SUD[0].weight = 30;
    });
    expect(problems.map((one) => one.path)).toEqual(['portfolios.NOR.energy', 'agendas.SUD[0].weight']);
  });

  test('what is no scenario at all', () => {
    expect(loadScenario('nothing')).toEqual({
      ok: false,
      problems: [{ path: '', message: 'This should be an object.' }],
    });
  });

  test('nothing in what is sound', () => {
    expect(broken(() => undefined)).toEqual([]);
  });
});

test.each([
  ['nort-gate', 'north-gate'],
  ['NORTH-GATE', 'north-gate'],
  ['zzzzzzzzz', null],
])('the nearest name to %s is %s', (name, expected) => {
  expect(nearest(name, ['north-gate', 'south-gate'])).toBe(expected);
});

test('a folder becomes one scenario', () => {
  const files = { scenario: { id: 'x' }, cards: [1], assets: { sites: [], routes: [] }, tracks: { A: {} } };
  expect(composeScenario(files)).toEqual({ id: 'x', cards: [1], sites: [], routes: [], tracks: { A: {} } });
});
