import { custom, supplierColour } from '../panels/board/supplier-colour.ts';
import { useMe, useScenario, useView } from '../panels/panel-hooks.ts';
import { Figure } from '../panels/why/figure.tsx';
import { type FigureKey, figureKey } from '../panels/why/figure-key.ts';
import { signedHundredths } from '../panels/why/story-powers.ts';
import { formatHundredths } from '../text/format.ts';
import { t } from '../text/match-text.ts';
import { actorName } from '../text/names.ts';
import { PowerEmblem } from '../ui/power-mark.tsx';
import { promiseRows, scoreRows, verdictOf } from './result-figures.ts';

const PROMISES = ['kept', 'broken', 'excused', 'open'] as const;
const agendaKey = (power: string, agenda: string | undefined): FigureKey =>
  agenda === undefined ? figureKey('score', power) : figureKey('objective', power, agenda);

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
              <td>
                <Figure of={figureKey('score', power)}>{formatHundredths(open)}</Figure>
              </td>
              <td>
                <Figure of={agendaKey(power, view.agendas[power])}>
                  {full === open ? '0' : signedHundredths(full - open)}
                </Figure>
              </td>
              <td>
                <Figure of={figureKey('score', power)}>
                  <b>{formatHundredths(full)}</b>
                </Figure>
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
              {PROMISES.map((what) => (
                <td key={what} data-bad={(what === 'broken' && row.broken > 0) || undefined}>
                  <Figure of={figureKey('promises', row.power, what, String(row[what]))}>{row[what]}</Figure>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
