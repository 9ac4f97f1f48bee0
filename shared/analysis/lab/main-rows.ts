import { indexOf } from '../../catalogue/scenario-index.ts';
import { CLAUSE_KINDS } from '../../model/clause.ts';
import type { PowerId } from '../../model/ids.ts';
import type { MatchFacts } from './facts.ts';
import { type Results, type RowDraft, scoresOf } from './results.ts';
import { type Estimate, meanEstimate, meanOf, medianEstimate, rounded, shareEstimate, sumOf } from './statistics.ts';
import { sumTallies, type Tally, totalOf } from './tally.ts';

/** The targets that the table of six negotiators alone is held to. */
export const mainRows = (results: Results): readonly RowDraft[] => [
  ...scoreRows(results),
  ...forceRows(results),
  ...orderRows(results),
  ...wordRows(results),
  ...roadRows(results),
];

/** Anything more than this is as good. */
const NO_END = 100;

const sharing = (matches: readonly MatchFacts[], isSo: (match: MatchFacts) => boolean): Estimate =>
  shareEstimate(matches.filter(isSo).length, matches.length);

/** Who ties for the first place has a part of it. */
const firstsOf = (matches: readonly MatchFacts[], power: PowerId): number =>
  sumOf(
    matches.map(({ scores }) => {
      const best = Math.max(...Object.values(scores));
      return scores[power] === best ? 1 / Object.values(scores).filter((one) => one === best).length : 0;
    }),
  );

const scoreRows = ({ scenario, powers, main }: Results): readonly RowDraft[] => {
  const { nameOf } = indexOf(scenario);
  return [
    ...powers.map(
      (power): RowDraft => ({
        id: `score-${power}`,
        name: `mean score of ${nameOf(power)}`,
        target: [45, 60],
        seen: meanEstimate(scoresOf(main, power)),
      }),
    ),
    ...powers.map(
      (power): RowDraft => ({
        id: `first-${power}`,
        name: `${nameOf(power)} first, % of matches`,
        target: [8, 28],
        seen: shareEstimate(firstsOf(main, power), main.length),
      }),
    ),
  ];
};

/** Falls may not be one country's fate alone. */
const ONE_COUNTRY = 80;

const forceRows = ({ main }: Results): readonly RowDraft[] => {
  const falls = sumTallies(main.map((match) => match.falls));
  const [most] = Object.entries(falls);
  const fallen = Object.values(falls).filter((times) => times > 0).length;
  return [
    {
      id: 'operations',
      name: 'matches with a military operation, %',
      target: [10, 35],
      seen: sharing(main, (match) => match.operated),
    },
    {
      id: 'falls',
      name: 'matches in which a government falls, %',
      target: [10, 35],
      seen: sharing(main, (match) => totalOf(match.falls) > 0),
    },
    {
      id: 'falls-one-country',
      name: 'falls that are of one country, %',
      target: [0, ONE_COUNTRY],
      seen: shareEstimate(most?.[1] ?? 0, totalOf(falls)),
      also: fallen > 1,
      detail: listed(falls),
    },
    {
      id: 'war',
      name: 'matches that end in a regional war, %',
      target: [3, 12],
      seen: sharing(main, ({ war }) => war),
    },
  ];
};

const listed = (tally: Tally): string =>
  Object.entries(tally)
    .filter(([, times]) => times > 0)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');

const RARE = 1;

/** How many of these were never seen, and which are rare. */
const coverage = (id: string, name: string, every: readonly string[], seen: Tally): RowDraft => {
  const total = totalOf(seen);
  const shareOf = (one: string): number => (total === 0 ? 0 : (100 * (seen[one] ?? 0)) / total);
  const rarest = [...every].sort((a, b) => shareOf(a) - shareOf(b));
  const rare = rarest.filter((one) => shareOf(one) < RARE).map((one) => `${one} ${rounded(shareOf(one))}`);
  const [least = ''] = rarest;
  return {
    id,
    name,
    target: [0, 0],
    seen: { measured: every.filter((one) => (seen[one] ?? 0) === 0).length, n: total, ci95: 0 },
    detail: `least used: ${least}, ${rounded(shareOf(least))} %`,
    warning: rare.length === 0 ? undefined : `under ${RARE} %: ${rare.join(', ')}`,
  };
};

