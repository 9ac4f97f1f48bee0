import { t } from '../../text/match-text.ts';
import { Badge } from '../../ui/badge.tsx';
import { useScenario, useView } from '../panel-hooks.ts';

/** What a power wants, as far as one may know. */
export const Objectives = ({ power }: { readonly power: string }) => {
  const scenario = useScenario();
  const { agendas } = useView();
  const agenda = (scenario.agendas[power] ?? []).find((one) => one.id === agendas[power]);
  const open = scenario.objectives[power] ?? [];
  return (
    <details className="panel-part">
      <summary>
        <h3>{t('objectives.title')}</h3>
      </summary>
      <ul className="objectives">
        {[...(agenda === undefined ? [] : [agenda]), ...open].map((one) => (
          <li key={one.id}>
            <b>{one.title}</b> {one === agenda ? <Badge tone="warn">{t('objectives.secret')}</Badge> : null}{' '}
            <span className="soft figures">{t('objectives.weight', { weight: one.weight })}</span>
            <br />
            <span className="small">{one.why}</span>
          </li>
        ))}
      </ul>
      {agenda === undefined ? <p className="small soft">{t('objectives.hidden')}</p> : null}
    </details>
  );
};
