import { evaluate, readFormula } from '../catalogue/formula.ts';
import { FORMULA_FUNCTIONS } from '../catalogue/formula-functions.ts';
import { openingBoard } from '../catalogue/opening-board.ts';
import type { ObjectiveDefinition, Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { PRIVATE_TRACKS } from '../model/track.ts';
import { checkFormula, isAllFixed } from './check-formulas.ts';
import type { Desk } from './known-names.ts';

export const OPEN_WEIGHT = 85;
export const AGENDA_WEIGHT = 15;

/** Objectives and agendas: weights, formulas, and room to win and to lose from where things stand. */
export const checkGoals = (desk: Desk): void => {
  const { scenario, report } = desk;
  const board = openingBoard(scenario);
  for (const [power, objectives] of Object.entries(scenario.objectives)) {
    const path = `objectives.${power}`;
    const sum = objectives.reduce((total, one) => total + one.weight, 0);
    if (sum !== OPEN_WEIGHT)
      report(path, `The weights sum to ${sum}. The public objectives of a power sum to ${OPEN_WEIGHT}.`);
    checkGoalIds(desk, [...objectives, ...(scenario.agendas[power] ?? [])], power);
    for (const [i, one] of objectives.entries()) {
      checkGoal(desk, board, one, `${path}[${i}]`);
      checkIsOpen(desk, one, `${path}[${i}].formula`);
    }
  }
  for (const [power, agendas] of Object.entries(scenario.agendas)) {
    for (const [i, one] of agendas.entries()) {
      const path = `agendas.${power}[${i}]`;
      if (one.weight !== AGENDA_WEIGHT)
        report(`${path}.weight`, `The weight is ${one.weight}. Every agenda weighs ${AGENDA_WEIGHT}.`);
      checkGoal(desk, board, one, path);
    }
  }
};

/** A public score is told to everybody each turn: it must not tell what is a power's own. */
const checkIsOpen = ({ report }: Desk, { formula }: ObjectiveDefinition, path: string): void => {
  const reading = readFormula(formula);
  if (!reading.ok) return;
  for (const { name, args } of reading.terms) {
    const track = PRIVATE_TRACKS.find((one) => name === 'track' && one === args[1]);
    if (track === undefined) continue;
    const instead = track === 'readiness' ? ` Use force(${args[0]}), the middle of its public band.` : '';
    report(path, `A public objective cannot read ${track}, which is a power’s own: the score would tell it.${instead}`);
  }
};

const checkGoalIds = ({ report }: Desk, goals: readonly ObjectiveDefinition[], power: string): void => {
  const twice = goals.find((one, i) => goals.findIndex((other) => other.id === one.id) !== i);
  if (twice !== undefined)
    report(
      `objectives.${power}`,
      `Two objectives or agendas of ${power} are called “${twice.id}”. Give one another id.`,
    );
};

const checkGoal = (desk: Desk, board: Board, goal: ObjectiveDefinition, path: string): void => {
  const terms = checkFormula(desk, goal.formula, `${path}.formula`);
  if (terms === null) return;
  if (isAllFixed(desk.scenario, terms))
    desk.report(
      `${path}.formula`,
      'This never moves: no order, clause, card or policy changes what it reads. Add a term that something can change.',
    );
  const start = evaluate(terms, desk.scenario, board);
  if (goal.lo >= start)
    desk.report(`${path}.lo`, `The formula starts at ${start}, so lo must be under ${start}; it is ${goal.lo}.`);
  if (goal.hi <= start)
    desk.report(`${path}.hi`, `The formula starts at ${start}, so hi must be over ${start}; it is ${goal.hi}.`);
};

/** Agreements that formulas speak of though none of that name stands: those terms are 0 until one does. */
export const agreementsNotInPlay = (scenario: Scenario): string[] => {
  const standing = new Set(scenario.agreements.map((agreement) => agreement.id));
  const named = [...Object.values(scenario.objectives), ...Object.values(scenario.agendas)]
    .flat()
    .flatMap(({ formula }) => {
      const reading = readFormula(formula);
      return reading.ok
        ? reading.terms.flatMap(({ name, args }) =>
            name === null ? [] : args.filter((_, i) => FORMULA_FUNCTIONS[name].takes[i] === 'agreement'),
          )
        : [];
    });
  return [...new Set(named)].filter((id) => !standing.has(id)).sort();
};
