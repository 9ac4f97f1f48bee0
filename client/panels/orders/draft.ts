import { canonical } from '../../../shared/kernel/canonical.ts';
import { type Concession, NO_ORDERS, type Order, type OrderSet, orderKey } from '../../../shared/model/order.ts';
import type { DoorChange } from '../../../shared/model/portfolio.ts';

/** Where a turn's orders stand: what is written here against what runs. */
export type DraftState = 'hold' | 'submitted' | 'changed';

export const sameSet = (a: OrderSet, b: OrderSet): boolean => canonical(a) === canonical(b);

/** What is on the table before me: my draft, else what I submitted, else nothing. */
export const shownSet = (submitted: OrderSet | null, draft: OrderSet | null): OrderSet =>
  draft ?? submitted ?? NO_ORDERS;

export const draftState = (submitted: OrderSet | null, draft: OrderSet | null): DraftState => {
  if (draft !== null && !sameSet(draft, submitted ?? NO_ORDERS)) return 'changed';
  return submitted === null ? 'hold' : 'submitted';
};

/** A draft that says the same as what runs is no draft. */
export const tidy = (next: OrderSet, submitted: OrderSet | null): OrderSet | null =>
  sameSet(next, submitted ?? NO_ORDERS) ? null : next;

/** One order of a verb for each area and host: a second replaces the first. */
export const withOrder = (set: OrderSet, order: Order): OrderSet => {
  const at = set.orders.findIndex((one) => orderKey(one) === orderKey(order));
  return { ...set, orders: at < 0 ? [...set.orders, order] : set.orders.with(at, order) };
};
export const withoutOrder = (set: OrderSet, index: number): OrderSet => ({
  ...set,
  orders: set.orders.filter((_, i) => i !== index),
});
export const withDoors = (set: OrderSet, doors: DoorChange | null): OrderSet => ({ ...set, doors });
export const withConcession = (set: OrderSet, concession: Concession): OrderSet =>
  set.concessions.some((one) => canonical(one) === canonical(concession))
    ? set
    : { ...set, concessions: [...set.concessions, concession] };
export const withoutConcession = (set: OrderSet, index: number): OrderSet => ({
  ...set,
  concessions: set.concessions.filter((_, i) => i !== index),
});

export const hasOrder = (set: OrderSet, order: Order): boolean =>
  set.orders.some((one) => orderKey(one) === orderKey(order));
