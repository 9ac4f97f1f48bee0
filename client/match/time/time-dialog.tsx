import { calendarText } from '../../../shared/protocol/calendar.ts';
import { useScenario, useView } from '../../panels/panel-hooks.ts';
import { useMatch } from '../../store/match-store.ts';
import { formatList } from '../../text/format.ts';
import { t } from '../../text/match-text.ts';
import { formatDeadline, formatMoment, zoneName } from '../../text/moments.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { downloadBlob } from '../../ui/download.ts';
import { FeedPart } from './feed-part.tsx';
import { PausePart } from './pause-part.tsx';
import { ReminderPart } from './reminder-part.tsx';
import { SeatsPart } from './seats-part.tsx';
import { VotesPart } from './votes-part.tsx';
import './time.css';

/** When turns end here, and what one may do about it: pauses, votes, reminders, and one's seat. */
export const TimeDialog = ({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) => (
  <Dialog title={t('time.title')} isOpen={isOpen} onClose={onClose} wide>
    {isOpen ? <Parts onLeft={onClose} /> : null}
  </Dialog>
);

const Parts = ({ onLeft }: { readonly onLeft: () => void }) => {
  const { settings } = useView();
  const byLetter = settings.pace === 'correspondence';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="stack time-parts" tabIndex={0} aria-label={t('time.title')}>
      <DeadlinePart />
      {settings.facilitated ? null : <PausePart />}
      {settings.facilitated ? null : <VotesPart />}
      {byLetter ? <ReminderPart /> : null}
      {byLetter ? <FeedPart /> : null}
      {settings.facilitated ? null : <SeatsPart onLeft={onLeft} />}
    </section>
  );
};

/** The next turns, as they would end by the clock alone. */
const laterOf = (deadline: number, span: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => deadline + (i + 1) * span);

const DeadlinePart = () => {
  const { table, settings, board } = useView();
  const skew = useMatch((state) => state.skew);
  const now = useNow(table.deadline !== null) + skew;
  const { deadline } = table;
  if (table.paused !== null) return <p>{t('time.stands')}</p>;
  if (deadline === null) return <p>{t('time.none')}</p>;
  // The server's clock and this one may differ: what is shown is this one's.
  const here = deadline - skew;
  const span = settings.oneWindow ? (settings.negotiation ?? 0) : 0;
  const later = laterOf(here, span, Math.min(2, settings.turns - board.turn));
  return (
    <section className="panel-part" aria-labelledby="time-ends">
      <h3 id="time-ends">{t('time.ends')}</h3>
      <p className="time-deadline figures">{formatDeadline(here, deadline - now)}</p>
      {span > 0 && later.length > 0 ? <p>{t('time.next', { moments: formatList(later.map(formatMoment)) })}</p> : null}
      <p className="small soft">
        {t('time.ready')} {t('time.zone', { zone: zoneName() })}
      </p>
      {settings.pace === 'correspondence' ? <CalendarFile deadline={here} /> : null}
    </section>
  );
};

/** Made here, from what is on the screen: no server takes part. */
const CalendarFile = ({ deadline }: { readonly deadline: number }) => {
  const { board } = useView();
  const scenario = useScenario();
  const welcome = useMatch((state) => state.welcome);
  const save = (): void => {
    const { turn } = board;
    const title = t('time.file.title', { title: welcome?.title || scenario.title, turn });
    const address = window.location.href.replace(/#.*$/u, `#/m/${welcome?.match ?? ''}`);
    const uid = `${welcome?.match ?? 'match'}-${turn}@multivector`;
    const text = calendarText(t('title'), [{ uid, at: deadline, title, text: title, address }], Date.now());
    downloadBlob(new Blob([text], { type: 'text/calendar' }), `${t('time.file.name', { turn })}.ics`);
  };
  return (
    <div className="row">
      <Button size="s" onPress={save}>
        {t('time.file')}
      </Button>
    </div>
  );
};
