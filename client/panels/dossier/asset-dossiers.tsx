import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { tensionLevel } from '../../text/sentence-parts.ts';
import { custom, supplierColour } from '../board/supplier-colour.ts';
import { useScenario, useView } from '../panel-hooks.ts';

const ActorLink = ({ actor }: { readonly actor: string }) => {
  const scenario = useScenario();
  const { select } = useIntents();
  return (
    <button type="button" className="link-button" onClick={() => select({ kind: 'country', id: actor })}>
      {actorName(scenario, actor)}
    </button>
  );
};

export const SiteDossier = ({ site: id }: { readonly site: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const site = indexOf(scenario).sites.get(id);
  if (site === undefined) return null;
  const now = board.sites[id] ?? site;
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('site.host')}</dt>
        <dd>
          <ActorLink actor={site.host} />
        </dd>
        <dt>{t('site.operator')}</dt>
        <dd>
          <ActorLink actor={now.operator} />
        </dd>
        <dt>{t('site.level')}</dt>
        <dd>
          <Pips value={now.level} of={5} />
        </dd>
      </dl>
      <p className="small soft">
        {site.note} {t('source', { source: site.source })}
      </p>
    </>
  );
};

export const FrontDossier = ({ front: id }: { readonly front: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const front = indexOf(scenario).fronts.get(id);
  if (front === undefined) return null;
  const tension = board.fronts[id]?.tension ?? front.tension;
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('front.tension')}</dt>
        <dd>
          <Pips value={tension} of={10} /> {t(`tension.${tensionLevel(tension)}`)}
        </dd>
        <dt>{t('front.parties')}</dt>
        <dd>
          {front.parties.map((party, i) => (
            <span key={party}>
              {i === 0 ? '' : ' · '}
              <ActorLink actor={party} />
            </span>
          ))}
        </dd>
        {front.prizes.map((prize) => (
          <div key={prize.id} className="dossier-note">
            <dt>{prize.name}</dt>
            <dd>{t('front.held', { power: actorName(scenario, board.prizes[prize.id] ?? prize.holder) })}</dd>
          </div>
        ))}
      </dl>
      <p className="small soft">
        {front.note} {t('source', { source: front.source })}
      </p>
    </>
  );
};

export const ProjectDossier = ({ project: id }: { readonly project: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const project = scenario.projects.find((one) => one.id === id);
  if (project === undefined) return null;
  const now = board.projects[id] ?? { progress: project.progress, winner: null };
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('site.host')}</dt>
        <dd>
          <ActorLink actor={project.host} />
        </dd>
        <dt>{t('project.goal')}</dt>
        <dd className="figures">{project.goal}</dd>
        {now.winner === null ? null : (
          <>
            <dt>{t('project.winner')}</dt>
            <dd>{actorName(scenario, now.winner)}</dd>
          </>
        )}
      </dl>
      <ul className="panel-list">
        {project.sponsors.map((sponsor) => {
          const progress = now.progress[sponsor] ?? 0;
          return (
            <li key={sponsor} className="project-row">
              <ActorLink actor={sponsor} />
              <span className="project-bar" aria-hidden="true">
                <span
                  style={custom({
                    '--done': `${Math.min(100, (100 * progress) / project.goal)}%`,
                    '--tint': supplierColour(sponsor),
                  })}
                />
              </span>
              <span className="figures">{t('project.of', { progress, goal: project.goal })}</span>
            </li>
          );
        })}
      </ul>
      <p className="small soft">
        {project.note} {t('source', { source: project.source })}
      </p>
    </>
  );
};

export const Pips = ({ value, of }: { readonly value: number; readonly of: number }) => (
  <span className="pips figures">
    <b>{value}</b> <span className="soft">/ {of}</span>
    <span className="pip-bar" aria-hidden="true">
      <span style={custom({ '--done': `${(100 * value) / of}%` })} />
    </span>
  </span>
);
