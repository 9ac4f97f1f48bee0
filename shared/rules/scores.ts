import { evaluate, parseFormula } from '../catalogue/formula.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import type { PowerId } from '../model/ids.ts';
import type { ObjectiveDefinition, Scenario } from '../model/scenario.ts';
import type { Board, Scores } from '../model/state.ts';

const objectivesOf = (scenario: Scenario, power: PowerId): readonly ObjectiveDefinition[] => [
  ...(scenario.objectives[power] ?? []),
  ...(scenario.agendas[power] ?? []),
];

export const objectiveKey = (power: PowerId, objective: string): string => `${power}/${objective}`;

/** What a formula is worth on a board. */
export const worthOf = (scenario: Scenario, board: Board, objective: ObjectiveDefinition): number =>
  evaluate(parseFormula(objective.formula), scenario, board);

/** Every formula at the start: improvement is counted from here, so that all begin alike. */
export const baselineOf = (scenario: Scenario, board: Board): Board['baseline'] =>
  Object.fromEntries(
    indexOf(scenario).powers.flatMap((power) =>
      objectivesOf(scenario, power).map((one) => [objectiveKey(power, one.id), worthOf(scenario, board, one)] as const),
    ),
  );

/** Hundredths won or lost by one objective: 0 at the start, up to 60 × weight at its best, −40 × weight at its worst. (OB1) */
export const hundredthsOf = (
  scenario: Scenario,
  board: Board,
  power: PowerId,
  objective: ObjectiveDefinition,
): number => {
  const start = board.baseline[objectiveKey(power, objective.id)] ?? 0;
  const now = worthOf(scenario, board, objective);
  if (now >= start) {
    const span = objective.hi - start;
    return span <= 0
      ? 0
      : Math.floor((scenario.scoring.up * objective.weight * (Math.min(now, objective.hi) - start)) / span);
  }
  const span = start - objective.lo;
  return span <= 0
    ? 0
    : -Math.ceil((scenario.scoring.down * objective.weight * (start - Math.max(now, objective.lo))) / span);
};

export const scoreOf = (scenario: Scenario, board: Board, power: PowerId): { open: number; full: number } => {
  let open = scenario.scoring.base * 100;
  for (const objective of scenario.objectives[power] ?? []) open += hundredthsOf(scenario, board, power, objective);
  const agenda = (scenario.agendas[power] ?? []).find((one) => one.id === board.agendas[power]);
  return { open, full: open + (agenda === undefined ? 0 : hundredthsOf(scenario, board, power, agenda)) };
};

export const scoresOf = (scenario: Scenario, board: Board): Scores => {
  const { powers } = indexOf(scenario);
  const each = powers.map((power) => [power, scoreOf(scenario, board, power)] as const);
  const joint = Math.floor(each.reduce((sum, [, score]) => sum + score.open, 0) / Math.max(1, powers.length));
  return { powers: Object.fromEntries(each), joint };
};