const orderRows = ({ scenario, main }: Results): readonly RowDraft[] => {
  const orders = sumTallies(main.map((match) => match.orders));
  const pairs = sumTallies(main.map((match) => match.pairs));
  const [pair = 'none', times = 0] = Object.entries(pairs)[0] ?? [];
  const verbs = [...new Set(scenario.actions.map(({ verb }) => verb))];
  const clauses = sumTallies(main.map((match) => match.clauses));
  return [
    {
      id: 'court',
      name: 'orders that are to court, %',
      target: [0, 40],
      seen: shareEstimate(orders.court ?? 0, totalOf(orders)),
    },
    {
      id: 'verb-area',
      name: 'seat-turns with the commonest verb and area, %',
      target: [0, 20],
      seen: shareEstimate(times, sumOf(main.map(({ seatTurns }) => seatTurns))),
      detail: pair,
    },
    coverage('verbs', 'verbs that are never ordered', verbs, orders),
    coverage('clauses', 'kinds of clause that are never signed', CLAUSE_KINDS, clauses),
  ];
};

/** Each breach, with the final score of who committed it and what that power has in matches without one of its own. */
export const profitsOf = ({
  powers,
  main,
}: Results): readonly { readonly gain: number; readonly worth: number | null }[] =>
  powers.flatMap((power) => {
    const isBy = (match: MatchFacts): boolean => match.breaches.some(({ by }) => by === power);
    const faithful = scoresOf(
      main.filter((match) => !isBy(match)),
      power,
    );
    if (faithful.length === 0) return [];
    const usual = meanOf(faithful);
    return main.flatMap(({ scores, breaches }) =>
      breaches
        .filter(({ by }) => by === power)
        .map(({ worth }) => ({ gain: (scores[power] ?? 0) / 100 - usual, worth })),
    );
  });

const wordRows = (results: Results): readonly RowDraft[] => {
  const { main } = results;
  const profits = profitsOf(results);
  const breaches = main.flatMap((match) => match.breaches);
  const meant = breaches.filter(({ worth }) => worth !== null).length;
  const squeezes = sumOf(main.map((match) => match.squeezes));
  return [
    {
      id: 'conceded',
      name: 'squeezes that are conceded to, %',
      target: [30, 60],
      seen: shareEstimate(sumOf(main.map(({ met }) => met)), squeezes),
    },
    {
      id: 'breaches',
      name: 'broken promises a match',
      target: [0.5, 2],
      seen: meanEstimate(main.map((match) => match.breaches.length)),
      detail: `${meant} of ${breaches.length} on purpose, ${breaches.filter(({ signed }) => signed).length} of what was signed in the match`,
    },
    {
      id: 'profitable-breaches',
      name: 'broken promises after which their breaker does better than without, %',
      target: [5, 50],
      seen: shareEstimate(profits.filter(({ gain }) => gain > 0).length, profits.length),
    },
  ];
};

/** A regime is one of several if so many of the openings are under it. */
const A_REGIME = 5;

const roadRows = ({ scenario, cast, main }: Results): readonly RowDraft[] => {
  const road = indexOf(scenario).routes.get(cast.route)?.name ?? cast.route;
  const { nameOf } = indexOf(scenario);
  const opened = main.filter((match) => match.road.opened);
  const regimes = sumTallies(opened.map((match) => ({ [match.road.regime ?? 'none']: 1 })));
  const seen = Object.values(regimes).filter((times) => 100 * times >= A_REGIME * opened.length);
  return [
    {
      id: 'road-open',
      name: `matches in which ${road} opens, %`,
      target: [40, 75],
      seen: sharing(main, (match) => match.road.opened),
      detail: `open at the end in ${main.filter((match) => match.road.openAtEnd).length}`,
    },
    {
      id: 'road-regimes',
      name: `regimes under which ${road} opens, each in ${A_REGIME} % or more`,
      target: [2, NO_END],
      seen: { measured: seen.length, n: opened.length, ci95: 0 },
      detail: listed(regimes),
    },
    {
      id: 'patron-falls',
      name: `points that ${nameOf(cast.patron)} loses of its mean share in ${nameOf(cast.host)}, median`,
      target: [3, 8],
      seen: medianEstimate(main.map(({ patron }) => (patron.start - patron.end) / 6)),
    },
  ];
};
