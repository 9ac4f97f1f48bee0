import { custom, supplierColour } from '../panels/board/supplier-colour.ts';
import { useMe, useScenario, useView } from '../panels/panel-hooks.ts';
import { formatHundredths } from '../text/format.ts';
import { t } from '../text/match-text.ts';
import { actorName } from '../text/names.ts';
import { PowerEmblem } from '../ui/power-mark.tsx';
import { promiseRows, scoreRows, verdictOf } from './result-figures.ts';

export const ScoreTable = () => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="result-scroll" tabIndex={0} aria-label={t('result.scores.table')}>
      <table className="result-table">
        <thead>
          <tr>
            <th scope="col">{t('result.power')}</th>
            <th scope="col">{t('result.public')}</th>
            <th scope="col">{t('result.agenda')}</th>
            <th scope="col">{t('result.total')}</th>
            <th scope="col">
              <span className="hidden-text">{t('result.total')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scoreRows(scenario, view).map(({ power, open, full }) => (
            <tr key={power} data-me={power === me || undefined}>
              <th scope="row">
                <PowerEmblem power={power} size="s" /> {actorName(scenario, power)}{' '}
                {power === me ? <span className="soft">({t('result.you')})</span> : null}
              </th>
              <td className="figures">{formatHundredths(open)}</td>
              <td className="figures">
                {full === open ? '0' : `${full > open ? '+' : '−'}${formatHundredths(Math.abs(full - open))}`}
              </td>
              <td className="figures">
                <b>{formatHundredths(full)}</b>
              </td>
              <td className="result-bar-cell">
                <span className="result-bar" aria-hidden="true">
                  <span
                    style={custom({
                      '--done': `${Math.max(0, Math.min(100, full / 100))}%`,
                      '--tint': supplierColour(power),
                    })}
                  />
                </span>
                <span className="small">{t(`result.verdict.${verdictOf(full)}`)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

export const PromiseTable = () => {
  const scenario = useScenario();
  const view = useView();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="result-scroll" tabIndex={0} aria-label={t('result.promises.table')}>
      <table className="result-table">
        <thead>
          <tr>
            <th scope="col">{t('result.power')}</th>
            <th scope="col">✓ {t('result.kept')}</th>
            <th scope="col">✗ {t('result.broken')}</th>
            <th scope="col">– {t('result.excused')}</th>
            <th scope="col">○ {t('result.open')}</th>
          </tr>
        </thead>
        <tbody>
          {promiseRows(scenario, view).map((row) => (
            <tr key={row.power}>
              <th scope="row">
                <PowerEmblem power={row.power} size="s" /> {actorName(scenario, row.power)}
              </th>
              <td className="figures">{row.kept}</td>
              <td className="figures" data-bad={row.broken > 0 || undefined}>
                {row.broken}
              </td>
              <td className="figures">{row.excused}</td>
              <td className="figures">{row.open}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
