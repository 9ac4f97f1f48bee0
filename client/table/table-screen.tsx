import type { Settings } from '../../shared/model/state.ts';
import { hrefOf } from '../app/route.ts';
import { api } from '../net/api.ts';
import { useAct } from '../net/use-act.ts';
import { useMatch } from '../store/match-store.ts';
import { formatList } from '../text/format.ts';
import { formatMoment, zoneName } from '../text/moments.ts';
import { t } from '../text/text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useNow } from '../ui/clock.tsx';
import { PowerEmblem } from '../ui/power-mark.tsx';
import { TermList } from '../ui/term-list.tsx';
import { PeopleButton } from './people-dialog.tsx';
import { ReadersText } from './reader-notice.tsx';
import { ReturnButton } from './return-dialog.tsx';
import { Seats } from './seats.tsx';
import { Share } from './share.tsx';
import './table.css';

const watchText = ({ spectators, delay }: Settings): string => {
  if (!spectators) return t('settings.watch.no');
  return delay === undefined ? t('settings.watch.yes') : t(`settings.watch.${delay}`);
};

/** What was agreed about time and talk before anybody sat down. */
const SettingsSummary = () => {
  const settings = useMatch((state) => state.view?.settings ?? null);
  const kept = useMatch((state) => state.welcome?.kept ?? null);
  if (settings === null || kept === null) return null;
  const rows = [
    [t('settings.length'), t('settings.turns', { n: settings.turns })],
    [t('settings.pace'), t(`pace.${settings.pace}`)],
    [t('settings.press'), t(`press.${settings.press}`)],
    [t('settings.watch'), watchText(settings)],
    [t('settings.kept'), t('settings.kept.days', { n: kept.days })],
  ] as const;
  return (
    <section className="panel" aria-labelledby="settings-title">
      <h2 id="settings-title">{t('settings.title')}</h2>
      <TermList rows={rows} />
      <p className="small soft">{t(`pace.${settings.pace}.note`)}</p>
      <FirstDeadlines />
    </section>
  );
};

/** When turns of a day would end: people who agree to “a day” have meant different hours. */
const FirstDeadlines = () => {
  const settings = useMatch((state) => state.view?.settings ?? null);
  const now = useNow(settings?.oneWindow === true);
  if (settings === null || !settings.oneWindow || settings.negotiation === null) return null;
  const { negotiation, turns } = settings;
  const ends = Array.from({ length: Math.min(3, turns) }, (_, i) => formatMoment(now + (i + 1) * negotiation));
  return <p className="small soft">{t('table.deadlines', { moments: formatList(ends), zone: zoneName() })}</p>;
};

const Readers = () => {
  const welcome = useMatch((state) => state.welcome);
  if (welcome === null) return null;
  return (
    <section className="panel" aria-labelledby="readers-title">
      <h2 id="readers-title">{t('readers.title')}</h2>
      <ReadersText readers={welcome.readers} kept={welcome.kept} />
    </section>
  );
};

/** Something to read while the others come: how one's own government sees the region. */
const Briefing = () => {
  const power = useMatch((state) => state.welcome?.power ?? null);
  const powers = useMatch((state) => state.scenario.powers);
  const mine = powers.find(({ id }) => id === power);
  if (mine === undefined) return null;
  return (
    <section className="panel briefing" aria-labelledby="briefing-title">
      <div className="row">
        <PowerEmblem power={mine.id} />
        <h2 id="briefing-title">{t('table.briefing', { power: mine.name })}</h2>
      </div>
      {mine.briefing.split(/\n+/u).map((text) => (
        <p key={text}>{text}</p>
      ))}
    </section>
  );
};

const StartLine = ({ match }: { readonly match: string }) => {
  const isHost = useMatch((state) => state.welcome?.host ?? false);
  const inClass = useMatch((state) => (state.welcome?.classId ?? null) !== null);
  const seated = useMatch((state) => (state.welcome?.power ?? null) !== null);
  const viewer = useMatch((state) => state.welcome?.viewer ?? 'public');
  const act = useAct();
  if (inClass)
    return (
      <Notice tone="calm">{viewer === 'facilitator' ? t('table.startInConsole') : t('table.teacherStarts')}</Notice>
    );
  if (!seated && !isHost) return <Notice tone="calm">{t('table.watching')}</Notice>;
  return (
    <div className="start-line">
      <Button
        kind={isHost ? 'primary' : 'plain'}
        size="l"
        isPending={act.busy}
        onPress={() => act.run(async () => void (await api.start(match)))}
      >
        {t('table.start')}
      </Button>
      <p className="small soft">{isHost ? t('table.start.note') : t('table.start.guest')}</p>
      {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
    </div>
  );
};

/** Before the start: who sits where, what was agreed, how others get here, and who will read what. */
export const TableScreen = () => {
  const welcome = useMatch((state) => state.welcome);
  const act = useAct();
  if (welcome === null) return null;
  const { match, title, classId, viewer } = welcome;
  const mayMove = classId === null && viewer !== 'facilitator';
  const take = (power: string | null): void => act.run(async () => void (await api.takeSeat(match, power)));
  return (
    <div className="page table-page">
      <header className="table-head">
        <div>
          <p className="small soft">{t('table.kicker')}</p>
          <h1 title={title}>{title === '' ? t('table.title') : title}</h1>
        </div>
        <div className="row push">
          {welcome.power === null ? null : <ReturnButton match={match} />}
          <ButtonLink href={hrefOf({ kind: 'home' })} kind="quiet">
            {t('table.leave')}
          </ButtonLink>
        </div>
      </header>
      <div className="table-columns">
        <div className="stack">
          {act.problem === null ? null : <Notice tone="bad">{act.problem}</Notice>}
          {classId === null ? null : <StartLine match={match} />}
          <Seats onTake={mayMove ? take : null} busy={act.busy} />
          {mayMove ? (
            <p className="row">
              <PeopleButton />
              {welcome.power === null ? null : (
                <Button kind="quiet" size="s" onPress={() => take(null)}>
                  {t('seat.leave')}
                </Button>
              )}
            </p>
          ) : null}
          {classId === null ? <StartLine match={match} /> : null}
          <Briefing />
        </div>
        <div className="stack">
          {classId === null ? <Share code={welcome.code} otherwise={{ kind: 'match', match }} /> : null}
          <SettingsSummary />
          <Readers />
        </div>
      </div>
    </div>
  );
};
