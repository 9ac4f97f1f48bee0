import { ORDER_FIELDS } from '../model/fields.ts';
import type { PowerId } from '../model/ids.ts';
import { type Order, VERBS, type Verb } from '../model/order.ts';
import { formatTerms, readTerms } from './clause-notation.ts';
import { takeName } from './field-notation.ts';
import { formatFields, readFields, usageOf } from './form-notation.ts';
import { type Parsed, type Reader, reading } from './words.ts';

export type WrittenOrder = { readonly power: PowerId; readonly order: Order };

const SPENDING = 'squeeze!';
const verbs: readonly (Verb | typeof SPENDING)[] = [...VERBS, SPENDING];

/** How an order of this verb is written: `operate HOST FRONT PRIZE`. */
export const usageOfVerb = (verb: Verb): string => usageOf(verb, ORDER_FIELDS[verb]);

/** `court energy IRN` · `squeeze energy ARM for welcome trade RUS` (`squeeze!` spends a grievance) · `operate ARM tavush heights`. */
export const readDeed = (reader: Reader): Order => {
  const word = reader.takeOne(verbs, 'a verb');
  const verb = word === SPENDING ? 'squeeze' : word;
  const values = readFields(reader, ORDER_FIELDS[verb]);
  const demand = ORDER_FIELDS[verb].find(({ shape }) => shape === 'terms');
  if (demand !== undefined && !(demand.optional && reader.peek() !== 'for')) {
    reader.must('for');
    values[demand.name] = readTerms(reader);
  }
  if (word === SPENDING) values.grievance = true;
  return { verb, ...values } as Order;
};

/** An order without its power. */
export const parseDeed = (text: string): Parsed<Order> => reading(text, readDeed);
export const formatDeed = (order: Order): string => {
  const spends = order.verb === 'squeeze' && order.grievance === true;
  const demand = 'demand' in order && order.demand !== undefined ? [`for ${formatTerms(order.demand)}`] : [];
  return [spends ? SPENDING : order.verb, ...formatFields(ORDER_FIELDS[order.verb], order), ...demand].join(' ');
};

/** `ARM court energy IRN`: a power, and its order. */
export const parseOrder = (text: string): Parsed<WrittenOrder> =>
  reading(text, (reader) => ({ power: takeName(reader, 'a power'), order: readDeed(reader) }));

export const formatOrder = (power: PowerId, order: Order): string => `${power} ${formatDeed(order)}`;
