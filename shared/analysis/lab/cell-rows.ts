import { indexOf } from '../../catalogue/scenario-index.ts';
import type { PowerId } from '../../model/ids.ts';
import { PACES, type Pace } from './decoupling.ts';
import type { MatchFacts } from './facts.ts';
import { edgeOf, type Results, type RowDraft, scoresOf, seatScores } from './results.ts';
import { differenceEstimate, type Estimate, meanEstimate, meanOf, NOTHING_SEEN, rounded, sumOf } from './statistics.ts';

/** The targets that take other tables than six negotiators. */
export const cellRows = (results: Results): readonly RowDraft[] => [
  holdRow(results),
  ...decouplingRows(results),
  ...talkRows(results),
  secondPathRow(results),
  ...levelRows(results),
];

const NO_END = 100;

const holdRow = (results: Results): RowDraft => {
  const seats = results.powers.map((power) => ({ power, seen: meanEstimate(seatScores(results, 'hold', power)) }));
  const [most] = [...seats].sort((a, b) => b.seen.measured - a.seen.measured);
  return {
    id: 'hold',
    name: 'mean score of a seat that only holds, the best of them',
    target: [0, 40],
    seen: most?.seen ?? NOTHING_SEEN,
    detail: seats.map(({ power, seen }) => `${power} ${rounded(seen.measured)}`).join(', '),
  };
};

const talkRows = (results: Results): readonly RowDraft[] => {
  const joint = (matches: readonly MatchFacts[]): readonly number[] => matches.map((match) => match.joint / 100);
  return [
    {
      id: 'talking',
      name: 'a negotiator over a greedy bot in the same seat',
      target: [8, NO_END],
      seen: edgeOf(results, 'whole', 'greedy'),
    },
    {
      id: 'agreements',
      name: 'what agreements add to the joint score',
      target: [10, NO_END],
      seen: differenceEstimate(joint(results.main), joint(results.of({ kind: 'alone' }))),
    },
  ];
};

const levelRows = (results: Results): readonly RowDraft[] =>
  (
    [
      ['strong', 'whole', 'strong over normal'],
      ['whole', 'easy', 'normal over easy'],
      ['easy', 'scripted', 'easy over scripted'],
    ] as const
  ).map(([better, worse, name]) => ({
    id: `level-${better === 'whole' ? 'normal' : better}`,
    name: `${name}, in the same seat`,
    target: [3, NO_END],
    seen: edgeOf(results, better, worse),
  }));

/** What a seat has by each path on the same seeds, and how far the second best is behind the best. */
export type Paths = {
  readonly whole: Estimate;
  readonly first: Estimate;
  readonly second: Estimate;
  readonly alone: Estimate;
  readonly gap: Estimate;
};

export const pathsOf = (results: Results, power: PowerId): Paths => {
  const first = seatScores(results, 'first', power);
  const tried = {
    whole: seatScores(results, 'whole', power).slice(0, first.length),
    first,
    second: seatScores(results, 'second', power),
    alone: seatScores(results, 'greedy', power),
  };
  const [best = [], next = []] = Object.values(tried).sort((a, b) => meanOf(b) - meanOf(a));
  return {
    whole: meanEstimate(tried.whole),
    first: meanEstimate(tried.first),
    second: meanEstimate(tried.second),
    alone: meanEstimate(tried.alone),
    gap: differenceEstimate(best, next),
  };
};

const secondPathRow = (results: Results): RowDraft => {
  const seats = results.powers.map((power) => ({ power, gap: pathsOf(results, power).gap }));
  const [worst] = [...seats].sort((a, b) => b.gap.measured - a.gap.measured);
  return {
    id: 'second-path',
    name: 'how far a seat’s second path is behind its best, the worst seat',
    target: [0, 8],
    seen: worst?.gap ?? NOTHING_SEEN,
    detail: seats.map(({ power, gap }) => `${power} ${rounded(gap.measured)}`).join(', '),
  };
};

const paceScores = ({ of, cast }: Results, pace: Pace, guaranteed: boolean): readonly number[] =>
  scoresOf(of({ kind: 'decoupling', pace, guaranteed }), cast.host);

const FAST: Pace = 3;
const SLOW: readonly Pace[] = [0, 1];

const decouplingRows = (results: Results): readonly RowDraft[] => {
  const { nameOf } = indexOf(results.scenario);
  const [slow = []] = SLOW.map((pace) => paceScores(results, pace, false)).sort((a, b) => meanOf(b) - meanOf(a));
  const every = (guaranteed: boolean): readonly number[] =>
    PACES.flatMap((pace) => paceScores(results, pace, guaranteed));
  return [
    {
      id: 'fast-decoupling',
      name: `what ${nameOf(results.cast.host)} loses by turning away fast and unguarded, against slowly`,
      target: [6, NO_END],
      seen: differenceEstimate(slow, paceScores(results, FAST, false)),
    },
    {
      id: 'guarantee',
      name: `what a guarantee is worth to ${nameOf(results.cast.host)}, over all paces`,
      target: [8, NO_END],
      seen: differenceEstimate(every(true), every(false)),
    },
  ];
};

/** What became of the host at each pace. */
export type PaceReport = {
  readonly k: Pace;
  readonly score: number;
  readonly ci95: number;
  readonly n: number;
  /** Mean share of the patron at the end. */ readonly patronShare: number;
  readonly falls: number;
  /** By the patron, and the gaps that it left. */ readonly squeezes: number;
  readonly gaps: number;
  /** Matches with an operation, of all. */ readonly operations: number;
};

export const paceReports = (results: Results, guaranteed: boolean): readonly PaceReport[] =>
  PACES.map((pace) => {
    const matches = results.of({ kind: 'decoupling', pace, guaranteed });
    const { measured, ci95, n } = meanEstimate(paceScores(results, pace, guaranteed));
    const each = (numbers: readonly number[]): number => rounded(meanOf(numbers));
    return {
      k: pace,
      ...{ score: rounded(measured), ci95: rounded(ci95), n },
      patronShare: each(matches.map(({ patron }) => patron.end / 6)),
      falls: each(matches.map(({ falls }) => falls[results.cast.host] ?? 0)),
      squeezes: each(matches.map(({ patron }) => patron.squeezes)),
      gaps: each(matches.map(({ patron }) => patron.gaps)),
      operations: rounded((100 * sumOf(matches.map(({ operated }) => (operated ? 1 : 0)))) / Math.max(1, n)),
    };
  });
