import { useState } from 'react';
import type { GameEvent } from '../../../shared/model/event.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import { TRACKS, type Track } from '../../../shared/model/track.ts';
import { t } from '../../text/match-text.ts';
import { actorName, quarterName } from '../../text/names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EventLine } from '../event-line.tsx';
import { useScenario, useView } from '../panel-hooks.ts';

const SIGNS: { readonly [T in Track]: string } = {
  capital: '◆',
  treasury: '⛁',
  stability: '⌂',
  credibility: '✍',
  readiness: '⚑',
};

/** My five numbers; each answers "why?". */
export const TrackButtons = ({ power }: { readonly power: PowerId }) => {
  const tracks = useView().tracks[power];
  const [asked, setAsked] = useState<Track | null>(null);
  if (tracks === undefined) return null;
  const value = (track: Track): string =>
    tracks.exact !== null
      ? String(tracks.exact[track])
      : track === 'stability' || track === 'credibility'
        ? String(tracks[track])
        : t(`band.${tracks.bands[track]}`);
  return (
    <>
      <ul className="turnbar-tracks plain-list" aria-label={t('tracks.mine')}>
        {TRACKS.map((track) => (
          <li key={track}>
            <button
              type="button"
              className="track-button"
              onClick={() => setAsked(track)}
              title={t('track.why', { track: t(`track.${track}`) })}
            >
              <span className="track-name">
                <span aria-hidden="true" className="track-sign">
                  {SIGNS[track]}
                </span>{' '}
                {t(`track.${track}`)}
              </span>
              <span className="track-value figures" data-word={/^\D/u.test(value(track)) || undefined}>
                {value(track)}
              </span>
              <span className="hidden-text">{t('why')}</span>
            </button>
          </li>
        ))}
      </ul>
      {asked === null ? null : <TrackStory power={power} track={asked} onClose={() => setAsked(null)} />}
    </>
  );
};

type TrackMove = Extract<GameEvent, { readonly kind: 'trackMoved' }>;

/** How a number came to be what it is. */
export const TrackStory = ({
  power,
  track,
  onClose,
}: {
  readonly power: PowerId;
  readonly track: Track;
  readonly onClose: () => void;
}) => {
  const scenario = useScenario();
  const { events } = useView();
  const moves = events
    .filter(
      (event): event is TrackMove => event.kind === 'trackMoved' && event.power === power && event.track === track,
    )
    .toReversed();
  const start = scenario.tracks[power];
  return (
    <Dialog
      title={t('track.story', { power: actorName(scenario, power), track: t(`track.${track}`) })}
      isOpen
      onClose={onClose}
    >
      <p className="soft">{t(`track.note.${track}`, { crisis: scenario.magnitudes.stability.crisis })}</p>
      {moves.length === 0 ? <p>{t('track.unmoved')}</p> : null}
      <ol className="panel-list" reversed>
        {moves.map((event) => (
          <li key={event.id}>
            <EventLine event={event} quarter={quarterName(scenario, event.turn)} />
          </li>
        ))}
      </ol>
      {start === undefined ? null : (
        <p className="small soft">{t('track.start', { value: start[track], why: start.why })}</p>
      )}
    </Dialog>
  );
};
