import { holds } from '../catalogue/conditions.ts';
import { GATE_STATUSES } from '../model/asset.ts';
import type { Clause } from '../model/clause.ts';
import { OWN } from '../model/ids.ts';
import type { PowerInput } from '../model/input.ts';
import { NO_ORDERS, type Order, type OrderSet, orderKey, orderMatches, type Verb } from '../model/order.ts';
import { type Door, type DoorChange, isWelcome, sameDoor } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { legalOrders, orderCost } from '../rules/legal-orders.ts';
import { isOwed } from '../rules/owed.ts';
import { previewFrom } from '../rules/preview.ts';
import { changedDoors } from '../rules/resolution/doors.ts';
import { groundOfView } from '../rules/verbs/ground.ts';
import { refuseOrder } from '../rules/verbs/registry.ts';
import { supposeState } from '../view/suppose-state.ts';

/** What a caretaker gives no order for, whoever may have promised it. */
const STARTS_FORCE: readonly Verb[] = ['mobilise', 'probe', 'operate'];

/**
 * The published mandate: it keeps agreements, signs nothing, grants nothing and starts no force. In order:
 * deeds, gates and doors that were promised; what an absent person left behind; and with capital that
 * could not be kept anyway, its own hold where that is weakest. Guarantees are honoured by themselves. (AB3)
 */
export const caretakerActs = (scenario: Scenario, view: SeatView, ready: boolean): PowerInput[] =>
  ready ? [] : [{ kind: 'submitOrders', orders: caretakerSet(scenario, view) }];

/** A set being written: adds only what is legal, paid for, and against no promise as far as can be foreseen. */
type Sheet = { readonly orders: Order[]; readonly add: (order: Order, capitalLeft?: number) => boolean };

export const caretakerSet = (scenario: Scenario, view: SeatView): OrderSet => {
  const promises = promisesOf(view);
  const sheet = openSheet(scenario, view, promises);
  for (const clause of promises) keepPromise(scenario, view, clause, sheet);
  for (const order of leftBehind(scenario, view)) sheet.add(order);
  hardenWhereWeakest(scenario, view, sheet);
  return { ...NO_ORDERS, orders: sheet.orders, doors: doorsFor(view, promises) };
};

const promisesOf = (view: SeatView): readonly Clause[] =>
  view.agreements.flatMap((agreement) =>
    agreement.clauses.filter((one) => one.by.includes(view.viewer) && isOwed(agreement, one, view.board.turn)),
  );

const openSheet = (scenario: Scenario, view: SeatView, promises: readonly Clause[]): Sheet => {
  const { capital = 0, treasury = 0 } = view.tracks[view.viewer]?.exact ?? {};
  const ground = groundOfView(scenario, view);
  const supposed = supposeState(scenario, view);
  const reserved = duesOf(view, promises);
  const orders: Order[] = [];
  return {
    orders,
    add: (order, capitalLeft = 0) => {
      const set = [...orders, order];
      if (STARTS_FORCE.includes(order.verb) || orders.some((one) => orderKey(one) === orderKey(order))) return false;
      const cost = orderCost(scenario, view, set);
      if (cost.capital > capital - capitalLeft || cost.treasury > treasury - reserved) return false;
      if (refuseOrder(ground, order) !== null) return false;
      const { conflicts } = previewFrom(scenario, view, supposed, { ...NO_ORDERS, orders: set });
      if (conflicts.some((one) => one.order === orders.length)) return false;
      orders.push(order);
      return true;
    },
  };
};

/** Treasury that falls due this turn: it is paid after the orders are. */
const duesOf = ({ viewer }: SeatView, promises: readonly Clause[]): number => {
  let due = 0;
  for (const { terms, done } of promises)
    if (terms.kind === 'pay' && (terms.each || !done.includes(viewer))) due += terms.amount;
  return due;
};

const keepPromise = (scenario: Scenario, view: SeatView, { terms, done }: Clause, sheet: Sheet): void => {
  if (terms.kind === 'do' && !done.includes(view.viewer)) {
    if (sheet.orders.some((order) => orderMatches(order, terms.order))) return;
    for (const { order } of legalOrders(scenario, view))
      if (orderMatches(order, terms.order) && sheet.add(order)) return;
  } else if (terms.kind === 'recognise') {
    const given = view.board.recognitions.some((one) => one.by === view.viewer && one.what === terms.what);
    if (!given) sheet.add({ verb: 'recognise', what: terms.what });
  } else if (terms.kind === 'gate' && 'status' in terms) {
    const now = view.board.gates[terms.gate]?.status;
    if (now !== undefined && !keepsGate(now, terms.status))
      sheet.add({ verb: 'setGate', gate: terms.gate, status: terms.status });
  }
};

const keepsGate = (now: (typeof GATE_STATUSES)[number], promised: (typeof GATE_STATUSES)[number]): boolean =>
  promised === 'closed' ? now === 'closed' : GATE_STATUSES.indexOf(now) >= GATE_STATUSES.indexOf(promised);

/** Standing orders of the person it sits in for; who has conceded leaves none. */
const leftBehind = (scenario: Scenario, view: SeatView): readonly Order[] => {
  const sitter = view.table.seats[view.viewer]?.sitter;
  const standing = view.standing?.orders ?? [];
  if (standing.length === 0 || sitter?.by !== 'bot' || sitter.standIn !== true) return [];
  const { board } = supposeState(scenario, view);
  return standing.flatMap(({ when, order }) => (when === null || holds(when, scenario, board) ? [order] : []));
};

const hardenWhereWeakest = (scenario: Scenario, view: SeatView, sheet: Sheet): void => {
  const portfolio = view.board.portfolios[view.viewer];
  if (portfolio === undefined) return;
  const areas = legalOrders(scenario, view).flatMap(({ order }) => (order.verb === 'harden' ? [order.area] : []));
  areas.sort((a, b) => (portfolio[a][OWN] ?? 0) - (portfolio[b][OWN] ?? 0));
  for (const area of areas) sheet.add({ verb: 'harden', area }, scenario.magnitudes.capital.kept);
};

/** One change of doors a turn: the first promised door that does not stand as it should. */
const doorsFor = (view: SeatView, promises: readonly Clause[]): DoorChange | null => {
  const doors = view.board.doors[view.viewer];
  if (doors === undefined) return null;
  const doorsPromised = promises.flatMap(({ terms }) => (terms.kind === 'welcome' ? [terms] : []));
  const isPromised = (door: Door): boolean => doorsPromised.some((one) => one.open && sameDoor(one, door));
  for (const { area, supplier, open } of doorsPromised) {
    if (isWelcome(doors, area, supplier) === open) continue;
    const door = { area, supplier };
    if (!open) return { kind: 'unwelcome', door };
    const plain: DoorChange = { kind: 'welcome', door };
    if (changedDoors(doors, plain) !== null) return plain;
    const instead = doors.welcomes.find((one) => !isPromised(one));
    if (instead !== undefined) return { kind: 'welcome', door, instead };
  }
  return null;
};
