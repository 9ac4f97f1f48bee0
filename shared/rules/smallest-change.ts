import type { GameEvent } from '../model/event.ts';
import type { Order, OrderSet } from '../model/order.ts';
import { orderKey } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { MatchState } from '../model/state.ts';
import { legalOrders, orderCost } from './legal-orders.ts';
import { expectedOf } from './preview.ts';

/** Another set, as little different as could be, in which a failed order would have worked. */
export type SmallestChange = {
  readonly set: OrderSet;
  readonly added: readonly Order[];
  readonly removed: readonly Order[];
  /** Percent, where chance would still have had its say. */ readonly odds: number | null;
};

type Failed = Extract<GameEvent, { readonly why: unknown }> | Extract<GameEvent, { readonly kind: 'orderLapsed' }>;

const canFail = (event: GameEvent): event is Failed => 'why' in event;

/**
 * The smallest change of one's own orders that would have made a failed one work: an order less, an order
 * more, or one for another; null if none would. `view` is the seat's view before the turn was
 * resolved, `supposed` what it could suppose then: nobody else's orders are counted on.
 */
export const smallestChangeFrom = (
  scenario: Scenario,
  view: SeatView,
  supposed: MatchState,
  set: OrderSet,
  failed: GameEvent,
): SmallestChange | null => {
  if (!canFail(failed)) return null;
  if (failed.kind === 'orderLapsed') return lessToPay(scenario, view, set);
  if (failed.cause.kind !== 'order' || failed.cause.power !== view.viewer) return null;
  const wanted = failed.cause.order;
  const key = orderKey(wanted);
  if (failed.why === null || !set.orders.some((order) => orderKey(order) === key)) return null;
  const worth = (orders: readonly Order[]): Outcome =>
    outcomeOf(expectedOf(scenario, view, supposed, { ...set, orders }), failed, key);
  const before = worth(set.orders);
  // Where only what others did stood in the way, no order of one's own would have helped.
  if (before.works && failed.why !== 'odds') return null;
  return bestOf(scenario, view, set, key, worth, before);
};

type Outcome = { readonly works: boolean; readonly odds: number | null };

/** Does the order do in this telling what it failed to do? */
const outcomeOf = (events: readonly GameEvent[], failed: Failed, key: string): Outcome => {
  for (const event of events) {
    if (event.kind !== failed.kind || event.cause.kind !== 'order' || orderKey(event.cause.order) !== key) continue;
    const { why } = event as { readonly why: unknown };
    const odds = 'odds' in event && typeof event.odds === 'number' ? event.odds : null;
    return { works: why === null || why === 'odds', odds };
  }
  return { works: false, odds: null };
};

type Attempt = {
  readonly orders: readonly Order[];
  readonly added: readonly Order[];
  readonly removed: readonly Order[];
};

/** One order less, then one more, then one for another: the first that works, with the best odds of its size. */
const bestOf = (
  scenario: Scenario,
  view: SeatView,
  set: OrderSet,
  key: string,
  worth: (orders: readonly Order[]) => Outcome,
  before: Outcome,
): SmallestChange | null => {
  for (const attempts of attemptsBySize(scenario, view, set, key)) {
    let best: (Attempt & { readonly odds: number | null }) | null = null;
    for (const attempt of attempts) {
      const { works, odds } = worth(attempt.orders);
      if (!works || (before.works && (odds ?? 0) <= (before.odds ?? 0))) continue;
      if (best === null || (odds ?? 0) > (best.odds ?? 0)) best = { ...attempt, odds };
    }
    if (best !== null)
      return { set: { ...set, orders: best.orders }, added: best.added, removed: best.removed, odds: best.odds };
  }
  return null;
};

const attemptsBySize = function* (
  scenario: Scenario,
  view: SeatView,
  set: OrderSet,
  key: string,
): Generator<readonly Attempt[]> {
  const others = set.orders.filter((order) => orderKey(order) !== key);
  const less = others.map(
    (gone): Attempt => ({
      orders: set.orders.filter((order) => order !== gone),
      added: [],
      removed: [gone],
    }),
  );
  yield less;
  const taken = new Set(set.orders.map(orderKey));
  const options = legalOrders(scenario, view)
    .filter((option) => !option.needsDemand && !taken.has(orderKey(option.order)))
    .map((option) => option.order);
  const more = (base: Attempt): readonly Attempt[] =>
    options
      .map((order): Attempt => ({ ...base, orders: [...base.orders, order], added: [order] }))
      .filter((attempt) => isAffordable(scenario, view, attempt.orders));
  yield more({ orders: set.orders, added: [], removed: [] });
  yield less.flatMap(more);
};

const isAffordable = (scenario: Scenario, view: SeatView, orders: readonly Order[]): boolean => {
  const exact = view.tracks[view.viewer]?.exact;
  const cost = orderCost(scenario, view, orders);
  return exact != null && cost.capital <= exact.capital && cost.treasury <= exact.treasury;
};

/** Orders lapse from the end when a signature has spent what they needed: what fits is the longest part that can be paid. */
const lessToPay = (scenario: Scenario, view: SeatView, set: OrderSet): SmallestChange | null => {
  for (const gone of [...set.orders].reverse()) {
    const orders = set.orders.filter((order) => order !== gone);
    if (isAffordable(scenario, view, orders))
      return { set: { ...set, orders }, added: [], removed: [gone], odds: null };
  }
  return null;
};
