import type { Scenario } from '../../../shared/model/scenario.ts';
import { totalOf } from '../../../shared/rules/stages.ts';
import { t } from '../../text/match-text.ts';
import { actorName, projectName } from '../../text/names.ts';
import { figureKey } from './figure-key.ts';
import { movesOf, PLAIN, partsOf, startOf, type Teller } from './story.ts';

const projectOf = (scenario: Scenario, id: string) => scenario.projects.find((one) => one.id === id);

export const progress: Teller = ([id = '', sponsor = ''], scenario, view) => {
  const project = projectOf(scenario, id);
  if (project === undefined) return null;
  const start = project.progress[sponsor] ?? 0;
  return {
    ...PLAIN,
    title: t('figure.progress', { project: project.name, sponsor: actorName(scenario, sponsor) }),
    value: String(view.board.projects[id]?.progress[sponsor] ?? start),
    note: t('figure.progress.note', { goal: project.goal }),
    moves: movesOf(
      view,
      (event) =>
        (event.kind === 'progressMade' || event.kind === 'stageReached') &&
        event.project === id &&
        event.sponsor === sponsor,
    ),
    start: startOf(start, project.note, project.source),
    thing: { kind: 'project', id },
  };
};

const decided = (scenario: Scenario, actor: string | null | undefined, none: string): string =>
  actor == null ? none : actorName(scenario, actor);

export const award: Teller = ([id = ''], scenario, view) => {
  if (projectOf(scenario, id) === undefined) return null;
  const none = t('figure.award.none');
  return {
    ...PLAIN,
    title: t('figure.award', { project: projectName(scenario, id) }),
    value: decided(scenario, view.board.projects[id]?.awarded, none),
    moves: movesOf(view, (event) => event.kind === 'awarded' && event.project === id),
    start: startOf(none),
    thing: { kind: 'project', id },
  };
};

export const winner: Teller = ([id = ''], scenario, view) => {
  const project = projectOf(scenario, id);
  if (project === undefined) return null;
  const none = t('figure.winner.none');
  return {
    ...PLAIN,
    title: t('figure.winner', { project: project.name }),
    value: decided(scenario, view.board.projects[id]?.winner, none),
    moves: movesOf(
      view,
      (event) => (event.kind === 'projectWon' || event.kind === 'progressMade') && event.project === id,
    ),
    start: startOf(none, project.note, project.source),
    thing: { kind: 'project', id },
  };
};

/** How far a project has come in all, whoever did the work. */
export const project: Teller = ([id = ''], scenario, view, tell) => {
  const found = projectOf(scenario, id);
  if (found === undefined) return null;
  const start = Object.values(found.progress).reduce((sum: number, done) => sum + (done ?? 0), 0);
  return {
    ...PLAIN,
    title: t('figure.project', { project: found.name }),
    value: t('project.of', { progress: totalOf(view.board, id), goal: found.goal }),
    parts: partsOf(
      found.sponsors.map((sponsor) => figureKey('progress', id, sponsor)),
      tell,
    ),
    moves: movesOf(
      view,
      (event) => (event.kind === 'progressMade' || event.kind === 'stageReached') && event.project === id,
    ),
    start: startOf(t('project.of', { progress: start, goal: found.goal }), found.note, found.source),
    thing: { kind: 'project', id },
  };
};

/** Where a stage ends. */
export const stage: Teller = ([id = '', name = ''], scenario, _view, tell) => {
  const found = projectOf(scenario, id);
  const one = found?.stages.find((each) => each.name === name);
  if (found === undefined || one === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.stage', { project: found.name, stage: t(`stage.${one.name}`) }),
    value: String(one.upTo),
    note: t('cause.rule', { rule: 'PJ2', text: t('rule.PJ2') }),
    parts: partsOf([figureKey('project', id)], tell),
    moves: [],
    fixed: true,
    start: startOf(one.upTo, found.note, found.source),
    thing: { kind: 'project', id },
  };
};
