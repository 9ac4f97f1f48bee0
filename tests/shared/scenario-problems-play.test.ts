import { describe, expect, test } from 'vitest';
import { broken, type Draft, dam, type Fault } from '../support/broken-scenario.ts';

const rule = (id: string, when: unknown): Draft => ({ id, text: 'Invented.', when, effects: [], source: 'invented' });
const policy = (d: Draft, ...acts: readonly Draft[]): void => {
  const accepts = { gives: [], takes: [], paysAtMost: 0, wantsAtLeast: 0, refuses: [], when: null, text: 'Nothing.' };
  d.policies.push({ actor: 'ROW', acts, accepts });
};
const offer = (signed: readonly string[]): Draft => ({
  id: 'truce',
  by: 'NOR',
  signed,
  draft: {
    title: 'A truce',
    parties: ['NOR', 'SUD'],
    visibility: 'public',
    form: 'treaty',
    until: null,
    notice: 1,
    clauses: [
      {
        by: ['NOR'],
        to: ['SUD'],
        terms: { kind: 'refrain', order: { verb: 'force', host: 'SUD' } },
        from: 1,
        until: null,
      },
    ],
  },
  expires: 4,
  note: 'Invented.',
  source: 'invented',
});

const FAULTS: readonly Fault[] = [
  [
    'a plan to use force against somebody far away',
    (d) => {
      d.plans.OST[0].order = { verb: 'probe', host: 'NOR', front: 'ridge' };
    },
    'plans.OST[0].order.front',
    'OST could never give this order: only NOR and SUD use force there.',
  ],
  [
    'a plan to mediate one’s own quarrel',
    (d) => {
      d.plans.NOR[0].order = { verb: 'mediate', front: 'ridge' };
    },
    'plans.NOR[0].order.front',
    'NOR could never give this order: who is a party to it cannot mediate there.',
  ],
  [
    'a plan to operate for a prize of another front',
    (d) => {
      d.fronts.push({ ...d.fronts[0], id: 'shore', prizes: [{ ...d.fronts[0].prizes[0], id: 'cove' }] });
      d.plans.SUD[0].order = { verb: 'operate', host: 'NOR', front: 'ridge', prize: 'cove' };
    },
    'plans.SUD[0].order.prize',
    'This changes hands at another front. Use one of: hill.',
  ],
  [
    'a plan to award somebody else’s project',
    (d) => {
      dam(d);
      d.plans.SUD[0].order = { verb: 'award', project: 'dam', sponsor: 'SUD' };
    },
    'plans.SUD[0].order.project',
    'SUD could never give this order: only its host NOR awards it.',
  ],
  [
    'a plan to sponsor without being asked',
    (d) => {
      dam(d);
      d.plans.NOR[0].order = { verb: 'sponsor', project: 'dam' };
    },
    'plans.NOR[0].order.project',
    'NOR could never give this order: NOR is not among its sponsors: SUD, OST.',
  ],
  [
    'a plan for a turn that never comes',
    (d) => {
      d.plans.SUD[0].when = { kind: 'turn', from: 9, to: 12 };
    },
    'plans.SUD[0].when',
    'This holds in no turn of the longest match, so the step is never taken. Widen its turns.',
  ],
  [
    'an order that nobody can pay',
    (d) => {
      d.actions[0].capital = 12;
    },
    'actions[0].capital',
    'No power could ever pay this: it never has more than 9 capital.',
  ],
  [
    'a card that never comes',
    (d) => {
      d.cards[1].weight = 0;
    },
    'cards[1].weight',
    'This card never comes: it has no turn and no weight. Give it one of the two; or set when to null, to leave it to the facilitator.',
  ],
  [
    'a card whose turns never meet',
    (d) => {
      d.cards[1].when = {
        kind: 'all',
        of: [
          { kind: 'turn', from: 1, to: 2 },
          { kind: 'quarter', in: [3] },
        ],
      };
    },
    'cards[1].when',
    'This holds in no turn from 1 to 8, so the card never comes. Widen its turns.',
  ],
  [
    'a card that comes when it may not',
    (d) => {
      d.cards[0].when = { kind: 'turn', from: 5, to: 6 };
    },
    'cards[0].turn',
    'The card comes in turn 2, where its condition never holds. Choose one of: 5, 6.',
  ],
  [
    'a condition above what a number can be',
    (d) => {
      d.cards[1].when = { kind: 'tension', front: 'ridge', atLeast: 11 };
    },
    'cards[1].when.atLeast',
    'It never gets higher than 10, so this never holds.',
  ],
  [
    'a condition with a formula that cannot be read',
    (d) => {
      d.cards[1].when = { kind: 'formula', formula: 'flow(pas)', atLeast: 1 };
    },
    'cards[1].when.formula',
    'There is no route called “pas”. Did you mean “pass”?',
  ],
  [
    'a condition about an order that nobody gives',
    (d) => {
      d.cards[1].when = { kind: 'ordered', power: 'OST', order: { verb: 'setGate', gate: 'north-gate' } };
    },
    'cards[1].when.order.gate',
    'Nobody bound here could ever give this order: this gate belongs to NOR. Name a gate of OST.',
  ],
  [
    'an objective that cannot move',
    (d) => {
      d.objectives.NOR[0].formula = '50 + 10*line(NOR,OST)';
    },
    'objectives.NOR[0].formula',
    'This never moves: no order, clause, card or policy changes what it reads. Add a term that something can change.',
  ],
  [
    'a policy of somebody who is played',
    (d) => {
      policy(d);
      d.policies[0].actor = 'OST';
    },
    'policies[0].actor',
    'Powers are played, and have no policy. Name a non-player.',
  ],
  [
    'a rule that another hides',
    (d) => {
      policy(d, rule('R1', null), rule('R2', null));
    },
    'policies[0].acts[1]',
    'This rule never acts: “R1” before it holds in every turn. Give that one a condition or a rest, or move it to the end.',
  ],
  [
    'a rule for a turn that never comes',
    (d) => {
      policy(d, rule('R1', { kind: 'turn', from: 20, to: 30 }));
    },
    'policies[0].acts[0].when',
    'This holds in no turn of the longest match, so the rule never acts. Widen its turns.',
  ],
  [
    'an election after the end',
    (d) => {
      d.elections = [{ power: 'NOR', turn: 9, title: 'Vote', source: 'invented' }];
    },
    'elections[0].turn',
    'The longest match ends with turn 8.',
  ],
  [
    'an offer that everybody has signed',
    (d) => {
      d.offers = [offer(['NOR', 'SUD'])];
    },
    'offers[0].signed',
    'Everybody has signed this, so it is an agreement. Move it to agreements.',
  ],
  [
    'an offer signed by a stranger',
    (d) => {
      d.offers = [offer(['OST'])];
    },
    'offers[0].signed[0]',
    'Only a party signs. Name one of: NOR, SUD.',
  ],
];

describe('what is played: the loader refuses', () => {
  test.each(FAULTS)('%s', (_name, change, path, message) => {
    expect(broken(change)).toContainEqual({ path, message });
  });
});

test.each([
  ['a project', (d: Draft): void => void dam(d)],
  ['an offer that somebody has signed', (d: Draft): void => void d.offers.push(offer(['NOR']))],
  [
    'a rule without a condition at the end',
    (d: Draft): void => policy(d, rule('R1', { kind: 'turn', from: 1, to: 2 }), rule('R2', null)),
  ],
  ['a card for the facilitator', (d: Draft): void => void Object.assign(d.cards[1], { weight: 0, when: null })],
])('%s is sound', (_name, change) => {
  expect(broken(change)).toEqual([]);
});
