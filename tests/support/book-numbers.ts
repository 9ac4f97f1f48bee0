import type { Area } from '../../shared/model/area.ts';
import type { RouteDefinition } from '../../shared/model/asset.ts';
import type { Magnitudes } from '../../shared/model/magnitudes.ts';
import type { Verb } from '../../shared/model/order.ts';
import type { MeasureDefinition, Scenario } from '../../shared/model/scenario.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';

/*
 * A row says what a rule does at the numbers with which the rulebook was written. Those of the scenario are tuned by
 * the balance lab and may change any day, without a rule having changed: so rows have numbers of their own.
 */

const MAGNITUDES: Magnitudes = {
  capital: {
    kept: 3,
    incomeByStability: [
      { under: 45, income: 4 },
      { under: 70, income: 5 },
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
    stability: 17,
    treasury: 15,
    ownTreasury: 8,
    metPercent: 25,
    givingIn: 3,
    wastePercent: 10,
    wasteBase: 60,
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
  supply: { area: 'energy', rates: [0, 3, 5, 7] },
  site: { promisedUpTo: 1, hardenLowers: 1 },
  mediate: { minTension: 5, points: 1, credibility: 1 },
  monitor: { credibility: 4, odds: 10 },
  recognise: { tension: 1, stability: 3 },
  sanction: { treasury: 2, courtPercent: 50, ownTreasury: 1 },
  denounce: { credibility: 3 },
  project: { points: 3, awardedPoints: 4 },
  covert: {
    exposed: { spy: 20, destabilise: 35, coup: 50, sabotage: 40, blockade: 30 },
    credibility: 6,
    finds: 50,
    destabilise: 30,
    metPercent: 25,
    sabotage: 4,
    blockadeTurns: 1,
    coup: {
      stabilityUnder: 30,
      share: 25,
      base: 40,
      perPoint: 2,
      gains: [
        { area: 'politics', points: 15 },
        { area: 'security', points: 5 },
      ],
    },
  },
  force: {
    mobilise: 2,
    mobiliseTension: 1,
    standDownTension: 1,
    probeTension: 2,
    probeCredibility: 2,
    operateTension: 6,
    base: 50,
    perPoint: 12,
    min: 5,
    max: 95,
    cover: 2,
    deter: 3,
    guarantee: 3,
    gap: 3,
    crisis: 2,
    credibility: 12,
    ownStability: 2,
    tension: 2,
    spill: 1,
    hostStability: 4,
    lossStability: 12,
    failStability: 8,
    readinessLost: 3,
    hostReadinessLost: 2,
    closedTurns: 2,
    treasury: 2,
    neighbourTreasury: 1,
  },
  government: {
    returnsTo: 40,
    coupTo: 45,
    score: 15,
    publishPercent: 50,
    electionWeak: 35,
    electionStrong: 50,
    electionBonus: 6,
    electionMalus: 6,
  },
  war: { turns: 2, two: 9, score: 10 },
  absence: { misses: 2 },
  tension: { drift: 1, riseByChance: 13, fallByChance: 5 },
  bands: { capital: [4, 7], treasury: [15, 40], readiness: [3, 6] },
};

const COSTS: readonly (readonly [verb: Verb, area: Area | null, capital: number, treasury: number])[] = [
  ['court', 'security', 1, 5],
  ['court', 'borders', 1, 5],
  ['court', 'trade', 1, 5],
  ['court', 'energy', 1, 5],
  ['court', 'transit', 1, 5],
  ['court', 'politics', 1, 5],
  ['squeeze', 'security', 1, 0],
  ['squeeze', 'borders', 1, 0],
  ['squeeze', 'trade', 1, 0],
  ['squeeze', 'energy', 1, 0],
  ['squeeze', 'transit', 1, 0],
  ['squeeze', 'politics', 1, 0],
  ['harden', 'security', 1, 3],
  ['harden', 'borders', 1, 3],
  ['harden', 'trade', 1, 3],
  ['harden', 'energy', 1, 3],
  ['harden', 'transit', 1, 3],
  ['harden', 'politics', 1, 3],
  ['setGate', null, 0, 0],
  ['postGuard', null, 1, 1],
  ['mediate', null, 2, 1],
  ['monitor', null, 1, 1],
  ['recognise', null, 1, 0],
  ['sanction', null, 1, 0],
  ['lift', null, 1, 0],
  ['denounce', null, 1, 0],
  ['sponsor', null, 1, 5],
  ['award', null, 1, 0],
  ['spy', null, 1, 1],
  ['destabilise', null, 2, 3],
  ['coup', null, 3, 6],
  ['sabotage', null, 2, 2],
  ['blockade', null, 2, 1],
  ['mobilise', null, 1, 4],
  ['standDown', null, 0, 0],
  ['deter', null, 1, 2],
  ['probe', null, 1, 1],
  ['operate', null, 4, 6],
];

const REGIME_COSTS: { readonly [route: string]: RouteDefinition['regimeCost'] } = {
  'gyumri-kars': {
    sovereign: { ARM: 2, TUR: 2 },
    monitored: { ARM: 4, TUR: 4 },
    extraterritorial: { ARM: 12, TUR: 12 },
  },
  'margara-road': {
    sovereign: { ARM: 2, TUR: 2 },
    monitored: { ARM: 4, TUR: 4 },
    extraterritorial: { ARM: 12, TUR: 12 },
  },
  'syunik-route': {
    sovereign: { ARM: 6, AZE: 6 },
    monitored: { ARM: 10, AZE: 3 },
    extraterritorial: { ARM: 24, AZE: 0 },
  },
  'yeraskh-rail': {
    sovereign: { ARM: 2, AZE: 2 },
    monitored: { ARM: 4, AZE: 4 },
    extraterritorial: { ARM: 12, AZE: 12 },
  },
  'ijevan-gazakh': {
    sovereign: { ARM: 2, AZE: 2 },
    monitored: { ARM: 4, AZE: 4 },
    extraterritorial: { ARM: 12, AZE: 12 },
  },
  'lachin-road': {
    sovereign: { ARM: 2, AZE: 2 },
    monitored: { ARM: 4, AZE: 4 },
    extraterritorial: { ARM: 12, AZE: 12 },
  },
};

const MEASURES: { readonly [id: string]: Partial<Pick<MeasureDefinition, 'each' | 'courtPercent' | 'courtCap'>> } = {
  'us-iran-pressure': { each: [{ kind: 'track', power: 'IRN', track: 'treasury', by: -2 }] },
  'us-russia-sanctions': { each: [{ kind: 'track', power: 'RUS', track: 'treasury', by: -2 }] },
  'section-907': { courtCap: { area: 'security', share: 3 } },
  caatsa: { courtCap: { area: 'security', share: 22 } },
  'us-georgia': { courtPercent: 25 },
  'azal-crash': { courtPercent: 50 },
  detainees: { each: [{ kind: 'track', power: 'ARM', track: 'stability', by: -1 }] },
};

/** *Charter, January 2025* at the rulebook’s numbers. */
export const book: Scenario = {
  ...charter2025,
  magnitudes: MAGNITUDES,
  scoring: { base: 40, up: 60, down: 40 },
  actions: charter2025.actions.map((one) => {
    const row = COSTS.find(([verb, area]) => verb === one.verb && area === one.area);
    if (row === undefined) throw new Error(`no cost of ${one.verb} ${one.area}`);
    return { ...one, capital: row[2], treasury: row[3] };
  }),
  routes: charter2025.routes.map((one) => ({ ...one, regimeCost: REGIME_COSTS[one.id] ?? {} })),
  measures: charter2025.measures.map((one) => ({
    ...one,
    each: [],
    courtPercent: null,
    courtCap: null,
    ...MEASURES[one.id],
  })),
};
