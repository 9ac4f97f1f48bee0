import type { Area } from '../model/area.ts';
import type { Scenario } from '../model/scenario.ts';
import { mustLoad } from './load-scenario.ts';

/** Three invented powers, two of them hosts, and round numbers: the ground on which the rules are tested. */

const actions = [
  ...(['security', 'borders', 'trade', 'energy', 'transit', 'politics'] as const).flatMap((area: Area) => [
    { verb: 'court', area, name: `Court ${area}`, capital: 1, treasury: 5, precedent: 'Invented.' },
    { verb: 'squeeze', area, name: `Squeeze ${area}`, capital: 1, treasury: 0, precedent: 'Invented.' },
    { verb: 'harden', area, name: `Harden ${area}`, capital: 1, treasury: 3, precedent: 'Invented.' },
  ]),
  { verb: 'setGate', area: null, name: 'Set a gate', capital: 0, treasury: 0, precedent: 'Invented.' },
  { verb: 'postGuard', area: null, name: 'Post a guard', capital: 1, treasury: 1, precedent: 'Invented.' },
];

const magnitudes = {
  capital: {
    kept: 3,
    incomeByStability: [
      { under: 25, income: 3 },
      { under: 50, income: 4 },
      { under: 75, income: 5 },
      { under: 101, income: 6 },
    ],
  },
  treasury: { tradePointsPerUnit: 10 },
  court: {
    points: 4,
    welcomePercent: 200,
    barredPercent: 25,
    fadeAt: 60,
    fadeFloorPercent: 25,
    pool: 10,
    fromOneSupplier: 4,
  },
  harden: { points: 3, fadeFrom: 50, fadeTo: 90, politicsStability: 2, politicsBelow: 65 },
  squeeze: {
    minShare: 20,
    credibility: 2,
    stability: 20,
    treasury: 10,
    ownTreasury: 10,
    metPercent: 25,
    givingIn: 3,
    wastePercent: 10,
    wasteBase: 50,
    gapPercent: 150,
    tiredPercent: 50,
  },
  gap: { fall: 6, patronAt: 30, stability: 2, tension: 1 },
  bar: { grievanceAt: 20 },
  overstretch: 1,
  grievanceTurns: 4,
  stability: { crisis: 25, riseBelow: 60, rise: 3, fallAbove: 70, fall: 1, emptyTreasury: 1 },
  credibility: {
    riseBelow: 50,
    rise: 1,
    breachStatement: 6,
    breachTreaty: 12,
    duressPercent: 50,
    withdrawal: 3,
    exposure: 6,
  },
  treaty: { capital: 1 },
  tension: { drift: 1 },
  bands: { capital: [4, 8], treasury: [20, 40], readiness: [3, 7] },
};

/** OST is NOR's patron in energy; everything else is spread evenly. */
const portfolios = {
  NOR: {
    security: { own: 50, OST: 30, SUD: 20 },
    borders: { own: 60, OST: 40 },
    trade: { own: 40, OST: 30, SUD: 20, ROW: 10 },
    energy: { own: 20, OST: 60, SUD: 20 },
    transit: { own: 40, SUD: 40, OST: 20 },
    politics: { own: 80, OST: 20 },
  },
  SUD: {
    security: { own: 70, NOR: 10, ROW: 20 },
    borders: { own: 90, NOR: 10 },
    trade: { own: 50, NOR: 30, ROW: 20 },
    energy: { own: 60, OST: 40 },
    transit: { own: 40, NOR: 60 },
    politics: { own: 80, NOR: 20 },
  },
};

const tracks = {
  capital: 6,
  treasury: 50,
  stability: 60,
  credibility: 50,
  readiness: 5,
  base: 10,
  why: 'Alike for all.',
};
const clause = { status: 'pending', done: [], able: [], evidence: null, breachedBy: [] };
const paper = {
  visibility: 'public',
  status: 'inForce',
  from: 1,
  leaving: {},
  consents: [],
  underDuress: [],
  origin: 'standing',
  source: 'invented',
};

