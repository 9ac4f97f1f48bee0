import { useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { OrderSet } from '../../../shared/model/order.ts';
import { NO_ORDERS } from '../../../shared/model/order.ts';
import { preview } from '../../../shared/view/preview.ts';
import { t } from '../../text/match-text.ts';
import { agreementTitle, findAgreement } from '../../text/names.ts';
import { sentenceCase, termsSentence } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { toast } from '../../ui/toast.tsx';
import { useDraft } from '../orders/use-draft.ts';
import { useMe, useScenario, useSend, useStage, useTable, useView } from '../panel-hooks.ts';

/** What somebody might not have meant to leave undone. */
type Doubt = { readonly unsent: OrderSet | null; readonly due: readonly string[] };

/** Shortens the clock, no more: what was submitted runs either way. */
export const ReadyToggle = () => {
  const { table, board } = useView();
  const me = useMe();
  const { mayOrder } = useTable();
  const send = useSend();
  const doubtNow = useDoubt();
  const [doubt, setDoubt] = useState<Doubt | null>(null);
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
  const ask = (next: boolean): void => {
    const found = next ? doubtNow() : null;
    if (found === null) void change(next);
    else setDoubt(found);
  };
  return (
    <>
      <ToggleButton
        className="ready-toggle"
        isSelected={ready}
        isDisabled={!mayOrder}
        onChange={ask}
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
      {doubt === null ? null : (
        <ReadyDialog
          doubt={doubt}
          onClose={() => setDoubt(null)}
          onReady={() => {
            setDoubt(null);
            void change(true);
          }}
        />
      )}
    </>
  );
};

/** Only the press that closes the turn is worth a question: after a negotiation orders may still be written. */
const useDoubt = (): (() => Doubt | null) => {
  const scenario = useScenario();
  const view = useView();
  const draft = useDraft();
  return () => {
    if (view.table.phase !== 'orders' && !view.settings.oneWindow) return null;
    const unsent = draft.state === 'changed' ? draft.set : null;
    const due = preview(scenario, view, view.orders ?? NO_ORDERS).owed.flatMap((one) => {
      if (one.due === null || one.due > view.board.turn) return [];
      const clause = findAgreement(scenario, view, one.agreement)?.clauses.find((each) => each.id === one.clause);
      if (clause === undefined) return [];
      const what = sentenceCase(termsSentence(clause.terms, scenario));
      return [t('ready.due', { what, title: agreementTitle(scenario, view, one.agreement) })];
    });
    return unsent === null && due.length === 0 ? null : { unsent, due };
  };
};

type ReadyDialogProps = { readonly doubt: Doubt; readonly onClose: () => void; readonly onReady: () => void };

const ReadyDialog = ({ doubt, onClose, onReady }: ReadyDialogProps) => {
  const { open } = useStage();
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { unsent, due } = doubt;
  const submit = async (orders: OrderSet): Promise<void> => {
    setBusy(true);
    const sent = await send({ kind: 'submitOrders', orders });
    setBusy(false);
    if (sent.ok) onReady();
    else setProblem(sent.text);
  };
  const look = (): void => {
    onClose();
    open('orders');
  };
  return (
    <Dialog
      title={t('ready.title')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={look}>{t('ready.look')}</Button>
          <Button kind={unsent === null ? 'primary' : 'plain'} onPress={onReady}>
            {t(unsent === null ? 'ready.anyway' : 'ready.without')}
          </Button>
          {unsent === null ? null : (
            <Button kind="primary" isPending={busy} onPress={() => void submit(unsent)}>
              {t('ready.submit')}
            </Button>
          )}
        </>
      }
    >
      {unsent === null ? null : <p>{t('ready.unsent')}</p>}
      {due.length === 0 ? null : (
        <>
          <p>{t(unsent === null ? 'ready.owed' : 'ready.owed.submitted')}</p>
          <ul>
            {due.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
};
