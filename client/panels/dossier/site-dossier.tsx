import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName } from '../../text/names.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { ActorLink, Pips, Source } from './dossier-parts.tsx';
import { PromisesAbout } from './promises-about.tsx';

/** A base, post, mission, plant or port: whose ground, whose hand, how strong, and what is promised about it. */
export const SiteDossier = ({ site: id }: { readonly site: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const site = indexOf(scenario).sites.get(id);
  if (site === undefined) return null;
  const now = board.sites[id] ?? site;
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('site.kind')}</dt>
        <dd>
          {t(`site.kind.${site.kind}`)} · {areaName(site.area)}
        </dd>
        <dt>{t('site.host')}</dt>
        <dd>
          <ActorLink actor={site.host} />
        </dd>
        <dt>{t('site.operator')}</dt>
        <dd>
          <Figure of={figureKey('operator', id)}>{actorName(scenario, now.operator)}</Figure>
        </dd>
        <dt>{t('site.level')}</dt>
        <dd>
          <Figure of={figureKey('site', id)}>
            <Pips value={now.level} of={5} />
          </Figure>
        </dd>
      </dl>
      <PromisesAbout about={({ terms }) => terms.kind === 'host' && (terms.site === id || terms.site === site.kind)} />
      <Source note={site.note} source={site.source} />
    </>
  );
};
