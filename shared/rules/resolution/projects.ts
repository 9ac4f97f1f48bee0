import type { ProjectDefinition } from '../../model/asset.ts';
import type { FailReason } from '../../model/fail-reason.ts';
import type { Board } from '../../model/state.ts';
import { concludeProgress, type Progress } from '../effects.ts';
import { gainsOf, stageAt, totalOf } from '../stages.ts';
import { type Running, runningOf, type Turn } from './turn.ts';

type Sponsoring = Running & { readonly order: { readonly verb: 'sponsor'; readonly project: string } };

/** Step 6: awards count from the next turn; sponsors' points are shared out stage by stage; what is complete is won. */
export const runProjects = (turn: Turn, before: Board): void => {
  award(turn);
  const sponsors = runningOf(turn, 'sponsor');
  if (sponsors.length === 0) return;
  const done: Progress[] = [];
  for (const project of turn.log.scenario.projects) {
    const here = sponsors.filter((one) => one.order.project === project.id);
    if (here.length > 0) done.push(sponsor(turn, before, project, here));
  }
  for (const progress of done) concludeProgress(turn.log, progress);
};

const award = (turn: Turn): void => {
  for (const one of runningOf(turn, 'award')) {
    const { project, sponsor } = one.order;
    if (turn.log.state.board.projects[project]?.winner !== null) continue;
    one.shownBy = turn.log.add(
      { kind: 'awarded', by: one.power, project, sponsor },
      { kind: 'order', power: one.power, order: one.order },
    );
  }
};

const sponsor = (turn: Turn, before: Board, project: ProjectDefinition, here: readonly Sponsoring[]): Progress => {
  const { log } = turn;
  const now = before.projects[project.id];
  const { points, awardedPoints } = log.scenario.magnitudes.project;
  const awarded = now?.awarded ?? null;
  const over = now?.winner !== null;
  const efforts = here.map(({ power }) => ({ sponsor: power, points: power === awarded ? awardedPoints : points }));
  const gains = over ? [] : gainsOf(log.scenario, before, project, efforts);
  const from = totalOf(before, project.id);
  let to = from;
  for (const gain of gains) to += gain;
  const by: Progress['by'][number][] = [];
  for (const [i, one] of here.entries()) {
    const gained = gains[i] ?? 0;
    const why = gained > 0 ? null : over || to >= project.goal ? 'alreadyWon' : whyClosed(before, project, to);
    one.shownBy = log.add(
      { kind: 'sponsored', by: one.power, project: project.id, points: gained, why },
      { kind: 'order', power: one.power, order: one.order },
    );
    if (gained === 0) continue;
    const id = log.add(
      { kind: 'progressMade', project: project.id, sponsor: one.power, by: gained },
      { kind: 'events', ids: [one.shownBy] },
    );
    by.push({ sponsor: one.power, points: gained, id });
  }
  return { project, from, awarded, by };
};

/** The stage reached waits for the host: it chose somebody else, or has not bound itself to this sponsor. */
const whyClosed = (before: Board, project: ProjectDefinition, total: number): FailReason => {
  const needs = project.stages[stageAt(project, total)]?.needs;
  return needs?.kind === 'award' && before.projects[project.id]?.awarded !== null ? 'refusedByHost' : 'stageClosed';
};
