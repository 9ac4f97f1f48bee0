import { AREAS, type Area } from '../../../shared/model/area.ts';
import { type ActorId, OWN } from '../../../shared/model/ids.ts';
import { isBarred, isWelcome } from '../../../shared/model/portfolio.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName, supplierName } from '../../text/names.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { figureKey } from '../why/figure-key.ts';
import { cellFigures } from './board-figures.ts';
import { ShareBar } from './share-bar.tsx';
import { custom, supplierColour } from './supplier-colour.ts';
import './board.css';

/** A host's six rows with every supplier. */
export const HostPortfolio = ({
  host,
  lit = null,
  dim = false,
}: {
  readonly host: ActorId;
  readonly lit?: string | null /** dims the others in the bars */;
  readonly dim?: boolean;
}) => {
  const scenario = useScenario();
  return (
    <table className="portfolio" aria-label={t('portfolio.of', { host: actorName(scenario, host) })}>
      <tbody>
        {AREAS.map((area) => (
          <PortfolioRow key={area} host={host} area={area} lit={lit === host ? OWN : lit} dim={dim} />
        ))}
      </tbody>
    </table>
  );
};

const PortfolioRow = ({
  host,
  area,
  lit,
  dim,
}: {
  readonly host: ActorId;
  readonly area: Area;
  readonly lit: string | null;
  readonly dim: boolean;
}) => {
  const scenario = useScenario();
  const { board } = useView();
  const figures = cellFigures(scenario, board, host, area, null);
  const doors = board.doors[host];
  const gaps = board.gaps.filter((gap) => gap.host === host && gap.area === area && gap.until >= board.turn);
  return (
    <tr>
      <th scope="row">{areaName(area)}</th>
      <td>
        <ShareBar slices={figures.slices} lit={dim ? lit : null} tall />
        <span className="portfolio-shares">
          {figures.slices.map((slice) => (
            <span
              key={slice.supplier}
              className="portfolio-share"
              data-lit={lit === slice.supplier || undefined}
              style={custom({ '--tint': supplierColour(slice.supplier) })}
            >
              <Figure
                of={figureKey('share', host, area, slice.supplier)}
                title={supplierName(scenario, slice.supplier)}
              >
                <span className="hidden-text">{supplierName(scenario, slice.supplier)} </span>
                <span aria-hidden="true">{slice.supplier === OWN ? t('supplier.own') : slice.supplier}</span>{' '}
                <b>{slice.share}</b>
              </Figure>
              {doors !== undefined && isWelcome(doors, area, slice.supplier) ? (
                <span className="board-door" data-door="welcome" title={t('board.door.welcome')}>
                  +<span className="hidden-text">{t('board.door.welcome')}</span>
                </span>
              ) : null}
              {doors !== undefined && isBarred(doors, area, slice.supplier) ? (
                <span className="board-door" data-door="barred" title={t('board.door.barred')}>
                  ×<span className="hidden-text">{t('board.door.barred')}</span>
                </span>
              ) : null}
            </span>
          ))}
          {gaps.map((gap) => (
            <span key={gap.supplier} className="portfolio-gap">
              <Figure of={figureKey('gap', host, area, gap.supplier)}>
                {t('portfolio.gap', { supplier: actorName(scenario, gap.supplier) })}
              </Figure>
            </span>
          ))}
        </span>
      </td>
    </tr>
  );
};