const agreements = [
  {
    ...paper,
    id: 'toll-pact',
    title: 'Toll pact',
    parties: ['NOR', 'OST'],
    form: 'treaty',
    until: null,
    notice: 2,
    clauses: [
      {
        ...clause,
        id: 'c1',
        by: ['NOR'],
        to: ['OST'],
        terms: { kind: 'pay', amount: 2, each: true },
        from: 1,
        until: null,
      },
      {
        ...clause,
        id: 'c2',
        by: ['OST'],
        to: ['NOR'],
        terms: { kind: 'refrain', order: { verb: 'squeeze', host: 'NOR', area: 'trade' } },
        from: 1,
        until: null,
      },
      {
        ...clause,
        id: 'c3',
        by: ['NOR'],
        to: ['OST'],
        terms: { kind: 'welcome', area: 'trade', supplier: 'OST', open: true },
        from: 1,
        until: null,
      },
    ],
  },
  {
    ...paper,
    id: 'good-neighbours',
    title: 'Good neighbours',
    parties: ['NOR', 'SUD'],
    form: 'statement',
    until: 4,
    notice: 1,
    clauses: [
      {
        ...clause,
        id: 'c1',
        by: ['SUD'],
        to: ['NOR'],
        terms: { kind: 'do', order: { verb: 'court', host: 'NOR', area: 'trade' } },
        from: 1,
        until: 2,
      },
      {
        ...clause,
        id: 'c2',
        by: ['NOR'],
        to: ['SUD'],
        terms: { kind: 'gate', gate: 'north-gate', status: 'open' },
        from: 1,
        until: 4,
      },
    ],
  },
];

const routes = [
  {
    id: 'pass',
    name: 'The pass',
    mode: 'road',
    contested: true,
    regime: 'none',
    gates: [
      { id: 'north-gate', name: 'North gate', owner: 'NOR', status: 'open', guard: ['NOR'], lonlat: [10, 50] },
      { id: 'south-gate', name: 'South gate', owner: 'SUD', status: 'closed', guard: ['OST'], lonlat: [10, 49] },
    ],
    profit: { NOR: 4, SUD: 4, OST: 2 },
    regimeCost: { sovereign: { NOR: 2, SUD: 2 }, monitored: { NOR: 4, SUD: 2 }, extraterritorial: { NOR: 10, SUD: 0 } },
    cap: null,
    users: ['ROW'],
    note: 'The only road.',
    source: 'invented',
  },
];

const goal = (id: string, weight: number, formula: string, lo: number, hi: number) => ({
  id,
  title: id,
  weight,
  formula,
  lo,
  hi,
  why: 'Invented.',
  source: 'invented',
});

