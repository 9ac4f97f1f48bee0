import { flowOfRoute } from '../../../shared/catalogue/reckoning.ts';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { REGIMES } from '../../../shared/model/asset.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { actorName, actorNames, guardNames, projectName, quarterName } from '../../text/names.ts';
import { PowerCode } from '../../ui/power-mark.tsx';
import { useScenario, useView } from '../panel-hooks.ts';
import { WhatICanDo } from './what-i-can-do.tsx';

const FLOWS = ['closed', 'restricted', 'open'] as const;
export const FLOW_SIGNS = { closed: '✕', restricted: '◐', open: '○' } as const;

/** A way: its gates from end to end, what it carries, under whose law, and who profits. */
export const RouteDossier = ({ route: id, gate: chosen }: { readonly route: string; readonly gate: string | null }) => {
  const scenario = useScenario();
  const { board } = useView();
  const route = indexOf(scenario).routes.get(id);
  if (route === undefined) return null;
  const flow = FLOWS[flowOfRoute(scenario, board, id)] ?? 'closed';
  const regime = board.routes[id]?.regime ?? route.regime;
  const gates = new Set(route.gates.map((gate) => gate.id));
  return (
    <>
      <dl className="panel-facts">
        <dt>{t('route.mode')}</dt>
        <dd>{t(`mode.${route.mode}`)}</dd>
        <dt>{t('route.flow')}</dt>
        <dd>
          <span aria-hidden="true">{FLOW_SIGNS[flow]}</span> {t(`gate.${flow}`)}
        </dd>
        <dt>{t('route.regime')}</dt>
        <dd>
          {t(`regime.${regime}`)} {route.contested ? <span className="soft">{t('route.contested')}</span> : null}
        </dd>
        <dt>{t('route.profit')}</dt>
        <dd>
          {Object.entries(route.profit)
            .map(([actor, profit]) => `${actorName(scenario, actor)} ${profit}`)
            .join(', ') || '–'}{' '}
          <span className="soft small">{t('route.profit.note')}</span>
        </dd>
        {route.users.length === 0 ? null : (
          <>
            <dt>{t('route.users')}</dt>
            <dd>{actorNames(scenario, route.users)}</dd>
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
      <WhatICanDo about={({ order }) => 'gate' in order && gates.has(order.gate)} />
      <p className="small soft">
        {route.note} {t('source', { source: route.source })}
      </p>
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
                <span aria-hidden="true">{FLOW_SIGNS[status]}</span> {t(`gate.${status}`)}
                {now?.held == null ? null : (
                  <span className="small soft">
                    {' '}
                    {t('gate.held', { quarter: quarterName(scenario, now.held.until) })}
                  </span>
                )}
              </td>
              <td>{guardNames(scenario, now?.guard ?? gate.guard)}</td>
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
            text: Object.entries(cost)
              .map(([power, by]) => `${actorName(scenario, power)} −${by}`)
              .join(', '),
          },
        ];
  });
  if (costs.length === 0) return null;
  return (
    <div className="panel-part">
      <h3>{t('route.regimes')}</h3>
      <dl className="panel-facts">
        {costs.map(({ regime, text }) => (
          <div key={regime} className="dossier-note">
            <dt>{t(`regime.${regime}`)}</dt>
            <dd>{text === '' ? t('route.regime.free') : t('route.regime.cost', { costs: text })}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
};
