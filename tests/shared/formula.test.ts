import { describe, expect, test } from 'vitest';
import { holds } from '../../shared/catalogue/conditions.ts';
import { evaluate, parseFormula, readFormula } from '../../shared/catalogue/formula.ts';
import { openingBoard } from '../../shared/catalogue/opening-board.ts';
import type { Agreement } from '../../shared/model/agreement.ts';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { Condition } from '../../shared/model/effect.ts';
import type { Board } from '../../shared/model/state.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { PUBLISHED_GOALS } from '../support/published-goals.ts';

const start = openingBoard(tiny);
const worth = (formula: string, board: Board = start): number => evaluate(parseFormula(formula), tiny, board);
const pact = (terms: ClauseTerms, change: Partial<Agreement> = {}): Board => {
  const agreement: Agreement = {
    id: 'pact#1',
    title: 'Pact',
    parties: ['NOR', 'SUD'],
    visibility: 'public',
    form: 'statement',
    status: 'inForce',
    from: 1,
    until: null,
    notice: 1,
    leaving: {},
    consents: [],
    shownTo: [],
    underDuress: [],
    origin: 'negotiated',
    clauses: [
      {
        id: 'c1',
        by: ['SUD'],
        to: ['NOR'],
        terms,
        from: 1,
        until: null,
        status: 'pending',
        done: [],
        able: [],
        evidence: null,
        breachedBy: [],
      },
    ],
    ...change,
  };
  return { ...start, agreements: { ...start.agreements, 'pact#1': agreement } };
};
/** SUD is a party to the pact of tolls, which stands so. */
const inside = (board: Board, status: 'inForce' | 'suspended'): Board => {
  const tolls = board.agreements['toll-pact'];
  if (tolls === undefined) throw new Error('there is no such pact');
  const parties = [...tolls.parties, 'SUD'];
  return { ...board, agreements: { ...board.agreements, 'toll-pact': { ...tolls, parties, status } } };
};
const open: Board = {
  ...start,
  routes: { pass: { regime: 'sovereign' } },
  gates: { ...start.gates, 'south-gate': { status: 'open', guard: ['OST', 'NOR'], held: null } },
};

const VALUES: readonly (readonly [formula: string, value: number, board?: Board])[] = [
  ['share(NOR,energy,OST)', 60],
  ['share(NOR,politics,SUD)', 0],
  ['own(SUD,borders)', 90],
  // security 62, borders 48, trade 70, energy 56, transit 64, politics 32
  ['mvi(NOR)', 55],
  ['dep(NOR,OST)', 200],
  ['track(OST,treasury)', 50],
  ['flow(pass)', 0],
  ['flow(pass)', 2, open],
  ['flow(pass)', 0, { ...open, routes: { pass: { regime: 'none' } } }],
  ['guard(pass,south-gate,OST)', 1],
  ['guard(pass,south-gate,NOR)', 0],
  ['guard(pass,south-gate,NOR)', 1, open],
  ['guarded(pass,OST)', 1, open],
  ['guarded(pass,NOR)', 2, open],
  ['guarded(pass,OST)', 0],
  ['regime(pass,sovereign)', 1, open],
  ['tension(ridge)', 4],
  ['line(SUD,NOR)', 4],
  ['line(SUD,OST)', 0],
  ['site(fort)', 2],
  ['runs(fort,OST)', 1],
  ['inforce(toll-pact)', 1],
  ['inforce(no-such-pact)', 0],
  ['ended(toll-pact)', 0],
  ['party(toll-pact,OST)', 1],
  ['party(toll-pact,SUD)', 0],
  ['prom(pay,NOR,OST)', 1],
  ['prom(pay,OST,NOR)', 0],
  ['prom(gate,NOR,SUD,pass)', 1],
  ['prom(gate,NOR,SUD,trade)', 0],
  ['prom(refrain,OST,NOR,trade)', 1],
  ['shield(NOR)', 50],
  ['shield(NOR)', 75, pact({ kind: 'guarantee', against: ['OST'] })],
  ['member(SUD,toll-pact)', 0],
  [
    'member(SUD,toll-pact)',
    1,
    inside(pact({ kind: 'member', institution: 'toll-pact', standing: 'joined' }), 'inForce'),
  ],
  [
    'member(SUD,toll-pact)',
    0,
    inside(pact({ kind: 'member', institution: 'toll-pact', standing: 'joined' }), 'suspended'),
  ],
  ['member(SUD,toll-pact)', 0, pact({ kind: 'member', institution: 'toll-pact', standing: 'joined' })],
  ['member(SUD,toll-pact)', 0, pact({ kind: 'member', institution: 'toll-pact', standing: 'suspended' })],
  ['lifted(levy)', 0],
  ['lifted(levy)', 1, { ...start, measures: { levy: 'lifted' } }],
  ['pacts(NOR,SUD)', 0],
  ['pacts(NOR,SUD)', 1, pact({ kind: 'pay', amount: 1, each: true })],
  ['pacts(SUD,OST)', 0, pact({ kind: 'pay', amount: 1, each: true })],
  ['griev(NOR,OST)', 1],
  ['griev(OST,NOR)', 0],
  ['griev(NOR,OST)', 0, { ...start, turn: 3 }],
  ['holds(hill,NOR)', 1],
  ['100', 100],
  ['-10*tension(ridge) + 2*site(fort) - 3', -39],
  ['7-2*site( fort )', 3],
];

