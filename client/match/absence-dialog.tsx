import { useScenario, useView } from '../panels/panel-hooks.ts';
import { formatHundredths } from '../text/format.ts';
import { t } from '../text/match-text.ts';
import { quarterName } from '../text/names.ts';
import { sentence } from '../text/sentence.ts';
import { botName } from '../ui/bot-name.ts';
import { Dialog } from '../ui/dialog.tsx';
import type { Absence, AbsentTurn } from './absence-account.ts';

type AbsenceDialogProps = { readonly absence: Absence; readonly isOpen: boolean; readonly onClose: () => void };

/** A short account for who comes back: turn by turn what was done in their name, and what became of it. */
export const AbsenceDialog = ({ absence, isOpen, onClose }: AbsenceDialogProps) => (
  <Dialog title={t('account.title')} isOpen={isOpen} onClose={onClose}>
    <AbsenceAccount absence={absence} />
  </Dialog>
);

export const AbsenceAccount = ({ absence }: { readonly absence: Absence }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <section className="stack" tabIndex={0} aria-label={t('account.title')}>
    <p className="soft">{t('account.lead', { bot: botName(absence.bot) })}</p>
    {absence.turns.length === 0 ? <p>{t('account.none')}</p> : null}
    {absence.turns.map((turn) => (
      <AccountOfTurn key={turn.turn} {...turn} />
    ))}
    <Waiting />
  </section>
);

const AccountOfTurn = ({ turn, events, held, tracks, score }: AbsentTurn) => {
  const scenario = useScenario();
  const view = useView();
  const figures = tracks.map(({ track, from, to }) => t('account.moved', { what: t(`track.${track}`), from, to }));
  if (score !== null && score.from !== score.to) figures.push(scoreWords(score));
  return (
    <section className="panel-part" aria-label={quarterName(scenario, turn)}>
      <h3>{quarterName(scenario, turn)}</h3>
      <ul className="panel-list">
        {held ? <li>{t('account.held')}</li> : null}
        {events.map((event) => (
          <li key={event.id}>{sentence(event, scenario, view)}</li>
        ))}
      </ul>
      {figures.length === 0 ? null : <p className="small soft figures">{figures.join(' · ')}</p>}
    </section>
  );
};

/** Offers that are open still, and wait for an answer. */
const Waiting = () => {
  const { proposals, viewer } = useView();
  const open = proposals.filter(
    ({ status, turn, signed }) => status === 'open' && turn > 0 && !signed.includes(viewer),
  );
  return open.length === 0 ? null : <p>{t('account.waiting', { n: open.length })}</p>;
};

const scoreWords = ({ from, to }: NonNullable<AbsentTurn['score']>): string =>
  from === null
    ? t('account.score', { to: formatHundredths(to) })
    : t('account.moved', { what: t('score'), from: formatHundredths(from), to: formatHundredths(to) });
