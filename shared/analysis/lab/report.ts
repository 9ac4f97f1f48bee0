import { REACH } from '../../bots/negotiator/mind.ts';
import type { PowerId } from '../../model/ids.ts';
import type { BotLevel } from '../../model/input.ts';
import { cellRows, type PaceReport, paceReports, pathsOf } from './cell-rows.ts';
import { WAYS } from './experiments.ts';
import { mainRows, profitsOf } from './main-rows.ts';
import { type Results, type Row, rowOf, seatScores } from './results.ts';
import { type Estimate, meanOf, rounded, sumOf } from './statistics.ts';
import { sumTallies, type Tally, totalOf } from './tally.ts';

type PathReport = {
  readonly whole: number;
  readonly first: number;
  readonly second: number;
  readonly alone: number;
  readonly gap: number;
  readonly ci95: number;
};

/** All that the lab has to say, but how long it took. */
export type LabReport = {
  readonly rows: readonly Row[];
  readonly usage: Usage;
  readonly seats: { readonly [way: string]: { readonly [power: PowerId]: number } };
  readonly secondPaths: { readonly [power: PowerId]: PathReport };
  readonly decoupling: { readonly without: readonly PaceReport[]; readonly with: readonly PaceReport[] };
};

export const reportOf = (results: Results, beside = true): LabReport => ({
  rows: [...mainRows(results), ...(beside ? cellRows(results) : [])].map((draft) => rowOf(results.cast, draft)),
  usage: usageOf(results),
  seats: seatsOf(results),
  secondPaths: Object.fromEntries(
    results.powers.map((power): [PowerId, PathReport] => {
      const { whole, first, second, alone, gap } = pathsOf(results, power);
      const points = ({ measured }: Estimate): number => rounded(measured);
      return [
        power,
        {
          ...{ whole: points(whole), first: points(first), second: points(second), alone: points(alone) },
          ...{ gap: points(gap), ci95: rounded(gap.ci95) },
        },
      ];
    }),
  ),
  decoupling: { without: paceReports(results, false), with: paceReports(results, true) },
});

const seatsOf = (results: Results): LabReport['seats'] => {
  const sample = Math.min(results.main.length, seatScores(results, 'hold', results.powers[0] ?? '').length);
  return Object.fromEntries(
    (['whole', ...WAYS] as const).map((way) => [
      way,
      Object.fromEntries(
        results.powers.map((power) => [power, rounded(meanOf(seatScores(results, way, power).slice(0, sample)))]),
      ),
    ]),
  );
};

type Usage = {
  /** Percent of all orders. */ readonly verbs: Tally;
  /** Percent of seat-turns. */ readonly pairs: Tally;
  readonly ordersASeatTurn: number;
  /** Percent of all that was signed. */ readonly clauses: Tally;
  readonly clausesAMatch: number;
  /** Percent of matches. */ readonly cards: Tally;
  /** Percent of openings. */ readonly regimes: Tally;
  readonly falls: Tally;
  readonly squeezesAMatch: number;
  readonly breaches: {
    readonly byPower: Tally;
    readonly onPurpose: number;
    readonly byMistake: number;
    /** Points of score over a match without, on the average. */ readonly gain: number;
    readonly gainOnPurpose: number;
    readonly gainByMistake: number;
    /** Points it was done for, on the average. */ readonly hopedFor: number;
  };
  /** At most so many resolutions a seat-turn. */ readonly resolutions: { readonly [L in BotLevel]: number };
};

const percents = (tally: Tally, of: number): Tally =>
  Object.fromEntries(Object.entries(tally).map(([name, times]) => [name, of === 0 ? 0 : rounded((100 * times) / of)]));

const usageOf = (results: Results): Usage => {
  const { main } = results;
  const orders = sumTallies(main.map((match) => match.orders));
  const clauses = sumTallies(main.map((match) => match.clauses));
  const seatTurns = sumOf(main.map((match) => match.seatTurns));
  const opened = main.filter(({ road }) => road.opened);
  const each = (sum: number): number => rounded(sum / Math.max(1, main.length));
  return {
    verbs: percents(orders, totalOf(orders)),
    pairs: percents(sumTallies(main.map((match) => match.pairs)), seatTurns),
    ordersASeatTurn: rounded(totalOf(orders) / Math.max(1, seatTurns)),
    clauses: percents(clauses, totalOf(clauses)),
    clausesAMatch: each(totalOf(clauses)),
    cards: percents(tallyOf(main.flatMap(({ cards }) => cards)), main.length),
    regimes: percents(tallyOf(opened.map(({ road }) => road.regime ?? 'none')), opened.length),
    falls: sumTallies(main.map((match) => match.falls)),
    squeezesAMatch: each(sumOf(main.map((match) => match.squeezes))),
    breaches: breachesOf(results),
    resolutions: {
      easy: REACH.easy.resolutions,
      normal: REACH.normal.resolutions,
      strong: REACH.strong.resolutions,
    },
  };
};

const tallyOf = (names: readonly string[]): Tally => sumTallies(names.map((name) => ({ [name]: 1 })));

const breachesOf = (results: Results): Usage['breaches'] => {
  const profits = profitsOf(results);
  const breaches = results.main.flatMap((match) => match.breaches);
  const gain = (of: typeof profits): number => rounded(meanOf(of.map((one) => one.gain)));
  const meant = breaches.flatMap(({ worth }) => (worth === null ? [] : [worth / 100]));
  return {
    byPower: tallyOf(breaches.map(({ by }) => by)),
    onPurpose: meant.length,
    byMistake: breaches.length - meant.length,
    gain: gain(profits),
    gainOnPurpose: gain(profits.filter(({ worth }) => worth !== null)),
    gainByMistake: gain(profits.filter(({ worth }) => worth === null)),
    hopedFor: rounded(meanOf(meant)),
  };
};
