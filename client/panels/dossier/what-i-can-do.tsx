import { useMemo } from 'react';
import { legalOrders, type OrderOption } from '../../../shared/rules/legal-orders.ts';
import { preview } from '../../../shared/view/preview.ts';
import { t } from '../../text/match-text.ts';
import { Button } from '../../ui/button.tsx';
import { OrderOptions } from '../orders/order-options.tsx';
import { useDraft } from '../orders/use-draft.ts';
import { useMe, useScenario, useStage, useTable, useView } from '../panel-hooks.ts';

/** Orders of mine that are about one thing, one tap from the tray. */
export const WhatICanDo = ({ about }: { readonly about: (option: OrderOption) => boolean }) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const draft = useDraft();
  const { mayOrder } = useTable();
  const { open } = useStage();
  const options = useMemo(() => legalOrders(scenario, view), [scenario, view]).filter(about);
  const left = useMemo(() => preview(scenario, view, draft.set).left, [scenario, view, draft.set]);
  if (me === null || !mayOrder || options.length === 0) return null;
  return (
    <details className="panel-part concede" open={options.length <= 8}>
      <summary>
        <h3>{t('cando.title', { n: options.length })}</h3>
      </summary>
      <OrderOptions options={options} draft={draft} left={left} />
      <div>
        <Button kind="quiet" size="s" onPress={() => open('orders')}>
          {t('cando.open')}
        </Button>
      </div>
    </details>
  );
};
