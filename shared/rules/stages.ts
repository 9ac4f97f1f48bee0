import { indexOf } from '../catalogue/scenario-index.ts';
import { allocate } from '../kernel/shares.ts';
import type { ProjectDefinition, StageNeed } from '../model/asset.ts';
import type { Clause } from '../model/clause.ts';
import type { ActorId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';

/** What progress hangs on. */
type Ground = Pick<Board, 'projects' | 'agreements' | 'turn'>;

/** A sponsor's points for one project, as it wishes them. */
export type Effort = { readonly sponsor: ActorId; readonly points: number };

/** Points of all sponsors together. */
export const totalOf = (board: Pick<Board, 'projects'>, project: string): number => {
  let sum = 0;
  for (const points of Object.values(board.projects[project]?.progress ?? {})) sum += points;
  return sum;
};

/** The stage under way: the first whose end has not been reached; past the last when all is done. */
export const stageAt = ({ stages }: ProjectDefinition, total: number): number => {
  let stage = 0;
  while (stage < stages.length && total >= (stages[stage]?.upTo ?? 0)) stage += 1;
  return stage;
};

/** Has the host bound itself to this sponsor as the stage asks? (PJ2) */
export const meetsNeed = (
  scenario: Scenario,
  board: Ground,
  project: ProjectDefinition,
  sponsor: ActorId,
  need: StageNeed | null,
): boolean => {
  if (need === null) return true;
  if (need.kind === 'award') return board.projects[project.id]?.awarded === sponsor;
  for (const agreement of Object.values(board.agreements)) {
    if (agreement.status !== 'inForce') continue;
    for (const clause of agreement.clauses) {
      if (!serves(scenario, clause, sponsor, need)) continue;
      const stands = clause.status === 'kept' || (clause.status === 'pending' && clause.from <= board.turn);
      if (stands && clause.by.includes(project.host) && clause.to.includes(sponsor)) return true;
    }
  }
  return false;
};

type ClauseNeed = Exclude<StageNeed, { readonly kind: 'award' }>;

const serves = (scenario: Scenario, { terms }: Clause, sponsor: ActorId, need: ClauseNeed): boolean => {
  switch (need.kind) {
    case 'any':
      return true;
    case 'welcome':
      return terms.kind === 'welcome' && terms.open && terms.area === need.area && terms.supplier === sponsor;
    case 'gate':
      return (
        terms.kind === 'gate' &&
        ('route' in terms ? terms.route : indexOf(scenario).gates.get(terms.gate)?.route.id) === need.route
      );
    case 'host':
      return (
        terms.kind === 'host' && terms.hosted && terms.operator === sponsor && isSite(scenario, terms.site, need.site)
      );
    default:
      return need satisfies never;
  }
};

/** A promise of a named site serves a need for its kind too. */
const isSite = (scenario: Scenario, promised: string, needed: string): boolean =>
  promised === needed || indexOf(scenario).sites.get(promised)?.kind === needed;

/**
 * What becomes of the efforts for one project: stage by stage, shared in proportion where there is less room than
 * effort, and beyond the end of a stage only by those to whom the next is open. (PJ1, PJ2)
 */
export const gainsOf = (
  scenario: Scenario,
  board: Ground,
  project: ProjectDefinition,
  efforts: readonly Effort[],
): readonly number[] => {
  const left = efforts.map((effort) => effort.points);
  const gains = efforts.map(() => 0);
  let total = totalOf(board, project.id);
  for (let stage = stageAt(project, total); stage < project.stages.length; stage += 1) {
    const { upTo, needs } = project.stages[stage] as ProjectDefinition['stages'][number];
    const open = efforts.map(({ sponsor }, i) =>
      meetsNeed(scenario, board, project, sponsor, needs) ? (left[i] ?? 0) : 0,
    );
    for (const [i, points] of allocate(upTo - total, open, open).entries()) {
      gains[i] = (gains[i] ?? 0) + points;
      left[i] = (left[i] ?? 0) - points;
      total += points;
    }
    if (total < upTo) break;
  }
  return gains;
};
