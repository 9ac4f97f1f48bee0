import type { ProjectDefinition, StageNeed } from '../../../shared/model/asset.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { meetsNeed, stageAt, totalOf } from '../../../shared/rules/stages.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName, routeName } from '../../text/names.ts';
import { siteOrKind } from '../../text/terms-sentence.ts';
import { custom, supplierColour } from '../board/supplier-colour.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { ActorLink, Effects, Part, Source } from './dossier-parts.tsx';
import { PromisesAbout } from './promises-about.tsx';

/** What a stage asks of the host, in words. */
const needSentence = (need: StageNeed | null, project: ProjectDefinition, scenario: Scenario): string => {
  const host = actorName(scenario, project.host);
  if (need === null) return t('need.none');
  switch (need.kind) {
    case 'award':
      return t('need.award', { host });
    case 'welcome':
      return t('need.welcome', { host, area: areaName(need.area) });
    case 'gate':
      return t('need.gate', { host, route: routeName(scenario, need.route) });
    case 'host':
      return t('need.host', { host, site: siteOrKind(need.site, scenario) });
    case 'any':
      return t('need.any', { host });
    default:
      return need satisfies never;
  }
};

/** A race of sponsors in stages: how far each is, what comes next and what it waits for. */
export const ProjectDossier = ({ project: id }: { readonly project: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const project = scenario.projects.find((one) => one.id === id);
  if (project === undefined) return null;
  const now = board.projects[id];
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('site.host')}</dt>
        <dd>
          <ActorLink actor={project.host} />
        </dd>
        <dt>{t('project.goal')}</dt>
        <dd>
          <Figure of={figureKey('project', id)}>
            {t('project.of', { progress: totalOf(board, id), goal: project.goal })}
          </Figure>
        </dd>
        <dt>{t('project.award')}</dt>
        <dd>
          <Figure of={figureKey('award', id)}>
            {now?.awarded == null ? t('figure.award.none') : actorName(scenario, now.awarded)}
          </Figure>
        </dd>
        <dt>{t('project.winner')}</dt>
        <dd>
          <Figure of={figureKey('winner', id)}>
            {now?.winner == null ? t('figure.winner.none') : actorName(scenario, now.winner)}
          </Figure>
        </dd>
      </dl>
      <Stages project={project} />
      <Part title={t('project.sponsors')}>
        <ul className="panel-list">
          {project.sponsors.map((sponsor) => (
            <SponsorRow key={sponsor} project={project} sponsor={sponsor} />
          ))}
        </ul>
      </Part>
      <Effects title={t('project.onWon')} effects={project.onWon} />
      <PromisesAbout about={({ terms }) => 'order' in terms && terms.order.project === id} />
      <Source note={project.note} source={project.source} />
    </>
  );
};

const useStageUnderWay = (project: ProjectDefinition): number => {
  const { board } = useView();
  return board.projects[project.id]?.winner == null
    ? stageAt(project, totalOf(board, project.id))
    : project.stages.length;
};

const Stages = ({ project }: { readonly project: ProjectDefinition }) => {
  const scenario = useScenario();
  const under = useStageUnderWay(project);
  return (
    <Part title={t('project.stages')}>
      <ol className="stage-list">
        {project.stages.map((stage, i) => (
          <li key={stage.name} data-now={i === under || undefined} data-done={i < under || undefined}>
            <b>{t(`stage.${stage.name}`)}</b>{' '}
            <Figure of={figureKey('stage', project.id, stage.name)} className="soft">
              {t('stage.upTo', { upTo: stage.upTo })}
            </Figure>{' '}
            <span className="small">
              {i < under ? t('stage.passed') : needSentence(stage.needs, project, scenario)}
            </span>
          </li>
        ))}
      </ol>
    </Part>
  );
};

const SponsorRow = ({ project, sponsor }: { readonly project: ProjectDefinition; readonly sponsor: string }) => {
  const scenario = useScenario();
  const { board, agreements } = useView();
  const progress = board.projects[project.id]?.progress[sponsor] ?? 0;
  const stage = project.stages[useStageUnderWay(project)];
  const ground = {
    projects: board.projects,
    turn: board.turn,
    agreements: Object.fromEntries(agreements.map((one) => [one.id, one])),
  };
  const ready = stage === undefined || meetsNeed(scenario, ground, project, sponsor, stage.needs);
  return (
    <li className="project-row">
      <ActorLink actor={sponsor} />
      <span className="project-bar" aria-hidden="true">
        <span
          style={custom({
            '--done': `${Math.min(100, (100 * progress) / project.goal)}%`,
            '--tint': supplierColour(sponsor),
          })}
        />
      </span>
      <Figure of={figureKey('progress', project.id, sponsor)}>
        {t('project.of', { progress, goal: project.goal })}
      </Figure>
      {stage === undefined ? null : (
        <span className="small soft project-need" data-open={ready || undefined}>
          {t(ready ? 'project.open' : 'project.waits')}
        </span>
      )}
    </li>
  );
};
