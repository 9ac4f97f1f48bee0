import { describe, expect, test } from 'vitest';
import { broken, type Draft, dam, type Fault } from '../support/broken-scenario.ts';

const when = (d: Draft, condition: unknown): void => {
  d.cards[1].when = condition;
};
const order = (d: Draft, power: string, one: unknown): void => {
  d.plans[power][0].order = one;
};
const stability = { kind: 'track', power: 'NOR', track: 'stability' };

const FAULTS: readonly Fault[] = [
  [
    'a card that asks for much and for little of one thing',
    (d) =>
      when(d, {
        kind: 'all',
        of: [
          { ...stability, atLeast: 60 },
          { ...stability, atMost: 40 },
        ],
      }),
    'cards[1].when.of[1]',
    'This and cards[1].when.of[0] never hold together, so the whole never holds. Change or remove one of the two.',
  ],
  [
    'a card that asks for something and its contrary, one within another',
    (d) => {
      const levy = { kind: 'stands', measure: 'levy' };
      when(d, { kind: 'all', of: [levy, { kind: 'all', of: [{ kind: 'secretDeal' }, { kind: 'not', of: levy }] }] });
    },
    'cards[1].when.of[1]',
    'This and cards[1].when.of[0] never hold together, so the whole never holds. Change or remove one of the two.',
  ],
  [
    'a card that asks for a gate in two states',
    (d) => {
      const gate = { kind: 'gate', gate: 'north-gate', status: 'open' };
      when(d, { kind: 'all', of: [gate, { ...gate, status: 'closed' }] });
    },
    'cards[1].when.of[1]',
    'This and cards[1].when.of[0] never hold together, so the whole never holds. Change or remove one of the two.',
  ],
  [
    'a card that waits for the end of what nobody can leave',
    (d) => {
      d.agreements[0].background = true;
      when(d, { kind: 'not', of: { kind: 'inForce', agreement: d.agreements[0].id } });
    },
    'cards[1].when',
    'This holds in no turn from 1 to 8, so the card never comes. Nothing that happens in a match can make it true: change or remove it.',
  ],
  [
    'a card with a formula that never moves',
    (d) => when(d, { kind: 'formula', formula: '5', atLeast: 6 }),
    'cards[1].when',
    'This holds in no turn from 1 to 8, so the card never comes. Nothing that happens in a match can make it true: change or remove it.',
  ],
  [
    'a card that answers what nobody sees',
    (d) => when(d, { kind: 'ordered', power: 'OST', order: { verb: 'spy' } }),
    'cards[1].when.order.verb',
    'Nobody sees covert orders, so this never holds. Name another verb.',
  ],
  [
    'an objective whose terms cancel out',
    (d) => {
      d.objectives.NOR[0].formula = '50 + track(NOR,stability) - track(NOR,stability)';
    },
    'objectives.NOR[0].formula',
    'This never moves: no order, clause, card or policy changes what it reads. Add a term that something can change.',
  ],
  [
    'an effect of nothing',
    (d) => {
      d.cards[1].effects = [{ kind: 'track', power: 'NOR', track: 'stability', by: 0 }];
    },
    'cards[1].effects[0].by',
    'This changes nothing. Write another number, or remove the effect.',
  ],
  [
    'a plan to sanction who does nothing',
    (d) => order(d, 'NOR', { verb: 'sanction', host: 'ROW' }),
    'plans.NOR[0].order.host',
    'NOR could never give this order: ROW does not act, so nobody sanctions it. Name another.',
  ],
  [
    'a plan to recognise oneself',
    (d) => order(d, 'NOR', { verb: 'recognise', what: 'NOR' }),
    'plans.NOR[0].order.what',
    'NOR could never give this order: nobody recognises itself. Name another country or a front.',
  ],
  [
    'a plan to recognise nobody',
    (d) => order(d, 'NOR', { verb: 'recognise', what: 'ROW' }),
    'plans.NOR[0].order.what',
    'NOR could never give this order: ROW has no portfolio, so it is nobody’s to recognise. Name a host or a front.',
  ],
  [
    'a plan to harden what one has not',
    (d) => order(d, 'OST', { verb: 'harden', area: 'trade' }),
    'plans.OST[0].order.verb',
    'OST could never give this order: OST has no portfolio to harden.',
  ],
  [
    'a plan to sabotage at home',
    (d) => {
      dam(d);
      order(d, 'NOR', { verb: 'sabotage', host: 'SUD', project: 'dam' });
    },
    'plans.NOR[0].order.project',
    'NOR could never give this order: nobody sabotages what is built at home. Name a project of another host.',
  ],
  [
    'a plan to sabotage a project elsewhere than it is',
    (d) => {
      dam(d);
      order(d, 'OST', { verb: 'sabotage', host: 'SUD', project: 'dam' });
    },
    'plans.OST[0].order.host',
    'OST could never give this order: this project is built in NOR. Write NOR.',
  ],
  [
    'a plan to block a gate of somebody else',
    (d) => order(d, 'OST', { verb: 'blockade', host: 'SUD', gate: 'north-gate' }),
    'plans.OST[0].order.host',
    'OST could never give this order: this gate belongs to NOR. Write NOR.',
  ],
  [
    'a plan to lift what another imposed',
    (d) => order(d, 'NOR', { verb: 'lift', measure: 'levy' }),
    'plans.NOR[0].order.measure',
    'NOR could never give this order: only OST can lift levy. Name a measure of NOR.',
  ],
  [
    'a plan to denounce what is public',
    (d) => order(d, 'NOR', { verb: 'denounce', agreement: 'toll-pact', clause: 'c1' }),
    'plans.NOR[0].order.agreement',
    'Only what is secret is denounced, and this is public. Name a secret agreement.',
  ],
  [
    'a plan for doors without doors',
    (d) => {
      d.plans.OST[0].doors = { kind: 'unbar' };
    },
    'plans.OST[0].doors',
    'OST is no host and has no doors, so it could never do this. Remove it.',
  ],
  [
    'a long match that is shorter than a short one',
    (d) => {
      d.lengths.short = 9;
    },
    'lengths.standard',
    'A standard match is no shorter than a short one: at least 9.',
  ],
  [
    'a part of another name, deep in a union',
    (d) => {
      d.cards[1].effects[0].kind = 'tension';
      d.cards[1].effects = [{ kind: 'tension', fornt: 'ridge', by: 1 }];
    },
    'cards[1].effects[0].fornt',
    'Nothing is called “fornt” here. Did you mean “front”? Or remove it.',
  ],
  [
    'the beginning of a name',
    (d) => {
      d.cards[1].effects = [{ kind: 'gateStatus', gate: 'north', status: 'open' }];
    },
    'cards[1].effects[0].gate',
    'There is no gate called “north”. Did you mean “north-gate”?',
  ],
  [
    'a number for a text',
    (d) => {
      d.title = 40;
    },
    'title',
    'This should be a text: write "40", with quotation marks.',
  ],
];

