import { useMemo, useState } from 'react';
import { useMe, useScenario, useSend, useTable, useView } from '../panels/panel-hooks.ts';
import { Figure } from '../panels/why/figure.tsx';
import { figureKey } from '../panels/why/figure-key.ts';
import { t } from '../text/match-text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { lastAbsence } from './absence-account.ts';
import { AbsenceDialog } from './absence-dialog.tsx';

/** Where one stands on the ladder of absence: turns that were missed, a bot in one’s seat, or just back from it. */
export const StandInBanner = () => {
  const { table } = useView();
  const me = useMe();
  const seat = me === null ? undefined : table.seats[me];
  if (me === null || seat === undefined) return null;
  const away = seat.sitter.by === 'bot' && !seat.conceded;
  return (
    <div className="banners">
      {seat.sitter.by === 'human' && seat.missed > 0 ? <Missed me={me} missed={seat.missed} /> : null}
      <Account me={me} away={away} standIn={away && seat.sitter.by === 'bot' && seat.sitter.standIn === true} />
    </div>
  );
};

const Missed = ({ me, missed }: { readonly me: string; readonly missed: number }) => {
  const { misses } = useScenario().magnitudes.absence;
  return (
    <Notice tone="warn">
      <Figure of={figureKey('missed', me)}>{t('banner.missed', { n: missed, misses })}</Figure>
    </Notice>
  );
};

type AccountProps = {
  readonly me: string;
  /** a bot sits here */ readonly away: boolean;
  /** and gives the seat back at once */ readonly standIn: boolean;
};

/** The account of one’s absence: while it lasts, and in the turn in which one is back. */
const Account = ({ me, away, standIn }: AccountProps) => {
  const view = useView();
  const [isOpen, setOpen] = useState(false);
  const [hidden, setHidden] = useState<string | null>(null);
  const absence = useMemo(() => lastAbsence(view, me), [view, me]);
  const { turn } = view.board;
  const justBack = absence?.back?.turn === turn && turn > 1 && absence.turns.length > 0;
  const shown = away ? turn > 0 : justBack && absence.back?.event !== hidden;
  // Who reads it while the turn goes on reads it to its end.
  if (absence === null || !(shown || isOpen)) return null;
  return (
    <>
      {shown ? (
        <Notice tone={away ? 'warn' : 'note'}>
          {t(standIn ? 'banner.standin' : away ? 'banner.bot' : 'account.back')}{' '}
          {standIn ? <TakeOver onDone={() => setOpen(true)} /> : null}{' '}
          <Button size="s" onPress={() => setOpen(true)}>
            {t('account.open')}
          </Button>{' '}
          {away ? null : (
            <Button size="s" kind="quiet" onPress={() => setHidden(absence.back?.event ?? null)}>
              {t('account.dismiss')}
            </Button>
          )}
        </Notice>
      ) : null}
      <AbsenceDialog absence={absence} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
};

const TakeOver = ({ onDone }: { readonly onDone: () => void }) => {
  const { mayAct } = useTable();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (!mayAct) return null;
  // Whatever a person sends takes the seat back; this changes nothing else.
  const takeOver = async (): Promise<void> => {
    setBusy(true);
    const sent = await send({ kind: 'setReady', ready: false });
    setBusy(false);
    setProblem(sent.ok ? null : sent.text);
    if (sent.ok) onDone();
  };
  return (
    <>
      <Button size="s" isPending={busy} onPress={() => void takeOver()}>
        {t('banner.takeover')}
      </Button>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </>
  );
};
