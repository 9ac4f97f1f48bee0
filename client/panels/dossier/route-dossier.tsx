import { flowOfRoute } from '../../../shared/catalogue/reckoning.ts';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { REGIMES } from '../../../shared/model/asset.ts';
import type { ClauseTerms } from '../../../shared/model/clause.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName, guardNames, projectName, quarterName } from '../../text/names.ts';
import { PowerCode } from '../../ui/power-mark.tsx';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { ActorLinks, Source } from './dossier-parts.tsx';
import { PromisesAbout } from './promises-about.tsx';

const FLOWS = ['closed', 'restricted', 'open'] as const;
export const FLOW_SIGNS = { closed: '✕', restricted: '◐', open: '○' } as const;

/** Does a promise speak of this route, or of one of its gates? */
const speaksOf = (terms: ClauseTerms, route: string, gates: readonly string[]): boolean => {
  if ('route' in terms) return terms.route === route;
  const gate = 'gate' in terms ? terms.gate : 'order' in terms ? terms.order.gate : undefined;
  return gate !== undefined && gates.includes(gate);
};

/** A way: its gates from end to end, what it carries, under whose law, and who profits. */
export const RouteDossier = ({ route: id, gate: chosen }: { readonly route: string; readonly gate: string | null }) => {
  const scenario = useScenario();
  const { board } = useView();
  const route = indexOf(scenario).routes.get(id);
  if (route === undefined) return null;
  const flow = FLOWS[flowOfRoute(scenario, board, id)] ?? 'closed';
  const regime = board.routes[id]?.regime ?? route.regime;
  const gates = route.gates.map((gate) => gate.id);
  const profiteers = [...new Set([...Object.keys(route.profit), ...Object.keys(board.profits[id] ?? {})])];
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('route.mode')}</dt>
        <dd>{t(`mode.${route.mode}`)}</dd>
        <dt>{t('route.flow')}</dt>
        <dd>
          <Figure of={figureKey('flow', id)}>
            <span aria-hidden="true">{FLOW_SIGNS[flow]}</span> {t(`gate.${flow}`)}
          </Figure>
        </dd>
        <dt>{t('route.regime')}</dt>
        <dd>
          <Figure of={figureKey('regime', id)}>{t(`regime.${regime}`)}</Figure>{' '}
          {route.contested ? <span className="soft">{t('route.contested')}</span> : null}
        </dd>
        <dt>{t('route.profit')}</dt>
        <dd>
          {profiteers.length === 0 ? '–' : null}
          {profiteers.map((actor) => (
            <Figure key={actor} of={figureKey('profit', id, actor)}>
              {actorName(scenario, actor)} <b>{(route.profit[actor] ?? 0) + (board.profits[id]?.[actor] ?? 0)}</b>
            </Figure>
          ))}{' '}
          <span className="soft small">{t('route.profit.note')}</span>
        </dd>
        {route.users.length === 0 ? null : (
          <>
            <dt>{t('route.users')}</dt>
            <dd>
              <ActorLinks actors={route.users} />
            </dd>
          </>
        )}
        {route.cap === null || board.projects[route.cap.project]?.winner != null ? null : (
          <>
            <dt>{t('route.cap')}</dt>
            <dd>
              {t('route.cap.until', {
                flow: t(`gate.${FLOWS[route.cap.flow]}`),
                project: projectName(scenario, route.cap.project),
              })}
            </dd>
          </>
        )}
      </dl>
      <div className="panel-part">
        <h3>{t('route.gates')}</h3>
        <GateTable route={id} chosen={chosen} />
      </div>
      {route.contested ? <RegimeCosts route={id} /> : null}
      <PromisesAbout about={({ terms }) => speaksOf(terms, id, gates)} />
      <Source note={route.note} source={route.source} />
    </>
  );
};

const GateTable = ({ route: id, chosen }: { readonly route: string; readonly chosen: string | null }) => {
  const scenario = useScenario();
  const { board } = useView();
  const { select } = useIntents();
  const gates = indexOf(scenario).routes.get(id)?.gates ?? [];
  return (
    <table className="gate-table">
      <thead>
        <tr>
          <th scope="col">{t('gate')}</th>
          <th scope="col">{t('gate.owner')}</th>
          <th scope="col">{t('gate.status')}</th>
          <th scope="col">{t('gate.guard')}</th>
        </tr>
      </thead>
      <tbody>
        {gates.map((gate) => {
          const now = board.gates[gate.id];
          const status = now?.status ?? gate.status;
          return (
            <tr key={gate.id} data-chosen={gate.id === chosen || undefined}>
              <th scope="row">
                <button type="button" className="link-button" onClick={() => select({ kind: 'gate', id: gate.id })}>
                  {gate.name}
                </button>
              </th>
              <td>
                <PowerCode power={gate.owner} />
              </td>
              <td>
                <Figure of={figureKey('gate', gate.id)}>
                  <span aria-hidden="true">{FLOW_SIGNS[status]}</span> {t(`gate.${status}`)}
                </Figure>
                {now?.held == null ? null : (
                  <span className="small soft">
                    {' '}
                    {t('gate.held', { quarter: quarterName(scenario, now.held.until) })}
                  </span>
                )}
              </td>
              <td>
                <Figure of={figureKey('guard', gate.id)}>{guardNames(scenario, now?.guard ?? gate.guard)}</Figure>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** What signing a regime costs each owner at home. */
const RegimeCosts = ({ route: id }: { readonly route: string }) => {
  const scenario = useScenario();
  const route = indexOf(scenario).routes.get(id);
  const costs = REGIMES.flatMap((regime) => {
    const cost = route?.regimeCost[regime];
    return regime === 'none' || cost === undefined
      ? []
      : [
          {
            regime,
            paid: Object.entries(cost).filter(([, by]) => by > 0),
          },
        ];
  });
  if (costs.length === 0) return null;
  return (
    <div className="panel-part">
      <h3>{t('route.regimes')}</h3>
      <dl className="panel-facts">
        {costs.map(({ regime, paid }) => (
          <div key={regime} className="dossier-note">
            <dt>{t(`regime.${regime}`)}</dt>
            <dd>
              {t(paid.length === 0 ? 'route.regime.free' : 'route.regime.cost')}{' '}
              {paid.map(([power, by]) => (
                <Figure key={power} of={figureKey('regimeCost', id, regime, power)}>
                  {actorName(scenario, power)} −{by}
                </Figure>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
