import { useState } from 'react';
import { useMe, useScenario, useSend, useTable, useView } from '../panels/panel-hooks.ts';
import { Figure } from '../panels/why/figure.tsx';
import { figureKey } from '../panels/why/figure-key.ts';
import { t } from '../text/match-text.ts';
import { Notice } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';

/** Where one stands on the ladder of absence: turns that were missed, or a caretaker in one’s seat. */
export const StandInBanner = () => {
  const scenario = useScenario();
  const { table } = useView();
  const me = useMe();
  const { mayAct } = useTable();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const seat = me === null ? undefined : table.seats[me];
  if (me === null || seat === undefined) return null;
  // Whatever a person sends takes the seat back; this changes nothing else.
  const takeOver = async (): Promise<void> => {
    setBusy(true);
    const sent = await send({ kind: 'setReady', ready: false });
    setBusy(false);
    setProblem(sent.ok ? null : sent.text);
  };
  if (seat.sitter.by !== 'bot' || seat.sitter.standIn !== true) {
    if (seat.missed === 0) return null;
    return (
      <div className="banners">
        <Notice tone="warn">
          <Figure of={figureKey('missed', me)}>
            {t('banner.missed', { n: seat.missed, misses: scenario.magnitudes.absence.misses })}
          </Figure>
        </Notice>
      </div>
    );
  }
  return (
    <div className="banners">
      <Notice tone="warn">
        {t('banner.standin')}{' '}
        {mayAct ? (
          <Button size="s" isPending={busy} onPress={() => void takeOver()}>
            {t('banner.takeover')}
          </Button>
        ) : null}
        {problem === null ? null : <p role="alert">{problem}</p>}
      </Notice>
    </div>
  );
};
