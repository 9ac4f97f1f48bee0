import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { useMe, useScenario, useView } from '../panels/panel-hooks.ts';
import { Figure } from '../panels/why/figure.tsx';
import { figureKey } from '../panels/why/figure-key.ts';
import { signedHundredths } from '../panels/why/story-powers.ts';
import { t } from '../text/match-text.ts';
import { actorName } from '../text/names.ts';
import { Badge } from '../ui/badge.tsx';
import { objectiveRows } from './result-figures.ts';

const mineFirst = (powers: readonly string[], me: string | null): readonly string[] =>
  [...powers].sort((a, b) => Number(b === me) - Number(a === me));

/** Each power's objectives and what each brought, one's own open. */
export const ObjectiveTables = () => {
  const scenario = useScenario();
  const me = useMe();
  return (
    <div className="result-objectives">
      {mineFirst(indexOf(scenario).powers, me).map((power) => (
        <details key={power} className="panel-card" data-mine={power === me || undefined} open={power === me}>
          <summary>{t('result.objectives', { power: actorName(scenario, power) })}</summary>
          <ObjectiveTable power={power} />
        </details>
      ))}
    </div>
  );
};

const ObjectiveTable = ({ power }: { readonly power: string }) => {
  const scenario = useScenario();
  const view = useView();
  return (
    <table className="result-table">
      <thead>
        <tr>
          <th scope="col">{t('result.objective')}</th>
          <th scope="col">{t('result.worth')}</th>
        </tr>
      </thead>
      <tbody>
        {objectiveRows(scenario, view, power).map(({ objective, secret, hundredths }) => (
          <tr key={objective.id}>
            <th scope="row">
              {objective.title} {secret ? <Badge tone="warn">{t('result.secret')}</Badge> : null}
              <br />
              <span className="small soft">{objective.why}</span>
            </th>
            <td>
              <Figure of={figureKey('objective', power, objective.id)}>{signedHundredths(hundredths)}</Figure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
