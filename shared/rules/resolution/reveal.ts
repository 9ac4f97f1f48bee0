import { holds } from '../../catalogue/conditions.ts';
import type { Cause } from '../../model/cause.ts';
import type { Audience } from '../../model/event.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import { isCovert, NO_ORDERS, type Order, type OrderSet, orderKey } from '../../model/order.ts';
import type { Board } from '../../model/state.ts';
import { type Cost, costOf, oneCost } from '../costs.ts';
import type { Log } from '../log.ts';
import { moveTrack } from '../moves.ts';
import { groundOfBoard } from '../verbs/ground.ts';
import { refuseOrder } from '../verbs/registry.ts';
import { groupByVerb, powersOf, type Running, type Turn } from './turn.ts';

/**
 * Opens the envelopes: what each power submitted runs, as far as capital and treasury still reach
 * (they may have been spent on a signature since), and everybody sees it. Concessions stay sealed. Who
 * has submitted nothing is stood in for by what it had left behind.
 */
export const reveal = (log: Log): Turn => {
  const start = log.still().board;
  const submitted = log.state.orders;
  const running: Running[] = [];
  const sets: Record<PowerId, OrderSet> = {};
  const revealed: Record<PowerId, string> = {};
  const conduct: Record<PowerId, readonly Order[]> = {};
  for (const power of powersOf(log)) {
    const left = submitted[power] === undefined ? leftBehind(log, start, power) : null;
    const set = submitted[power] ?? left ?? NO_ORDERS;
    const cause: Cause = left === null ? { kind: 'act', seat: power } : { kind: 'rule', rule: 'AB2' };
    const { orders, costs } = affordable(log, power, set.orders);
    if (orders.length < set.orders.length) log.add({ kind: 'orderLapsed', power, why: 'unaffordable' }, cause, [power]);
    sets[power] = { ...set, orders };
    if (orders.length === 0 && set.doors === null) continue;
    const { overt, covert } = bySight(orders);
    const shown = show(log, { power, orders: overt, doors: set.doors }, cause, 'public');
    const hidden = show(log, { power, orders: covert, doors: null }, cause, [power]);
    if (shown !== null) revealed[power] = shown;
    if (overt.length > 0) conduct[power] = overt;
    charge(log, power, orders, costs);
    for (const order of orders) running.push({ power, order, shownBy: (isCovert(order) ? hidden : shown) ?? '' });
  }
  log.add({ kind: 'conductNoted', conduct }, { kind: 'rule', rule: 'OB1' });
  return { log, start, running, byVerb: groupByVerb(running), sets, revealed };
};

const bySight = (orders: readonly Order[]): { readonly overt: readonly Order[]; readonly covert: readonly Order[] } => {
  const overt: Order[] = [];
  const covert: Order[] = [];
  for (const order of orders) (isCovert(order) ? covert : overt).push(order);
  return { overt, covert };
};

/** Covert orders are shown to their giver alone; where there is nothing to show, nothing tells of it. */
const show = (
  log: Log,
  { power, orders, doors }: { power: PowerId; orders: readonly Order[]; doors: OrderSet['doors'] },
  cause: Cause,
  audience: Audience,
): EventId | null =>
  orders.length === 0 && doors === null
    ? null
    : log.add({ kind: 'ordersRevealed', power, orders: { orders, doors, concessions: [] } }, cause, audience);

/** What a person's standing orders come to: those that hold as the turn stands, may be given and can all be paid. (AB2) */
const leftBehind = (log: Log, start: Board, power: PowerId): OrderSet | null => {
  const standing = log.state.standing[power]?.orders ?? [];
  const sitter = log.state.table.seats[power]?.sitter;
  const isForPerson = sitter?.by === 'human' || (sitter?.by === 'bot' && sitter.standIn === true);
  const tracks = start.tracks[power];
  if (standing.length === 0 || !isForPerson || tracks === undefined) return null;
  const ground = groundOfBoard(log.scenario, start, power);
  const keys = new Set<string>();
  const orders: Order[] = [];
  for (const { when, order } of standing) {
    const key = orderKey(order);
    if (keys.has(key) || (when !== null && !holds(when, log.scenario, start))) continue;
    if (refuseOrder(ground, order) !== null) continue;
    const cost = costOf(log.scenario, start, power, [...orders, order]);
    if (cost.capital > tracks.capital || cost.treasury > tracks.treasury) continue;
    keys.add(key);
    orders.push(order);
  }
  return orders.length === 0 ? null : { orders, doors: null, concessions: [] };
};

/** As many of them, in their order, as can be paid, and what each costs. */
const affordable = (
  log: Log,
  power: PowerId,
  orders: readonly Order[],
): { readonly orders: readonly Order[]; readonly costs: readonly Cost[] } => {
  const { scenario, state } = log;
  const { capital = 0, treasury = 0 } = state.board.tracks[power] ?? {};
  const costs: Cost[] = [];
  let spent = 0;
  let paid = 0;
  for (const [i, order] of orders.entries()) {
    let before = 0;
    for (let j = 0; j < i; j += 1) if (orders[j]?.verb === order.verb) before += 1;
    const cost = oneCost(scenario, state.board, power, order, before);
    spent += cost.capital;
    paid += cost.treasury;
    if (spent > capital || paid > treasury) return { orders: orders.slice(0, i), costs };
    costs.push(cost);
  }
  return { orders, costs };
};

const charge = (log: Log, power: PowerId, orders: readonly Order[], costs: readonly Cost[]): void => {
  for (const [i, order] of orders.entries()) {
    const cause = { kind: 'order', power, order } as const;
    const { capital = 0, treasury = 0 } = costs[i] ?? {};
    if (capital > 0) moveTrack(log, power, 'capital', -capital, cause);
    if (treasury > 0) moveTrack(log, power, 'treasury', -treasury, cause);
    if (order.verb === 'squeeze' && order.grievance === true) {
      log.add({ kind: 'grievanceEnded', holder: power, against: order.host, spent: true }, cause, 'public');
    }
  }
};
