import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Cell, Experiment } from './experiments.ts';
import { type Nudge, nudgesOf, numberAt } from './magnitudes.ts';
import { type Results, scoresOf } from './results.ts';
import { differenceEstimate, rounded } from './statistics.ts';
import { markdownTable } from './text.ts';

const nudging = (nudge: Nudge): Experiment => ({ kind: 'nudge', ...nudge });

/** Every number of the rules, moved either way, on the same seeds. */
export const sensitivityCells = (scenario: Scenario, matches: number): readonly Cell[] =>
  [{ kind: 'main' } as const, ...nudgesOf(scenario).map(nudging)].map((experiment) => ({ experiment, matches }));

/** How far moving a number moves each power’s mean score. */
export type Sensitivity = Nudge & {
  readonly from: number;
  readonly change: { readonly [power: string]: number };
  readonly most: number;
};

/** What tells most comes first. */
export const sensitivityOf = (results: Results): readonly Sensitivity[] => {
  const { scenario, powers, main, of } = results;
  const found = nudgesOf(scenario).map((nudge) => {
    const matches = of(nudging(nudge));
    const change = powers.map((power) => [
      power,
      rounded(differenceEstimate(scoresOf(matches, power), scoresOf(main, power)).measured),
    ]) as readonly [string, number][];
    return {
      ...nudge,
      from: numberAt(scenario, nudge.path),
      change: Object.fromEntries(change),
      most: Math.max(...change.map(([, by]) => Math.abs(by))),
    };
  });
  return found.sort((a, b) => b.most - a.most);
};

export const sensitivityText = (scenario: Scenario, found: readonly Sensitivity[]): string => {
  const { powers } = indexOf(scenario);
  return markdownTable(
    ['number', 'from', 'to', ...powers],
    found.map(({ path, from, to, change }) => [path, `${from}`, `${to}`, ...powers.map((power) => `${change[power]}`)]),
  );
};
