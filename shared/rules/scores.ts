import { compiledFormula } from '../catalogue/formula.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import type { PowerId } from '../model/ids.ts';
import type { ObjectiveDefinition, Scenario } from '../model/scenario.ts';
import type { Board, Scores } from '../model/state.ts';

/** An objective with its reading and its place among the starting values. */
type Aim = { readonly objective: ObjectiveDefinition; readonly worth: (board: Board) => number; readonly key: string };
type Aims = { readonly open: readonly Aim[]; readonly secret: readonly Aim[] };

export const objectiveKey = (power: PowerId, objective: string): string => `${power}/${objective}`;

const known = new WeakMap<Scenario, ReadonlyMap<PowerId, Aims>>();

/** Made once for a scenario: a turn reckons some fifty formulas. */
const aimsOf = (scenario: Scenario, power: PowerId): Aims => {
  let byPower = known.get(scenario);
  if (byPower === undefined) {
    byPower = new Map(scenario.powers.map(({ id }) => [id, makeAims(scenario, id)]));
    known.set(scenario, byPower);
  }
  return byPower.get(power) ?? { open: [], secret: [] };
};

const makeAims = (scenario: Scenario, power: PowerId): Aims => {
  const aim = (objective: ObjectiveDefinition): Aim => ({
    objective,
    worth: compiledFormula(objective.formula, scenario),
    key: objectiveKey(power, objective.id),
  });
  return {
    open: (scenario.objectives[power] ?? []).map(aim),
    secret: (scenario.agendas[power] ?? []).map(aim),
  };
};

/** What a formula is worth on a board. */
export const worthOf = (scenario: Scenario, board: Board, objective: ObjectiveDefinition): number =>
  compiledFormula(objective.formula, scenario)(board);

/** Every formula at the start: improvement is counted from here, so that all begin alike, whatever is drawn later. */
export const baselineOf = (scenario: Scenario, board: Board): Board['baseline'] => {
  const baseline: Record<string, number> = {};
  for (const power of indexOf(scenario).powers) {
    const { open, secret } = aimsOf(scenario, power);
    for (const { worth, key } of [...open, ...secret]) baseline[key] = worth(board);
  }
  return baseline;
};

/** Hundredths won or lost by one objective: 0 at the start, up to 60 × weight at its best, −40 × weight at its worst. (OB1) */
export const hundredthsOf = (
  scenario: Scenario,
  board: Board,
  power: PowerId,
  objective: ObjectiveDefinition,
): number =>
  earned(
    scenario,
    objective,
    board.baseline[objectiveKey(power, objective.id)] ?? 0,
    worthOf(scenario, board, objective),
  );

export const earned = (
  { scoring }: Scenario,
  { weight, lo, hi }: ObjectiveDefinition,
  start: number,
  now: number,
): number => {
  if (now >= start) {
    const span = hi - start;
    return span <= 0 ? 0 : Math.floor((scoring.up * weight * (Math.min(now, hi) - start)) / span);
  }
  const span = start - lo;
  return span <= 0 ? 0 : -Math.ceil((scoring.down * weight * (start - Math.max(now, lo))) / span);
};

const earnedBy = (scenario: Scenario, board: Board, { objective, worth, key }: Aim): number =>
  earned(scenario, objective, board.baseline[key] ?? 0, worth(board));

/** Hundredths that a power has lost beyond its objectives: by falls of its government, and with all others by a war. (GV4, OB2) */
export const lossOf = ({ magnitudes }: Scenario, board: Pick<Board, 'falls' | 'war'>, power: PowerId): number =>
  100 * ((board.falls[power] ?? 0) * magnitudes.government.score + (board.war ? magnitudes.war.score : 0));

/** `open` counts the public objectives, `full` the dealt agenda too; neither goes below 0. */
export const scoreOf = (scenario: Scenario, board: Board, power: PowerId): { open: number; full: number } => {
  const aims = aimsOf(scenario, power);
  let open = scenario.scoring.base * 100 - lossOf(scenario, board, power);
  for (const aim of aims.open) open += earnedBy(scenario, board, aim);
  let full = open;
  const agenda = board.agendas[power];
  for (const aim of aims.secret) if (aim.objective.id === agenda) full += earnedBy(scenario, board, aim);
  return { open: Math.max(0, open), full: Math.max(0, full) };
};

export const scoresOf = (scenario: Scenario, board: Board): Scores => {
  const each: Record<PowerId, { open: number; full: number }> = {};
  const { powers } = indexOf(scenario);
  let sum = 0;
  for (const power of powers) {
    const score = scoreOf(scenario, board, power);
    each[power] = score;
    sum += score.open;
  }
  return { powers: each, joint: Math.floor(sum / Math.max(1, powers.length)) };
};
