import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { ActorLink, ActorLinks, Effects, Source } from './dossier-parts.tsx';
import { PromisesAbout } from './promises-about.tsx';

/** A sanction or a dispute: by whom, against whom, what it does each turn, and who may lift it. */
export const MeasureDossier = ({ measure: id }: { readonly measure: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const measure = indexOf(scenario).measures.get(id);
  if (measure === undefined) return null;
  const status = board.measures[id] ?? measure.status;
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('measure.status')}</dt>
        <dd>
          <Figure of={figureKey('measure', id)}>{t(`measure.${status}`)}</Figure>{' '}
          <span className="soft">{t(`measure.kind.${measure.kind}`)}</span>
        </dd>
        <dt>{t('measure.by')}</dt>
        <dd>
          <ActorLink actor={measure.by} />
        </dd>
        <dt>{t('measure.against')}</dt>
        <dd>
          <ActorLinks actors={measure.against} />
        </dd>
        <dt>{t('measure.lift')}</dt>
        <dd>{t('measure.lift.by', { power: actorName(scenario, measure.by) })}</dd>
      </dl>
      {measure.text === '' ? null : <p className="sourced">{measure.text}</p>}
      {measure.courtPercent === null ? null : (
        <p>
          <Figure of={figureKey('passing', id)}>
            {t('measure.courts', { power: actorName(scenario, measure.by), percent: measure.courtPercent })}
          </Figure>
        </p>
      )}
      <Effects title={t('measure.each')} effects={measure.each} />
      <Effects title={t('measure.onLift')} effects={measure.onLift} />
      <PromisesAbout about={({ terms }) => 'order' in terms && terms.order.measure === id} />
      <Source source={measure.source} />
    </>
  );
};