export const tinyData = {
  id: 'tiny',
  version: '1',
  title: 'Three powers and a pass',
  summary: 'An invented valley with one road.',
  firstYear: 2000,
  firstQuarter: 1,
  lengths: { sprint: 2, short: 4, standard: 8 },
  paces: [
    { id: 'untimed', negotiation: null, orders: null, oneWindow: false },
    { id: 'blitz', negotiation: 60_000, orders: 30_000, oneWindow: false },
    { id: 'live', negotiation: 300_000, orders: 120_000, oneWindow: false },
    { id: 'correspondence', negotiation: 86_400_000, orders: null, oneWindow: true },
  ],
  powers: [
    {
      id: 'NOR',
      name: 'Norland',
      adjective: 'Norlandic',
      capital: 'Norby',
      briefing: 'We live on a road that others close.',
    },
    { id: 'SUD', name: 'Sudland', adjective: 'Sudlandic', capital: 'Sudby', briefing: 'We hold the southern gate.' },
    {
      id: 'OST',
      name: 'Ostland',
      adjective: 'Ostlandic',
      capital: 'Ostby',
      briefing: 'We sell what the valley burns.',
    },
  ],
  others: [{ id: 'ROW', name: 'Rest of the world' }],
  suppliers: ['own', 'NOR', 'SUD', 'OST', 'ROW'],
  magnitudes,
  actions,
  portfolios,
  portfolioNotes: [],
  agreements,
  routes,
  tracks: { NOR: tracks, SUD: tracks, OST: tracks },
  doors: {
    NOR: { welcomes: [{ area: 'trade', supplier: 'OST' }], bar: null },
    SUD: { welcomes: [], bar: { area: 'politics', supplier: 'NOR' } },
  },
  sites: [
    {
      id: 'fort',
      name: 'The fort',
      kind: 'base',
      host: 'NOR',
      operator: 'OST',
      level: 2,
      lonlat: [10, 51],
      note: 'A small base.',
      source: 'invented',
    },
  ],
  fronts: [
    {
      id: 'ridge',
      name: 'The ridge',
      parties: ['NOR', 'SUD'],
      tension: 4,
      lonlat: [11, 50],
      prizes: [{ id: 'hill', name: 'The hill', holder: 'NOR' }],
      note: 'A quiet line.',
      source: 'invented',
    },
  ],
  projects: [],
  measures: [
    {
      id: 'levy',
      name: 'Levy',
      kind: 'sanction',
      by: 'OST',
      against: ['SUD'],
      each: [{ kind: 'track', power: 'SUD', track: 'treasury', by: -1 }],
      courtPercent: 50,
      onLift: [{ kind: 'track', power: 'SUD', track: 'stability', by: 2 }],
      text: 'A levy on goods from Sudland.',
      source: 'invented',
    },
  ],
  grievances: [{ holder: 'NOR', against: 'OST', until: 2, text: 'An old quarrel over the price of coal.' }],
  objectives: {
    NOR: [goal('road', 40, '50*flow(pass)', -10, 100), goal('free', 35, 'own(NOR,energy) + own(NOR,trade)', 30, 100)],
    SUD: [goal('calm', 40, '100 - 10*line(NOR,SUD)', 20, 100), goal('home', 35, 'track(SUD,stability)', 20, 90)],
    OST: [
      goal('weight', 40, 'dep(NOR,OST) + dep(SUD,OST)', 140, 340),
      goal('word', 35, 'track(OST,credibility)', 20, 80),
    ],
  },
  agendas: {
    NOR: [goal('many', 25, 'mvi(NOR)', 20, 80)],
    SUD: [goal('friends', 25, '30*pacts(NOR,SUD) + 10*griev(NOR,SUD)', -10, 60)],
    OST: [goal('fort', 25, '10*site(fort) + 20*runs(fort,OST)', 0, 80)],
  },
  scoring: { base: 40, up: 60, down: 40 },
  cards: [
    {
      id: 'storm',
      title: 'Storm',
      text: 'A storm shuts the northern gate.',
      precedent: 'Invented.',
      source: 'invented',
      changes: 'North gate: closed for one turn.',
      teaching: 'A road is worth as much as its worst gate.',
      turn: 2,
      weight: 0,
      when: null,
      effects: [{ kind: 'gateStatus', gate: 'north-gate', status: 'closed', turns: 1 }],
    },
    {
      id: 'harvest',
      title: 'Harvest',
      text: 'A good harvest in Norland.',
      precedent: 'Invented.',
      source: 'invented',
      changes: 'Norland: treasury +3.',
      teaching: 'Some luck is nobody’s doing.',
      turn: null,
      weight: 1,
      when: { kind: 'quarter', in: [3] },
      effects: [{ kind: 'track', power: 'NOR', track: 'treasury', by: 3 }],
    },
  ],
  plans: {
    NOR: [{ when: null, order: { verb: 'harden', area: 'energy' } }],
    SUD: [{ when: { kind: 'turn', from: 1, to: 2 }, order: { verb: 'court', host: 'NOR', area: 'trade' } }],
    OST: [{ when: null, order: { verb: 'court', host: 'SUD', area: 'energy' } }],
  },
};

export const tiny: Scenario = mustLoad(tinyData);