describe('what can never be: the loader refuses', () => {
  test.each(FAULTS)('%s', (_name, change, path, message) => {
    expect(broken(change)).toContainEqual({ path, message });
  });
});

test.each([
  [
    'two bounds that leave something',
    [
      { ...stability, atLeast: 40 },
      { ...stability, atMost: 40 },
    ],
  ],
  [
    'two things that may hold at once',
    [
      { kind: 'stands', measure: 'levy' },
      { kind: 'not', of: { kind: 'secretDeal' } },
    ],
  ],
  [
    'either of two that exclude each other',
    [
      {
        kind: 'any',
        of: [
          { ...stability, atLeast: 60 },
          { ...stability, atMost: 40 },
        ],
      },
    ],
  ],
])('no fault: %s', (_name, of) => {
  expect(broken((d) => when(d, { kind: 'all', of }))).toEqual([]);
});

test('a plan under a wrong name is one fault, not one for each step', () => {
  const faults = broken((d) => {
    d.plans.NRO = d.plans.NOR;
  });
  expect(faults).toEqual([{ path: 'plans.NRO', message: 'There is no power called “NRO”. Did you mean “NOR”?' }]);
});

test('an unknown party of a clause is one fault', () => {
  const faults = broken((d) => {
    d.agreements[0].clauses[0].by[0] = 'NRO';
  });
  expect(faults.filter(({ path }) => path === 'agreements[0].clauses[0].by[0]')).toHaveLength(1);
});
