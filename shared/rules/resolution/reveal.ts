import type { Audience } from '../../model/event.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import { isCovert, NO_ORDERS, type Order, type OrderSet } from '../../model/order.ts';
import { costOf } from '../costs.ts';
import type { Log } from '../log.ts';
import { moveTrack } from '../moves.ts';
import { powersOf, type Running, type Turn } from './turn.ts';

/**
 * Opens the envelopes: what each power submitted runs, as far as capital and treasury still reach
 * (they may have been spent on a signature since), and everybody sees it. Concessions stay sealed.
 */
export const reveal = (log: Log): Turn => {
  const start = log.still().board;
  const submitted = log.state.orders;
  const running: Running[] = [];
  const sets: Record<PowerId, OrderSet> = {};
  const revealed: Record<PowerId, string> = {};
  const conduct: Record<PowerId, readonly Order[]> = {};
  for (const power of powersOf(log)) {
    const set = submitted[power] ?? NO_ORDERS;
    const orders = affordable(log, power, set.orders);
    if (orders.length < set.orders.length)
      log.add({ kind: 'orderLapsed', power, why: 'unaffordable' }, { kind: 'act', seat: power }, [power]);
    sets[power] = { ...set, orders };
    if (orders.length === 0 && set.doors === null) continue;
    const overt = orders.filter((order) => !isCovert(order));
    const covert = orders.filter(isCovert);
    const shown = show(log, power, overt, set.doors, 'public');
    const hidden = show(log, power, covert, null, [power]);
    if (shown !== null) revealed[power] = shown;
    if (overt.length > 0) conduct[power] = overt;
    charge(log, power, orders);
    for (const order of orders) running.push({ power, order, shownBy: (isCovert(order) ? hidden : shown) ?? '' });
  }
  log.add({ kind: 'conductNoted', conduct }, { kind: 'rule', rule: 'OB1' });
  return { log, start, running, sets, revealed };
};

/** Covert orders are shown to their giver alone; where there is nothing to show, nothing tells of it. */
const show = (
  log: Log,
  power: PowerId,
  orders: readonly Order[],
  doors: OrderSet['doors'],
  audience: Audience,
): EventId | null =>
  orders.length === 0 && doors === null
    ? null
    : log.add(
        { kind: 'ordersRevealed', power, orders: { orders, doors, concessions: [] } },
        { kind: 'act', seat: power },
        audience,
      );

const affordable = (log: Log, power: PowerId, orders: readonly Order[]): readonly Order[] => {
  const tracks = log.state.board.tracks[power];
  let kept = orders;
  while (kept.length > 0) {
    const cost = costOf(log.scenario, log.state.board, power, kept);
    if (tracks !== undefined && cost.capital <= tracks.capital && cost.treasury <= tracks.treasury) break;
    kept = kept.slice(0, -1);
  }
  return kept;
};

const charge = (log: Log, power: PowerId, orders: readonly Order[]): void => {
  const cost = costOf(log.scenario, log.state.board, power, orders);
  for (const [i, order] of orders.entries()) {
    const cause = { kind: 'order', power, order } as const;
    moveTrack(log, power, 'capital', -(cost.each[i]?.capital ?? 0), cause);
    moveTrack(log, power, 'treasury', -(cost.each[i]?.treasury ?? 0), cause);
    if (order.verb === 'squeeze' && order.grievance === true) {
      log.add({ kind: 'grievanceEnded', holder: power, against: order.host, spent: true }, cause, 'public');
    }
  }
};
