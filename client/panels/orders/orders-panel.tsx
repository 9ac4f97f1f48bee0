import { useMemo } from 'react';
import { NO_ORDERS } from '../../../shared/model/order.ts';
import { preview } from '../../../shared/view/preview.ts';
import { useIntents } from '../../store/match-store.ts';
import { t } from '../../text/match-text.ts';
import { Notice } from '../../ui/badge.tsx';
import { useMe, useScenario, useTable, useView } from '../panel-hooks.ts';
import { AllOrders } from './all-orders.tsx';
import { ConcessionsPart } from './concessions-part.tsx';
import { DoorsPart } from './doors-part.tsx';
import { OrderPicker } from './order-picker.tsx';
import { OrderTray } from './order-tray.tsx';
import { OwedPart } from './owed-part.tsx';
import { StandingPart } from './standing-part.tsx';
import { SubmitBar } from './submit-bar.tsx';
import { useDraft } from './use-draft.ts';
import './orders.css';

/** My whole turn: what is written, what it costs, would do, would break; and what may be added. */
export const OrdersPanel = () => (
  <section className="panel-body orders" aria-labelledby="orders-title">
    <h2 id="orders-title">{t('orders.title')}</h2>
    <Orders />
  </section>
);

const Orders = () => {
  const me = useMe();
  const { table, allOrders } = useView();
  if (allOrders !== null) return <AllOrders sets={allOrders} />;
  if (me === null) return <p className="panel-empty">{t('orders.watching')}</p>;
  if (table.phase === 'table' || table.phase === 'ended') return <p className="panel-empty">{t('orders.closed')}</p>;
  return <OwnOrders />;
};

const OwnOrders = () => {
  const scenario = useScenario();
  const view = useView();
  const draft = useDraft();
  const { mayOrder } = useTable();
  const { send } = useIntents();
  const foreseen = useMemo(() => preview(scenario, view, draft.set), [scenario, view, draft.set]);
  return (
    <>
      {mayOrder || send === null ? null : <Notice tone="note">{t('orders.notnow')}</Notice>}
      <OwedPart owed={foreseen.owed} />
      <OrderTray draft={draft} foreseen={foreseen} mayOrder={mayOrder} />
      <DoorsPart draft={draft} mayOrder={mayOrder} foreseen={foreseen} />
      <ConcessionsPart draft={draft} mayOrder={mayOrder} />
      <StandingPart />
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
