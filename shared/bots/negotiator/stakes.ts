import { compiledFormula } from '../../catalogue/formula.ts';
import type { ObjectiveId, PowerId } from '../../model/ids.ts';
import type { ObjectiveDefinition, Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { earned, lossOf, objectiveKey } from '../../rules/scores.ts';

/** How much of an objective's score counts, in percent: 100 as the book scores it. */
export type Weigh = (objective: ObjectiveId, secret: boolean) => number;
/** Hundredths of score that a board is worth to a power. */
export type Worth = (board: Board) => number;

type Aim = { readonly objective: ObjectiveDefinition; readonly reckon: Worth; readonly key: string };
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
  });
  const aims = {
    open: (scenario.objectives[power] ?? []).map(aim),
    secret: (scenario.agendas[power] ?? []).map(aim),
  };
  byPower.set(power, aims);
  return aims;
};

/** Like the score of the book, with each objective weighed. */
export const stakesOf = (scenario: Scenario, power: PowerId, weigh: Weigh): Worth => {
  const { open, secret } = aimsOf(scenario, power);
  const weighed = [
    ...open.map((aim) => ({ ...aim, percent: weigh(aim.objective.id, false) })),
    ...secret.map((aim) => ({ ...aim, percent: weigh(aim.objective.id, true) })),
  ].filter(({ percent }) => percent > 0);
  return (board) => {
    let sum = 0;
    for (const { objective, reckon, key, percent } of weighed)
      sum += (earned(scenario, objective, board.baseline[key] ?? 0, reckon(board)) * percent) / 100;
    return Math.round(sum) - lossOf(scenario, board, power);
  };
};
