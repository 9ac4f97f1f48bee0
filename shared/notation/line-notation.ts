import type { Area } from '../model/area.ts';
import { AREAS, isArea } from '../model/area.ts';
import { CLAUSE_KINDS } from '../model/clause.ts';
import type { PowerId } from '../model/ids.ts';
import type { Concession, ConditionalOrder, Order, OrderSet, StandingOrders } from '../model/order.ts';
import type { Door, DoorChange } from '../model/portfolio.ts';
import { formatCondition, readCondition } from './condition-notation.ts';
import { takeName } from './field-notation.ts';
import { formatDeed, readDeed } from './order-notation.ts';
import { listed, type Parsed, type Reader, reading } from './words.ts';

/** What a power may write in one line: an order, or what stands beside its orders. */
export type Entry =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'doors'; readonly change: DoorChange }
  | { readonly kind: 'concession'; readonly concession: Concession }
  | { readonly kind: 'standing'; readonly order: ConditionalOrder }
  | { readonly kind: 'honour'; readonly honour: boolean };

const readArea = (reader: Reader): Area => {
  const word = reader.peek() ?? '';
  return isArea(word) ? (reader.take('an area') as Area) : reader.fail(`an area (${listed(AREAS)})`);
};
const readDoor = (reader: Reader): Door => ({ area: readArea(reader), supplier: takeName(reader, 'a supplier') });

/** `welcome energy USA [instead trade RUS]` · `unwelcome energy USA` · `bar energy RUS` · `unbar`. */
export const readDoorChange = (reader: Reader): DoorChange => {
  const kind = reader.takeOne(['welcome', 'unwelcome', 'bar', 'unbar'] as const, 'a change of doors');
  if (kind === 'unbar') return { kind };
  const door = readDoor(reader);
  return kind === 'welcome' && reader.takeIf('instead') ? { kind, door, instead: readDoor(reader) } : { kind, door };
};

export const formatDoorChange = (change: DoorChange): string => {
  if (change.kind === 'unbar') return 'unbar';
  const instead =
    change.kind === 'welcome' && change.instead !== undefined
      ? ` instead ${change.instead.area} ${change.instead.supplier}`
      : '';
  return `${change.kind} ${change.door.area} ${change.door.supplier}${instead}`;
};

/** `concede KIND WHOM [AREA] [AMOUNT] [gate GATE] [route ROUTE]`. */
const readConcession = (reader: Reader): Concession => {
  const kind = reader.takeOne(CLAUSE_KINDS, 'a kind of clause');
  let one: Concession = { to: takeName(reader, 'to whom (a power or anyone)'), kind };
  for (let word = reader.peek(); word !== undefined; word = reader.peek()) {
    if (isArea(word) && one.area === undefined) one = { ...one, area: readArea(reader) };
    else if (one.gate === undefined && reader.takeIf('gate')) one = { ...one, gate: takeName(reader, 'a gate') };
    else if (one.route === undefined && reader.takeIf('route')) one = { ...one, route: takeName(reader, 'a route') };
    else if (one.amount === undefined)
      one = { ...one, amount: reader.whole('an area, an amount, gate or route', 1, 99) };
    else return reader.fail('the end');
  }
  return one;
};

export const formatConcession = ({ kind, to, area, amount, gate, route }: Concession): string =>
  [
    ...[kind, to, area, amount].filter((word) => word !== undefined),
    ...(gate === undefined ? [] : ['gate', gate]),
    ...(route === undefined ? [] : ['route', route]),
  ].join(' ');

/** `when CONDITION: ORDER`; `when absent: ORDER` has no condition. */
const readStanding = (reader: Reader): ConditionalOrder => {
  const when = reader.takeIf('absent') ? null : readCondition(reader);
  reader.must(':');
  return { when, order: readDeed(reader) };
};

export const readEntry = (reader: Reader): Entry => {
  if (reader.takeIf('doors')) return { kind: 'doors', change: readDoorChange(reader) };
  if (reader.takeIf('concede')) return { kind: 'concession', concession: readConcession(reader) };
  if (reader.takeIf('when')) return { kind: 'standing', order: readStanding(reader) };
  if (reader.takeIf('honour')) return { kind: 'honour', honour: !reader.takeIf('not') };
  return { kind: 'order', order: readDeed(reader) };
};

/** What a power writes, without its name: orders, `doors …`, `concede …`, `when …: …`, `honour [not]`. */
export const parseEntry = (text: string): Parsed<Entry> => reading(text, readEntry);

export const formatEntry = (entry: Entry): string => {
  switch (entry.kind) {
    case 'order':
      return formatDeed(entry.order);
    case 'doors':
      return `doors ${formatDoorChange(entry.change)}`;
    case 'concession':
      return `concede ${formatConcession(entry.concession)}`;
    case 'standing':
      return `when ${entry.order.when === null ? 'absent' : formatCondition(entry.order.when)}: ${formatDeed(entry.order.order)}`;
    case 'honour':
      return entry.honour ? 'honour' : 'honour not';
    default:
      return entry satisfies never;
  }
};

export type WrittenEntry = { readonly power: PowerId; readonly entry: Entry };

/** The same with its power in front: `ARM doors welcome energy USA`. */
export const parseLine = (text: string): Parsed<WrittenEntry> =>
  reading(text, (reader) => ({ power: takeName(reader, 'a power'), entry: readEntry(reader) }));
export const formatLine = (power: PowerId, entry: Entry): string => `${power} ${formatEntry(entry)}`;

/** A whole set as entries, in the order in which it is read. */
export const entriesOf = (set: OrderSet): readonly Entry[] => [
  ...set.orders.map((order): Entry => ({ kind: 'order', order })),
  ...(set.doors === null ? [] : [{ kind: 'doors', change: set.doors } as const]),
  ...set.concessions.map((concession): Entry => ({ kind: 'concession', concession })),
];
export const standingEntriesOf = (standing: StandingOrders): readonly Entry[] => [
  ...standing.orders.map((order): Entry => ({ kind: 'standing', order })),
  { kind: 'honour', honour: standing.honour },
];

/** A set put together from entries; a second change of doors takes the place of the first. */
export const setOf = (entries: readonly Entry[]): OrderSet => ({
  orders: entries.flatMap((entry) => (entry.kind === 'order' ? [entry.order] : [])),
  doors: entries.reduce<DoorChange | null>((last, entry) => (entry.kind === 'doors' ? entry.change : last), null),
  concessions: entries.flatMap((entry) => (entry.kind === 'concession' ? [entry.concession] : [])),
});
export const standingOf = (entries: readonly Entry[]): StandingOrders => ({
  orders: entries.flatMap((entry) => (entry.kind === 'standing' ? [entry.order] : [])),
  honour: entries.reduce((last, entry) => (entry.kind === 'honour' ? entry.honour : last), true),
});
