import type { PowerId } from '../../../shared/model/ids.ts';
import { TRACKS, type Track } from '../../../shared/model/track.ts';
import { useIntents } from '../../store/match-store.ts';
import { formatHundredths } from '../../text/format.ts';
import { t } from '../../text/match-text.ts';
import { useView } from '../panel-hooks.ts';
import { figureKey } from '../why/figure-key.ts';
import { shownTrack } from '../why/story-powers.ts';

const SIGNS: { readonly [T in Track]: string } = {
  capital: '◆',
  treasury: '⛁',
  stability: '⌂',
  credibility: '✍',
  readiness: '⚑',
};

/** My five numbers and what they are for, my score; each answers "why?". */
export const TrackButtons = ({ power }: { readonly power: PowerId }) => {
  const view = useView();
  const { ask } = useIntents();
  if (view.tracks[power] === undefined) return null;
  const score = view.scores.powers[power]?.full;
  return (
    <ul className="turnbar-tracks plain-list" aria-label={t('tracks.mine')}>
      {TRACKS.map((track) => (
        <li key={track}>
          <button
            type="button"
            className="track-button"
            onClick={() => ask(figureKey('track', power, track))}
            data-why={figureKey('track', power, track)}
            title={t('track.why', { track: t(`track.${track}`) })}
          >
            <span className="track-name">
              <span aria-hidden="true" className="track-sign">
                {SIGNS[track]}
              </span>{' '}
              {t(`track.${track}`)}
            </span>
            <span className="track-value figures" data-word={/^\D/u.test(shownTrack(view, power, track)) || undefined}>
              {shownTrack(view, power, track)}
            </span>
            <span className="hidden-text">{t('why')}</span>
          </button>
        </li>
      ))}
      {score === null || score === undefined ? null : (
        <li>
          <button
            type="button"
            className="track-button"
            onClick={() => ask(figureKey('score', power))}
            data-why={figureKey('score', power)}
            title={t('track.why', { track: t('score') })}
          >
            <span className="track-name">
              <span aria-hidden="true" className="track-sign">
                ★
              </span>{' '}
              {t('score')}
            </span>
            <span className="track-value figures">{formatHundredths(score)}</span>
            <span className="hidden-text">{t('why')}</span>
          </button>
        </li>
      )}
    </ul>
  );
};
