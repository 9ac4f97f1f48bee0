import type { Area } from './area.ts';

/** Magnitudes of the rules; tuned in the lab, never in code. Points are whole unless said. */
export type Magnitudes = {
  readonly capital: {
    readonly kept: number;
    readonly incomeByStability: readonly { readonly under: number; readonly income: number }[];
  };
  readonly treasury: { readonly tradePointsPerUnit: number };
  readonly court: {
    readonly points: number;
    readonly welcomePercent: number;
    readonly barredPercent: number;
    readonly fadeAt: number;
    readonly fadeFloorPercent: number;
    readonly pool: number;
    readonly fromOneSupplier: number;
  };
  readonly harden: {
    readonly points: number;
    readonly fadeFrom: number;
    readonly fadeTo: number;
    readonly politicsStability: number;
    readonly politicsBelow: number;
  };
  readonly squeeze: {
    readonly minShare: number;
    readonly credibility: number;
    readonly stability: number;
    readonly treasury: number;
    readonly ownTreasury: number;
    readonly metPercent: number;
    readonly givingIn: number;
    readonly wastePercent: number;
    readonly wasteBase: number;
    readonly gapPercent: number;
    readonly tiredPercent: number;
  };
  readonly gap: {
    readonly fall: number;
    readonly patronAt: number;
    readonly stability: number;
    readonly tension: number;
  };
  readonly bar: { readonly grievanceAt: number };
  readonly overstretch: number;
  readonly grievanceTurns: number;
  readonly stability: {
    readonly crisis: number;
    readonly riseBelow: number;
    readonly rise: number;
    readonly fallAbove: number;
    readonly fall: number;
    readonly emptyTreasury: number;
  };
  readonly credibility: {
    readonly riseBelow: number;
    readonly rise: number;
    readonly breachStatement: number;
    readonly breachTreaty: number;
    readonly duressPercent: number;
    readonly withdrawal: number;
    readonly exposure: number;
  };
  readonly treaty: { readonly capital: number };
  /** Treasury for each 100 points of energy share, by price level. */
  readonly supply: { readonly area: Area; readonly rates: readonly [number, number, number, number] };
  readonly site: { readonly promisedUpTo: number; readonly hardenLowers: number };
  readonly mediate: { readonly minTension: number; readonly points: number; readonly credibility: number };
  readonly monitor: { readonly credibility: number; readonly odds: number };
  readonly recognise: { readonly tension: number; readonly stability: number };
  readonly sanction: { readonly treasury: number; readonly courtPercent: number; readonly ownTreasury: number };
  readonly denounce: { readonly credibility: number };
  readonly project: { readonly points: number; readonly awardedPoints: number };
  readonly covert: {
    /** Percent chance to come to light. */ readonly exposed: {
      readonly spy: number;
      readonly destabilise: number;
      readonly coup: number;
      readonly sabotage: number;
      readonly blockade: number;
    };
    readonly credibility: number;
    readonly finds: number;
    readonly destabilise: number;
    readonly metPercent: number;
    readonly sabotage: number;
    readonly blockadeTurns: number;
    readonly coup: {
      readonly stabilityUnder: number;
      readonly share: number;
      readonly base: number;
      readonly perPoint: number;
      readonly gains: readonly { readonly area: Area; readonly points: number }[];
    };
  };
  readonly force: {
    readonly mobilise: number;
    readonly mobiliseTension: number;
    readonly standDownTension: number;
    readonly probeTension: number;
    readonly probeCredibility: number;
    readonly operateTension: number;
    readonly base: number;
    readonly perPoint: number;
    readonly min: number;
    readonly max: number;
    /** Defence in points of readiness. */
    readonly cover: number;
    readonly deter: number;
    readonly guarantee: number;
    readonly gap: number;
    readonly crisis: number;
    readonly credibility: number;
    readonly ownStability: number;
    readonly tension: number;
    readonly spill: number;
    readonly hostStability: number;
    readonly lossStability: number;
    readonly failStability: number;
    readonly readinessLost: number;
    readonly hostReadinessLost: number;
    readonly closedTurns: number;
    readonly treasury: number;
    readonly neighbourTreasury: number;
  };
  readonly government: {
    readonly returnsTo: number;
    readonly coupTo: number;
    /** Score points a fall costs. */ readonly score: number;
    readonly publishPercent: number;
    readonly electionWeak: number;
    readonly electionStrong: number;
    readonly electionBonus: number;
    readonly electionMalus: number;
  };
  readonly war: { readonly turns: number; readonly two: number /** Score points all lose. */; readonly score: number };
  readonly absence: { readonly misses: number };
  readonly tension: { readonly drift: number; readonly riseByChance: number; readonly fallByChance: number };
  readonly bands: {
    readonly capital: readonly [number, number];
    readonly treasury: readonly [number, number];
    readonly readiness: readonly [number, number];
  };
};
