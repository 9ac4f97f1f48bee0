import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { t } from '../../text/match-text.ts';
import { toast } from '../../ui/toast.tsx';
import { useMe, useSend, useTable, useView } from '../panel-hooks.ts';

/** Shortens the clock, no more: what was submitted runs either way. */
export const ReadyToggle = () => {
  const { table, board } = useView();
  const me = useMe();
  const { mayOrder } = useTable();
  const send = useSend();
  // The phase in which an answer is awaited: it may have closed before the answer to the press that closed it comes.
  const [sentIn, setSentIn] = useState<string | null>(null);
  if (me === null || (table.phase !== 'negotiation' && table.phase !== 'orders')) return null;
  const ready = table.seats[me]?.ready ?? false;
  const now = `${board.turn}/${table.phase}`;
  const change = async (next: boolean): Promise<void> => {
    if (sentIn === now) return;
    setSentIn(now);
    const sent = await send({ kind: 'setReady', ready: next });
    setSentIn((then) => (then === now ? null : then));
    if (!sent.ok) toast(sent.text, 'bad');
  };
  return (
    <ToggleButton
      className="ready-toggle"
      isSelected={ready}
      isDisabled={!mayOrder}
      onChange={(next) => void change(next)}
      aria-label={t('ready.label')}
      aria-describedby="ready-note"
    >
      <span aria-hidden="true" className="ready-mark">
        {ready ? '✓' : ''}
      </span>
      {t(ready ? 'ready.on' : 'ready.off')}
      <span id="ready-note" className="hidden-text">
        {t('ready.note')}
      </span>
    </ToggleButton>
  );
};