describe('each function on the tiny opening', () => {
  test.each(VALUES.map(([formula, value, board]) => [formula, value, board ?? start] as const))(
    '%s is %i',
    (formula, value, board) => {
      expect(worth(formula, board)).toBe(value);
    },
  );

  test('what is secret moves nothing that everybody can see', () => {
    expect(worth('pacts(NOR,SUD)', pact({ kind: 'pay', amount: 1, each: true }, { visibility: 'secret' }))).toBe(0);
    expect(worth('prom(pay,SUD,NOR)', pact({ kind: 'pay', amount: 1, each: true }, { visibility: 'secret' }))).toBe(0);
    const hidden = start.grievances.map((one) => ({ ...one, open: false }));
    expect(worth('griev(NOR,OST)', { ...start, grievances: hidden })).toBe(0);
  });
});

test.each([
  ['', 'cannot read'],
  ['flow(pass) flow(pass)', 'a + or - is missing before “flow(pass)”'],
  ['flaw(pass)', 'there is no function “flaw”'],
  ['flow()', 'flow wants (route)'],
  ['share(NOR,energy)', 'share wants (host, area, supplier)'],
  ['2*', 'cannot read “2*”'],
  ['1.5*flow(pass)', 'cannot read'],
])('“%s” is not a formula: %s', (formula, message) => {
  const reading = readFormula(formula);
  expect(reading.ok ? 'read' : reading.message).toContain(message);
  expect(() => parseFormula(formula)).toThrow(message);
});

describe('Charter 2025 starts where it was published to start', () => {
  const board = openingBoard(charter2025);
  test('there were 36 objectives and 18 agendas, and there are', () => {
    const goals = [...Object.entries(charter2025.objectives), ...Object.entries(charter2025.agendas)];
    const names = goals.flatMap(([power, own]) => own.map(({ id }) => `${power}/${id}`));
    expect(names).toHaveLength(54);
    expect(names.sort()).toEqual(PUBLISHED_GOALS.map(([goal]) => goal).sort());
  });

  test.each(PUBLISHED_GOALS)('%s: %s is %i', (_goal, formula, value) => {
    expect(evaluate(parseFormula(formula), charter2025, board)).toBe(value);
  });
});

const secret = pact({ kind: 'pay', amount: 1, each: true }, { visibility: 'secret' });

const CONDITIONS: readonly (readonly [name: string, condition: Condition, value: boolean, board?: Board])[] = [
  [
    'all',
    {
      kind: 'all',
      of: [
        { kind: 'turn', from: 1, to: 1 },
        { kind: 'stands', measure: 'levy' },
      ],
    },
    true,
  ],
  [
    'all, one not',
    {
      kind: 'all',
      of: [
        { kind: 'turn', from: 2, to: 3 },
        { kind: 'stands', measure: 'levy' },
      ],
    },
    false,
  ],
  [
    'any',
    {
      kind: 'any',
      of: [
        { kind: 'turn', from: 2, to: 3 },
        { kind: 'stands', measure: 'levy' },
      ],
    },
    true,
  ],
  ['not', { kind: 'not', of: { kind: 'stands', measure: 'levy' } }, false],
  ['the first quarter', { kind: 'quarter', in: [1] }, true],
  ['the third quarter in turn 7', { kind: 'quarter', in: [3] }, true, { ...start, turn: 7 }],
  ['a track at least', { kind: 'track', power: 'NOR', track: 'stability', atLeast: 60 }, true],
  ['a track at most', { kind: 'track', power: 'NOR', track: 'stability', atMost: 59 }, false],
  ['a track of nobody', { kind: 'track', power: 'NIX', track: 'stability' }, false],
  ['a share between', { kind: 'share', host: 'NOR', area: 'energy', supplier: 'OST', atLeast: 50, atMost: 70 }, true],
  ['a share of nothing', { kind: 'share', host: 'NOR', area: 'politics', supplier: 'SUD', atMost: 0 }, true],
  ['tension', { kind: 'tension', front: 'ridge', atLeast: 5 }, false],
  ['flow', { kind: 'flow', route: 'pass', atMost: 0 }, true],
  ['flow when open', { kind: 'flow', route: 'pass', atLeast: 2 }, true, open],
  ['flow of no route', { kind: 'flow', route: 'nowhere' }, false],
  ['a gate', { kind: 'gate', gate: 'south-gate', status: 'closed' }, true],
  ['a regime', { kind: 'regime', route: 'pass', regime: 'none' }, true],
  ['an agreement in force', { kind: 'inForce', agreement: 'toll-pact' }, true],
  ['an agreement that is not there', { kind: 'inForce', agreement: 'nowhere' }, false],
  ['a welcome', { kind: 'welcome', host: 'NOR', area: 'trade', supplier: 'OST' }, true],
  ['no welcome', { kind: 'welcome', host: 'SUD', area: 'trade', supplier: 'OST' }, false],
  ['a measure', { kind: 'stands', measure: 'levy' }, false, { ...start, measures: { levy: 'lifted' } }],
  ['no secret deal', { kind: 'secretDeal' }, false],
  ['a secret deal', { kind: 'secretDeal' }, true, secret],
];

test.each(CONDITIONS.map(([name, condition, value, board]) => [name, condition, value, board ?? start] as const))(
  'condition: %s',
  (_name, condition, value, board) => {
    expect(holds(condition, tiny, board)).toBe(value);
  },
);
