import { canonical } from '../../../shared/kernel/canonical.ts';
import type { GameEvent } from '../../../shared/model/event.ts';
import type { FailReason } from '../../../shared/model/fail-reason.ts';
import { type Order, type OrderSet, orderKey } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { legalOrders } from '../../../shared/rules/legal-orders.ts';
import { preview } from '../../../shared/view/preview.ts';

/** Why an order came to nothing; `nothing` where it ran and won no point. */
export type Failure = FailReason | 'nothing';

/** What an event says of its order: null if it did something. */
export const failureOf = (event: GameEvent): Failure | null => {
  if ('why' in event && event.kind !== 'orderLapsed') return event.why;
  return (event.kind === 'courted' || event.kind === 'hardened') && event.points === 0 ? 'nothing' : null;
};

const isOf = (event: GameEvent, power: string, order: Order): boolean =>
  event.cause.kind === 'order' && event.cause.power === power && canonical(event.cause.order) === canonical(order);

/** The event that tells how an order went, among those that it would or did bring about. */
export const tellingOf = (events: readonly GameEvent[], power: string, order: Order): GameEvent | undefined =>
  events.find((event) => event.kind !== 'trackMoved' && event.kind !== 'orderExposed' && isOf(event, power, order));

/** One change of one’s own orders. */
export type Mend =
  | { readonly kind: 'drop'; readonly order: Order }
  | { readonly kind: 'change'; readonly order: Order }
  | { readonly kind: 'add'; readonly order: Order };

/** How much two orders have in common, for what is nearest to be tried first. */
const nearness = (a: Order, b: Order): number =>
  Object.entries(a).filter(([field, value]) => (b as { readonly [field: string]: unknown })[field] === value).length;

const worksIn = (scenario: Scenario, view: SeatView, set: OrderSet, order: Order): boolean => {
  const { expected, left } = preview(scenario, view, set);
  if (left.capital < 0 || left.treasury < 0) return false;
  const event = tellingOf(expected, view.viewer, order);
  return event !== undefined && failureOf(event) === null;
};

/**
 * The smallest change of one’s own orders with which this one would work, if nobody else acts: leaving
 * another out, then giving it otherwise, then adding one. Null if no single change does.
 */
export const smallestChange = (scenario: Scenario, view: SeatView, set: OrderSet, at: number): Mend | null => {
  const failing = set.orders[at];
  if (failing === undefined) return null;
  const others = set.orders.filter((_, i) => i !== at);
  for (const order of others) {
    const orders = set.orders.filter((one) => one !== order);
    if (worksIn(scenario, view, { ...set, orders }, failing)) return { kind: 'drop', order };
  }
  const taken = new Set(set.orders.map(orderKey));
  const free = legalOrders(scenario, view)
    .filter(({ order, needsDemand }) => !needsDemand && !taken.has(orderKey(order)))
    .toSorted((a, b) => nearness(b.order, failing) - nearness(a.order, failing));
  for (const { order } of free.filter((option) => option.order.verb === failing.verb)) {
    if (worksIn(scenario, view, { ...set, orders: set.orders.with(at, order) }, order))
      return { kind: 'change', order };
  }
  for (const { order } of free) {
    if (worksIn(scenario, view, { ...set, orders: [...set.orders, order] }, failing)) return { kind: 'add', order };
  }
  return null;
};
