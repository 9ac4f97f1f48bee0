import { useState } from 'react';
import { multivectorOf } from '../../../shared/catalogue/reckoning.ts';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { AREAS } from '../../../shared/model/area.ts';
import { TRACKS, type Track } from '../../../shared/model/track.ts';
import { useIntents } from '../../store/match-store.ts';
import { formatHundredths } from '../../text/format.ts';
import { t } from '../../text/match-text.ts';
import { actorName, agreementTitle, areaName } from '../../text/names.ts';
import { autonomyOf } from '../board/board-figures.ts';
import { HostPortfolio } from '../board/host-portfolio.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { TrackStory } from '../turn/track-buttons.tsx';
import { Objectives } from './objectives.tsx';
import { WhatICanDo } from './what-i-can-do.tsx';

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
      {isHost ? (
        <div className="panel-part">
          <h3>{t('dossier.portfolio')}</h3>
          <p className="small soft">
            {t('board.index')}: {multivectorOf(board, country)} · {t('board.autonomy')}: {autonomyOf(board, country)}
          </p>
          <HostPortfolio host={country} lit={me} />
          <PortfolioNotes host={country} />
        </div>
      ) : (
        <p className="panel-empty">{t('dossier.passive')}</p>
      )}
      <Grievances country={country} />
      {country === me ? (
        <WhatICanDo about={({ order }) => order.verb === 'harden'} />
      ) : (
        <WhatICanDo about={({ order }) => 'host' in order && order.host === country} />
      )}
      {power === undefined ? null : <Objectives power={country} />}
      <Papers country={country} />
      {power === undefined ? null : (
        <details className="panel-part">
          <summary>
            <h3>{t('dossier.briefing')}</h3>
          </summary>
          <p>{power.briefing}</p>
        </details>
      )}
    </>
  );
};

const TrackList = ({ power }: { readonly power: string }) => {
  const view = useView();
  const tracks = view.tracks[power];
  const score = view.scores.powers[power];
  const [asked, setAsked] = useState<Track | null>(null);
  if (tracks === undefined) return null;
  const shown = (track: Track): string =>
    tracks.exact !== null
      ? String(tracks.exact[track])
      : track === 'stability' || track === 'credibility'
        ? String(tracks[track])
        : t(`band.${tracks.bands[track]}`);
  return (
    <div className="dossier-tracks">
      {TRACKS.map((track) => (
        <button key={track} type="button" className="track-button" onClick={() => setAsked(track)}>
          <span className="track-name">{t(`track.${track}`)}</span>
          <span className="track-value figures" data-word={/^\D/u.test(shown(track)) || undefined}>
            {shown(track)}
          </span>
          <span className="hidden-text">{t('why')}</span>
        </button>
      ))}
      <span className="dossier-score">
        <span className="track-name">{t('score')}</span>
        <span className="track-value figures">
          {score === undefined ? '–' : formatHundredths(score.full ?? score.open)}
        </span>
      </span>
      {asked === null ? null : <TrackStory power={power} track={asked} onClose={() => setAsked(null)} />}
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
              {note.why} <span className="soft">{t('source', { source: note.source })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

const Grievances = ({ country }: { readonly country: string }) => {
  const scenario = useScenario();
  const { grievances, board } = useView();
  const { ask } = useIntents();
  const shown = grievances.filter(
    (one) => (one.holder === country || one.against === country) && one.until >= board.turn,
  );
  if (shown.length === 0) return null;
  return (
    <div className="panel-part">
      <h3>{t('dossier.grievances')}</h3>
      <ul>
        {shown.map((one) => {
          const { because } = one;
          return (
            <li key={`${one.holder}/${one.against}/${one.open}`}>
              {t('grievance', {
                holder: actorName(scenario, one.holder),
                against: actorName(scenario, one.against),
                n: one.until - board.turn + 1,
              })}{' '}
              <span className="soft small">{one.text}</span>
              {because === null ? null : (
                <button type="button" className="link-button" onClick={() => ask(because)}>
                  {t('why')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

/** Agreements and measures that it is a party to. */
const Papers = ({ country }: { readonly country: string }) => {
  const scenario = useScenario();
  const view = useView();
  const { select } = useIntents();
  const papers = view.agreements.filter(
    (one) => one.parties.includes(country) && (one.status === 'inForce' || one.status === 'suspended'),
  );
  const measures = [...indexOf(scenario).measures.values()].filter(
    (one) => view.board.measures[one.id] === 'stands' && (one.by === country || one.against.includes(country)),
  );
  return (
    <div className="panel-part">
      <h3>{t('dossier.papers')}</h3>
      {papers.length + measures.length === 0 ? <p className="panel-empty">{t('agreements.none')}</p> : null}
      <ul className="panel-list">
        {papers.map((one) => (
          <li key={one.id}>
            <button type="button" className="panel-pick" onClick={() => select({ kind: 'agreement', id: one.id })}>
              {agreementTitle(scenario, view, one)}
            </button>
          </li>
        ))}
      </ul>
      {measures.map((one) => (
        <p key={one.id} className="small">
          <b>{one.name}</b> {one.text}
        </p>
      ))}
    </div>
  );
};
