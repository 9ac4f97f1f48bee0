import { compiledFormula } from '../../catalogue/formula.ts';
import type { ObjectiveId, PowerId } from '../../model/ids.ts';
import type { ObjectiveDefinition, Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { earned, lossOf, objectiveKey } from '../../rules/scores.ts';
import { readBy, type Touched } from './touched.ts';

/** How much of an objective's score counts, in percent: 100 as the book scores it. */
export type Weigh = (objective: ObjectiveId, secret: boolean) => number;
/** Hundredths of score that a board is worth to a power. */
export type Worth = (board: Board) => number;

type Aim = {
  readonly objective: ObjectiveDefinition;
  readonly reckon: Worth;
  readonly key: string;
  readonly reads: Touched;
};
type Aims = { readonly open: readonly Aim[]; readonly secret: readonly Aim[] };

const known = new WeakMap<Scenario, Map<PowerId, Aims>>();

const aimsOf = (scenario: Scenario, power: PowerId): Aims => {
  const byPower = known.get(scenario) ?? new Map<PowerId, Aims>();
  known.set(scenario, byPower);
  const before = byPower.get(power);
  if (before !== undefined) return before;
  const aim = (objective: ObjectiveDefinition): Aim => ({
    objective,
    reckon: compiledFormula(objective.formula, scenario),
    key: objectiveKey(power, objective.id),
    reads: readBy(objective.formula),
  });
  const aims = {
    open: (scenario.objectives[power] ?? []).map(aim),
    secret: (scenario.agendas[power] ?? []).map(aim),
  };
  byPower.set(power, aims);
  return aims;
};

export type Stakes = {
  /** Hundredths on a board. */ readonly on: Worth;
  /** How much more or less than on the board that is, on one in which only so much is touched. */
  readonly change: (board: Board, touched: Touched) => number;
};

/** Like the score of the book, with each objective weighed. `now` is the board that changes are counted from. */
export const stakesOf = (scenario: Scenario, power: PowerId, now: Board, weigh: Weigh): Stakes => {
  const { open, secret } = aimsOf(scenario, power);
  const weighed = [
    ...open.map((aim) => ({ ...aim, percent: weigh(aim.objective.id, false) })),
    ...secret.map((aim) => ({ ...aim, percent: weigh(aim.objective.id, true) })),
  ]
    .filter(({ percent }) => percent > 0)
    .map(({ objective, reckon, key, reads, percent }) => {
      const start = now.baseline[key] ?? 0;
      const worth = (board: Board): number => (earned(scenario, objective, start, reckon(board)) * percent) / 100;
      return { worth, reads, now: worth(now) };
    });
  return {
    on: (board) => {
      let sum = 0;
      for (const { worth } of weighed) sum += worth(board);
      return Math.round(sum) - lossOf(scenario, board, power);
    },
    change: (board, touched) => {
      let sum = 0;
      for (const one of weighed) if (meet(one.reads, touched)) sum += one.worth(board) - one.now;
      return Math.round(sum);
    },
  };
};

const meet = (reads: Touched, touched: Touched): boolean => {
  for (const part of reads) if (touched.has(part)) return true;
  return false;
};
