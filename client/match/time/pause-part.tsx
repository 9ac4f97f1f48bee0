import { useState } from 'react';
import { pauseLeft } from '../../../shared/rules/votes.ts';
import { useMe, useSend, useTable, useView } from '../../panels/panel-hooks.ts';
import { t } from '../../text/match-text.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toast.tsx';

/** Days by which a seat puts a turn off by itself; everybody sees how many each has left. */
export const PausePart = () => {
  const view = useView();
  const me = useMe();
  const { mayOrder } = useTable();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  if ((view.settings.pauseDays ?? 0) === 0) return null;
  const left = me === null ? 0 : pauseLeft(view, me);
  const take = async (days: number): Promise<void> => {
    setBusy(true);
    const sent = await send({ kind: 'takePause', days });
    setBusy(false);
    toast(sent.ok ? t('pause.taken') : sent.text, sent.ok ? 'good' : 'bad');
  };
  const others = Object.entries(view.table.seats)
    .filter(([, seat]) => seat.sitter.by === 'human')
    .map(([power]) => t('pause.of', { power, n: pauseLeft(view, power) }));
  return (
    <section className="panel-part" aria-labelledby="time-pause">
      <h3 id="time-pause">{t('pause.title')}</h3>
      {me === null ? null : <p>{t('pause.left', { n: left })}</p>}
      {mayOrder && view.table.deadline !== null && left > 0 ? (
        <div className="row">
          {Array.from({ length: Math.min(left, 3) }, (_, i) => i + 1).map((days) => (
            <Button key={days} size="s" isDisabled={busy} onPress={() => void take(days)}>
              {t('pause.take', { n: days })}
            </Button>
          ))}
        </div>
      ) : null}
      <p className="small soft">{t('pause.others', { list: others.join(', ') })}</p>
    </section>
  );
};
