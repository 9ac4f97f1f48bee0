import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { t } from '../../text/match-text.ts';
import { toast } from '../../ui/toast.tsx';
import { useMe, useSend, useTable, useView } from '../panel-hooks.ts';

/** Shortens the clock, no more: what was submitted runs either way. */
export const ReadyToggle = () => {
  const { table } = useView();
  const me = useMe();
  const { mayOrder } = useTable();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  if (me === null || (table.phase !== 'negotiation' && table.phase !== 'orders')) return null;
  const ready = table.seats[me]?.ready ?? false;
  const change = async (next: boolean): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const sent = await send({ kind: 'setReady', ready: next });
    setBusy(false);
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
