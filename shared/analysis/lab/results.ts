import { indexOf } from '../../catalogue/scenario-index.ts';
import type { PowerId } from '../../model/ids.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Cast } from './cast.ts';
import { type Experiment, type Job, keyOf, type Way } from './experiments.ts';
import type { MatchFacts } from './facts.ts';
import { differenceEstimate, type Estimate, rounded } from './statistics.ts';

/** What every match of every experiment brought, in the order of seeds. */
export type Results = {
  readonly scenario: Scenario;
  readonly cast: Cast;
  readonly powers: readonly PowerId[];
  readonly of: (experiment: Experiment) => readonly MatchFacts[];
  readonly main: readonly MatchFacts[];
};

/** `played` stands beside `jobs`, one for one. */
export const gather = (
  scenario: Scenario,
  cast: Cast,
  jobs: readonly Job[],
  played: readonly MatchFacts[],
): Results => {
  const tables = new Map<string, MatchFacts[]>();
  jobs.forEach(({ experiment }, i) => {
    const facts = played[i];
    if (facts === undefined) return;
    const key = keyOf(experiment);
    tables.set(key, [...(tables.get(key) ?? []), facts]);
  });
  const of = (experiment: Experiment): readonly MatchFacts[] => tables.get(keyOf(experiment)) ?? [];
  return { scenario, cast, powers: indexOf(scenario).powers, of, main: of({ kind: 'main' }) };
};

/** A line of the table of targets. */
export type Row = {
  readonly id: string;
  readonly name: string;
  /** Both ends count. */ readonly target: readonly [number, number];
  readonly measured: number;
  readonly n: number;
  readonly ci95: number;
  readonly ok: boolean;
  /** Met because numbers were set until it was. */ readonly calibrated?: true;
  readonly detail?: string;
  /** Not wrong, but worth a look. */ readonly warning?: string;
};
export type RowDraft = {
  readonly id: string;
  readonly name: string;
  readonly target: readonly [number, number];
  readonly seen: Estimate;
  /** A condition besides the target. */ readonly also?: boolean;
  readonly detail?: string;
  readonly warning?: string | undefined;
};

/** Nothing is met by a figure that nobody has seen. */
export const rowOf = ({ calibrated }: Cast, draft: RowDraft): Row => {
  const { id, name, target, seen, also = true, detail, warning } = draft;
  const measured = rounded(seen.measured);
  const ok = also && seen.n > 0 && measured >= target[0] && measured <= target[1];
  return {
    ...{ id, name, target, measured, n: seen.n, ci95: rounded(seen.ci95), ok },
    ...(calibrated.includes(id) ? { calibrated: true } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(warning === undefined ? {} : { warning }),
  };
};

export const scoresOf = (matches: readonly MatchFacts[], power: PowerId): readonly number[] =>
  matches.map(({ scores }) => (scores[power] ?? 0) / 100);

/** Scores of a seat played in a way; `whole` is the plain negotiator of the main table. */
export const seatScores = ({ of, main }: Results, way: Way | 'whole', power: PowerId): readonly number[] =>
  scoresOf(way === 'whole' ? main : of({ kind: 'seat', way, power }), power);

/** How much better one way does than another in the same seat on the same seeds, over all seats. */
export const edgeOf = (results: Results, better: Way | 'whole', worse: Way | 'whole'): Estimate => {
  const pairs = results.powers.map((power) => {
    const left = seatScores(results, better, power);
    const right = seatScores(results, worse, power);
    const both = Math.min(left.length, right.length);
    return { left: left.slice(0, both), right: right.slice(0, both) };
  });
  return differenceEstimate(
    pairs.flatMap(({ left }) => left),
    pairs.flatMap(({ right }) => right),
  );
};
