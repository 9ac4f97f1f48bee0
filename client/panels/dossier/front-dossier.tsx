import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { FrontDefinition } from '../../../shared/model/asset.ts';
import type { Clause } from '../../../shared/model/clause.ts';
import { OWN } from '../../../shared/model/ids.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName, supplierName } from '../../text/names.ts';
import { tensionLevel } from '../../text/sentence-parts.ts';
import { cellFigures } from '../board/board-figures.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { ActorLink, ActorLinks, Effects, Part, Pips, Source } from './dossier-parts.tsx';
import { PromisesAbout } from './promises-about.tsx';

/** A line between two: how tense, what may change hands, who stands behind whom. */
export const FrontDossier = ({ front: id }: { readonly front: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const { select } = useIntents();
  const front = indexOf(scenario).fronts.get(id);
  if (front === undefined) return null;
  const tension = board.fronts[id]?.tension ?? front.tension;
  const hot = board.fronts[id]?.hot ?? 0;
  const { operateTension } = scenario.magnitudes.force;
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('front.tension')}</dt>
        <dd>
          <Figure of={figureKey('tension', id)}>
            <Pips value={tension} of={10} /> {t(`tension.${tensionLevel(tension)}`)}
          </Figure>
          {hot > 0 ? (
            <p className="field-error">
              <Figure of={figureKey('hot', id)}>{t('front.hot', { turns: hot })}</Figure>
            </p>
          ) : null}
        </dd>
        <dt>{t('front.parties')}</dt>
        <dd>
          <ActorLinks actors={front.parties} />
        </dd>
        <dt>{t('front.force')}</dt>
        <dd>
          {front.background ? (
            t('front.background')
          ) : (
            <Figure of={figureKey('rule', 'operating')}>
              {t(tension >= operateTension ? 'front.open' : 'front.closed', { least: operateTension })}
            </Figure>
          )}
        </dd>
        {front.routes.length === 0 ? null : (
          <>
            <dt>{t('front.routes')}</dt>
            <dd>
              {front.routes.map((route) => (
                <button
                  key={route}
                  type="button"
                  className="link-button"
                  onClick={() => select({ kind: 'route', id: route })}
                >
                  {indexOf(scenario).routes.get(route)?.name}
                </button>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Prizes front={front} />
      {front.parties.map((party) => (
        <Cover key={party} front={front} party={party} />
      ))}
      <Recognised front={id} />
      <PromisesAbout
        about={({ terms }) =>
          (terms.kind === 'recognise' && terms.what === id) || ('order' in terms && terms.order.front === id)
        }
      />
      <Source note={front.note} source={front.source} />
    </>
  );
};

const Prizes = ({ front }: { readonly front: FrontDefinition }) => {
  const scenario = useScenario();
  const { board } = useView();
  return (
    <>
      {front.prizes.map((prize) => (
        <div key={prize.id} className="panel-card">
          <p>
            <b>{prize.name}</b>{' '}
            <Figure of={figureKey('prize', prize.id)}>
              {t('front.held', { power: actorName(scenario, board.prizes[prize.id] ?? prize.holder) })}
            </Figure>
          </p>
          <Effects title={t('front.onLost', { power: actorName(scenario, prize.holder) })} effects={prize.onLost} />
        </div>
      ))}
    </>
  );
};

const isShield = (clause: Clause, party: string): boolean =>
  clause.terms.kind === 'guarantee' &&
  clause.to.includes(party) &&
  (clause.status === 'pending' || clause.status === 'kept');

/** Who stands behind a side: outsiders’ shares in its security, and those who have promised to come. */
const Cover = ({ front, party }: { readonly front: FrontDefinition; readonly party: string }) => {
  const scenario = useScenario();
  const { board, agreements } = useView();
  if (board.portfolios[party] === undefined) return null;
  const others = cellFigures(scenario, board, party, 'security', null).slices.filter(
    ({ supplier }) => supplier !== OWN && !(front.parties as readonly string[]).includes(supplier),
  );
  const shields = agreements
    .filter((one) => one.status === 'inForce')
    .flatMap((agreement) =>
      agreement.clauses
        .filter((clause) => isShield(clause, party))
        .map((clause) => ({ agreement: agreement.id, clause })),
    );
  return (
    <Part title={t('front.cover', { party: actorName(scenario, party) })}>
      <p>
        {t('front.cover.shares')}{' '}
        {others.map(({ supplier, share }) => (
          <Figure key={supplier} of={figureKey('share', party, 'security', supplier)}>
            {supplierName(scenario, supplier)} <b>{share}</b>
          </Figure>
        ))}
        {others.length === 0 ? t('front.cover.none') : null}
      </p>
      {shields.length === 0 ? <p className="soft">{t('front.cover.noshield')}</p> : null}
      {shields.map(({ agreement, clause }) => (
        <p key={`${agreement}/${clause.id}`}>
          {clause.by
            .filter((by) => by !== party)
            .map((by) => (
              <ActorLink key={by} actor={by} />
            ))}{' '}
          <Figure of={figureKey('clause', agreement, clause.id)}>{t('front.cover.promised')}</Figure>
        </p>
      ))}
    </Part>
  );
};

const Recognised = ({ front }: { readonly front: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const given = board.recognitions.filter((one) => one.what === front);
  if (given.length === 0) return null;
  return (
    <Part title={t('front.recognised')}>
      <p>
        {given.map(({ by }) => (
          <Figure key={by} of={figureKey('recognition', by, front)}>
            {actorName(scenario, by)}
          </Figure>
        ))}
      </p>
    </Part>
  );
};
