import { useMemo } from 'react';
import { NO_ORDERS } from '../../../shared/model/order.ts';
import { preview } from '../../../shared/view/preview.ts';
import { useMatch } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { Notice } from '../../ui/badge.tsx';
import { useMe, useScenario, useTable, useView } from '../panel-hooks.ts';
import { ConcessionsPart } from './concessions-part.tsx';
import { DoorsPart } from './doors-part.tsx';
import { OrderPicker } from './order-picker.tsx';
import { OrderTray } from './order-tray.tsx';
import { OwedPart } from './owed-part.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { useDraft } from './use-draft.ts';
import './orders.css';

/** My whole turn: what is written, what it costs, would do, would break; and what may be added. */
export const OrdersPanel = () => {
  const me = useMe();
  const { table } = useView();
  return (
    <section className="panel-body orders" aria-labelledby="orders-title">
      <h2 id="orders-title">{t('orders.title')}</h2>
      {me === null ? (
        <p className="panel-empty">{t('orders.watching')}</p>
      ) : table.phase === 'table' || table.phase === 'ended' ? (
        <p className="panel-empty">{t('orders.closed')}</p>
      ) : (
        <OwnOrders />
      )}
    </section>
  );
};

const OwnOrders = () => {
  const scenario = useScenario();
  const view = useView();
  const draft = useDraft();
  const { mayOrder } = useTable();
  const readOnly = useMatch((state) => state.welcome === null && state.version === -1);
  const foreseen = useMemo(() => preview(scenario, view, draft.set), [scenario, view, draft.set]);
  return (
    <>
      {mayOrder || readOnly ? null : <Notice tone="note">{t('orders.notnow')}</Notice>}
      <OwedPart owed={foreseen.owed} />
      <OrderTray draft={draft} foreseen={foreseen} mayOrder={mayOrder} />
      <DoorsPart draft={draft} mayOrder={mayOrder} foreseen={foreseen} />
      <ConcessionsPart draft={draft} mayOrder={mayOrder} />
      {mayOrder ? <OrderPicker draft={draft} left={foreseen.left} /> : null}
      <SubmitBar
        draft={draft}
        foreseen={foreseen}
        mayOrder={mayOrder}
        isEmpty={draft.set.orders.length === 0 && draft.set.doors === NO_ORDERS.doors}
      />
    </>
  );
};
