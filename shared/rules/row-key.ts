import type { Area } from '../model/area.ts';
import type { ActorId } from '../model/ids.ts';
import { type OrderOf, orderKey } from '../model/order.ts';

type Keys = Map<ActorId, { [A in Area]?: string }>;
const courts: Keys = new Map();
const squeezes: Keys = new Map();

/** `orderKey` of an order that is aimed at a row. Every turn asks for those that it had, so that each is written once. */
export const rowKey = (order: OrderOf<'court'> | OrderOf<'squeeze'>): string => {
  const keys = order.verb === 'court' ? courts : squeezes;
  let ofHost = keys.get(order.host);
  if (ofHost === undefined) {
    ofHost = {};
    keys.set(order.host, ofHost);
  }
  const known = ofHost[order.area];
  if (known !== undefined) return known;
  const made = orderKey(order);
  ofHost[order.area] = made;
  return made;
};

/** Was the same done last turn? */
export const isTired = (
  remembered: { readonly [power: string]: readonly string[] },
  power: string,
  order: OrderOf<'court'> | OrderOf<'squeeze'>,
): boolean => {
  const last = remembered[power];
  return last !== undefined && last.length > 0 && last.includes(rowKey(order));
};
