import { useState } from 'react';
import { LIMITS } from '../../../shared/protocol/input-schema.ts';
import type { Preview } from '../../../shared/rules/preview.ts';
import { useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { Button } from '../../ui/button.tsx';
import { useSend } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { sumKey } from '../why/story-orders.ts';
import type { Draft } from './use-draft.ts';

type SubmitProps = {
  readonly draft: Draft;
  readonly foreseen: Preview;
  readonly mayOrder: boolean;
  readonly isEmpty: boolean;
};

/** One state of orders: the last set submitted is what runs. */
export const SubmitBar = ({ draft, foreseen, mayOrder, isEmpty }: SubmitProps) => {
  const receipt = useMatch((state) => state.receipt);
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (): Promise<void> => {
    if (draft.state === 'submitted') return;
    setBusy(true);
    const sent = await send({ kind: 'submitOrders', orders: draft.set });
    setBusy(false);
    setProblem(sent.ok ? null : sent.text);
  };
  const tooMany = draft.set.orders.length - LIMITS.orders;
  const over = foreseen.left.capital < 0 || foreseen.left.treasury < 0;
  return (
    <div className="submit-bar">
      <div className="submit-words">
        <p className="submit-sum figures" data-over={over || undefined}>
          <Figure of={sumKey('spend', draft.set.orders)}>{t('submit.cost', foreseen.cost)}</Figure>{' '}
          {over ? (
            t('submit.over')
          ) : (
            <Figure of={sumKey('left', draft.set.orders)} className="soft">
              {t('submit.left', foreseen.left)}
            </Figure>
          )}
        </p>
        <p className="submit-state" role="status" data-state={draft.state}>
          {draft.state === 'submitted'
            ? receipt === null
              ? t('state.submitted')
              : t('state.receipt', { receipt: receipt.slice(0, 8) })
            : t(`state.${draft.state}`)}
        </p>
      </div>
      {tooMany <= 0 ? null : (
        <p className="field-error" role="alert">
          {t('submit.many', { most: LIMITS.orders, n: tooMany })}
        </p>
      )}
      {problem === null ? null : (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      {mayOrder ? (
        <div className="row">
          <Button
            id="submit-orders"
            kind={draft.state === 'changed' ? 'primary' : 'plain'}
            isPending={busy}
            isDisabled={tooMany > 0}
            onPress={() => void submit()}
          >
            {t(
              draft.state === 'hold' && isEmpty
                ? 'submit.hold'
                : draft.state === 'submitted'
                  ? 'submit.done'
                  : 'submit',
            )}
          </Button>
          {draft.state === 'changed' ? (
            <Button kind="quiet" onPress={draft.drop}>
              {t('submit.drop')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
};
