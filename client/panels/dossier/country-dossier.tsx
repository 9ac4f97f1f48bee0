import { multivectorOf } from '../../../shared/catalogue/reckoning.ts';
import { AREAS } from '../../../shared/model/area.ts';
import { TRACKS } from '../../../shared/model/track.ts';
import { useIntents } from '../../store/match-store.ts';
import { formatHundredths } from '../../text/format.ts';
import { t } from '../../text/match-text.ts';
import { areaName } from '../../text/names.ts';
import { autonomyOf } from '../board/board-figures.ts';
import { HostPortfolio } from '../board/host-portfolio.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { Sources } from '../sources.tsx';
import { Figure } from '../why/figure.tsx';
import { type FigureKey, figureKey } from '../why/figure-key.ts';
import { shownTrack } from '../why/story-powers.ts';
import { DoorsNow, Governments, Grievances, Papers, PublishedPolicy, Recognitions } from './country-papers.tsx';
import { Objectives } from './objectives.tsx';

/** A country: its numbers, who supplies it, its doors and what stands between it and me. */
export const CountryDossier = ({ country }: { readonly country: string }) => {
  const scenario = useScenario();
  const { board } = useView();
  const me = useMe();
  const power = scenario.powers.find((one) => one.id === country);
  const isHost = board.portfolios[country] !== undefined;
  return (
    <>
      {power === undefined ? null : <TrackList power={country} />}
      {power !== undefined && country === me ? <Objectives power={country} /> : null}
      {isHost ? (
        <div className="panel-part">
          <h3>{t('dossier.portfolio')}</h3>
          <p className="small soft">
            {t('board.index')} <Figure of={figureKey('index', country)}>{multivectorOf(board, country)}</Figure> ·{' '}
            {t('board.autonomy')} <Figure of={figureKey('autonomy', country)}>{autonomyOf(board, country)}</Figure>
          </p>
          <HostPortfolio host={country} lit={me} />
          <PortfolioNotes host={country} />
        </div>
      ) : (
        <p className="panel-empty">{t('dossier.passive')}</p>
      )}
      <DoorsNow host={country} />
      <Grievances country={country} />
      <Governments country={country} />
      {power === undefined || country === me ? null : <Objectives power={country} />}
      <Recognitions country={country} />
      <PublishedPolicy actor={country} />
      <Papers country={country} />
      {power === undefined ? null : (
        <details className="panel-part">
          <summary>
            <h3>{t('dossier.briefing')}</h3>
          </summary>
          <p className="sourced">{power.briefing}</p>
        </details>
      )}
    </>
  );
};

const TrackList = ({ power }: { readonly power: string }) => {
  const view = useView();
  const { ask } = useIntents();
  const score = view.scores.powers[power];
  if (view.tracks[power] === undefined) return null;
  const tile = (key: FigureKey, name: string, value: string) => (
    <button key={key} type="button" className="track-button" data-why={key} onClick={() => ask(key)}>
      <span className="track-name">{name}</span>
      <span className="track-value figures" data-word={/^\D/u.test(value) || undefined}>
        {value}
      </span>
      <span className="hidden-text">{t('why')}</span>
    </button>
  );
  return (
    <div className="dossier-tracks">
      {TRACKS.map((track) =>
        tile(figureKey('track', power, track), t(`track.${track}`), shownTrack(view, power, track)),
      )}
      {tile(
        figureKey('score', power),
        t('score'),
        score === undefined ? '–' : formatHundredths(score.full ?? score.open),
      )}
    </div>
  );
};

const PortfolioNotes = ({ host }: { readonly host: string }) => {
  const scenario = useScenario();
  const notes = scenario.portfolioNotes.filter((note) => note.host === host);
  if (notes.length === 0) return null;
  return (
    <details className="small">
      <summary className="soft">{t('dossier.notes')}</summary>
      <dl className="panel-facts">
        {AREAS.flatMap((area) => notes.filter((note) => note.area === area)).map((note) => (
          <div key={note.area} className="dossier-note">
            <dt>{areaName(note.area)}</dt>
            <dd>
              {note.why}
              <Sources named={note.source} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
