import { indexOf } from '../catalogue/scenario-index.ts';
import { type Luck, luckFor } from '../kernel/luck.ts';
import { AREAS } from '../model/area.ts';
import type { PowerInput } from '../model/input.ts';
import { type Concession, type Order, type OrderSet, orderKey, VERBS, type Verb } from '../model/order.ts';
import type { DoorChange } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { oneCost } from '../rules/costs.ts';
import { changedDoors } from '../rules/resolution/doors.ts';
import { type Ground, groundOfView } from '../rules/verbs/ground.ts';
import { offersOf, refuseOrder } from '../rules/verbs/registry.ts';
import { randomOffer } from './random-offer.ts';
import { randomPapers } from './random-papers.ts';
import { randomTerms } from './random-terms.ts';

/**
 * Anything that is legal, by lot: for tables that only need company, and for fuzzing. It writes its
 * orders once a turn and then only answers, so that whole matches of it are quick.
 */
export const randomActs = (scenario: Scenario, view: SeatView, luckText: string, ready: boolean): PowerInput[] => {
  const { turn } = view.board;
  const luck = luckFor('random bot', luckText, view.viewer, turn, view.table.phase, view.proposals.length);
  const open = view.table.phase === 'negotiation';
  const capital = view.tracks[view.viewer]?.exact?.capital ?? 0;
  const acts = open ? answerAll(scenario, view, capital, luck) : [];
  if (ready || view.orders !== null) return acts;
  const orders = randomSet(scenario, view, luck);
  const left = capital - acts.filter(({ kind }) => kind === 'sign').length * scenario.magnitudes.treaty.capital;
  if (open && luck.integer(1, 3) === 1) acts.push(...randomOffer(scenario, view, orders.orders, left, luck));
  if (open && luck.integer(1, 10) === 1) acts.push(...randomPapers(view, luck));
  if (luck.integer(1, 12) === 1) acts.push({ kind: 'setStanding', standing: standingFrom(orders, luck) });
  // Set before anything is signed or left: both are paid for at once.
  return [{ kind: 'submitOrders', orders }, ...acts];
};

const answerAll = (scenario: Scenario, view: SeatView, capital: number, luck: Luck): PowerInput[] => {
  const acts: PowerInput[] = [];
  const price = scenario.magnitudes.treaty.capital;
  let left = capital;
  for (const { id, turn, status, signed, draft } of view.proposals) {
    if (status !== 'open' || signed.includes(view.viewer)) continue;
    const isDear = draft.form === 'treaty' && left < price;
    const lot = luck.integer(1, 6);
    if (lot <= 3 && !isDear && !isLate(draft.clauses, view.board.turn)) {
      acts.push({ kind: 'sign', proposal: id });
      if (draft.form === 'treaty') left -= price;
    } else if (turn > 0 || lot === 6) acts.push({ kind: 'decline', proposal: id });
  }
  return acts;
};

/** Part of it should have been done by now. */
const isLate = (clauses: readonly { readonly until: number | null }[], turn: number): boolean =>
  clauses.some(({ until }) => until !== null && until < turn);

const standingFrom = ({ orders }: OrderSet, luck: Luck) => ({
  orders: orders.slice(0, 2).map((order) => ({
    when: luck.integer(1, 2) === 1 ? null : ({ kind: 'turn', from: luck.integer(1, 4), to: 12 } as const),
    order,
  })),
  honour: luck.integer(1, 4) > 1,
});

/** The everyday verbs a little oftener than the others. */
const LOT: readonly Verb[] = [...VERBS, 'court', 'court', 'harden', 'squeeze', 'sponsor', 'setGate'];
const MOST = 5;

export const randomSet = (scenario: Scenario, view: SeatView, luck: Luck): OrderSet => {
  const { capital = 0, treasury = 0 } = view.tracks[view.viewer]?.exact ?? {};
  const ground = groundOfView(scenario, view);
  // Whom one may be aggrieved by is dear to know, and only squeezes ask.
  const cost = {
    gaps: view.board.gaps,
    turn: view.board.turn,
    get grievances() {
      return view.grievances;
    },
  };
  const orders: Order[] = [];
  const keys: string[] = [];
  let spent = 0;
  let paid = 0;
  for (let tries = luck.integer(1, MOST); tries > 0; tries -= 1) {
    const offers = offersOf(ground, luck.pick(LOT));
    if (offers.length === 0) continue;
    const order = completed(scenario, view, ground, luck.pick(offers).order, luck);
    const key = orderKey(order);
    if (keys.includes(key)) continue;
    let before = 0;
    for (const one of orders) if (one.verb === order.verb) before += 1;
    const price = oneCost(scenario, cost, view.viewer, order, before);
    if (spent + price.capital > capital || paid + price.treasury > treasury) continue;
    spent += price.capital;
    paid += price.treasury;
    keys.push(key);
    orders.push(order);
  }
  return {
    orders,
    doors: luck.integer(1, 3) === 1 ? randomDoors(scenario, view, luck) : null,
    concessions: luck.integer(1, 2) === 1 ? randomConcessions(luck) : [],
  };
};

/** With a demand or a guard of its own, where there is a choice. */
const completed = (scenario: Scenario, view: SeatView, ground: Ground, order: Order, luck: Luck): Order => {
  if (order.verb === 'squeeze' || order.verb === 'destabilise') {
    const demand = randomTerms(scenario, view, { by: order.host, to: view.viewer, own: [] }, luck);
    const demanding = { ...order, demand };
    return luck.integer(1, 4) > 1 && refuseOrder(ground, demanding) === null ? demanding : order;
  }
  if (order.verb === 'postGuard' && luck.integer(1, 2) === 1) {
    const other = luck.pick(indexOf(scenario).actors.filter((one) => one !== view.viewer));
    return { ...order, guard: luck.integer(1, 2) === 1 ? [other] : [view.viewer, other] };
  }
  return order;
};

const randomDoors = (scenario: Scenario, view: SeatView, luck: Luck): DoorChange | null => {
  const doors = view.board.doors[view.viewer];
  if (doors === undefined) return null;
  const door = {
    area: luck.pick(AREAS),
    supplier: luck.pick(indexOf(scenario).actors.filter((actor) => actor !== view.viewer)),
  };
  const lot = luck.integer(1, 8);
  const change: DoorChange =
    lot <= 4
      ? { kind: 'welcome', door, ...(doors.welcomes.length > 1 ? { instead: luck.pick(doors.welcomes) } : {}) }
      : lot <= 6
        ? { kind: 'bar', door }
        : lot === 7 && doors.welcomes.length > 0
          ? { kind: 'unwelcome', door: luck.pick(doors.welcomes) }
          : { kind: 'unbar' };
  return changedDoors(doors, change) === null ? null : change;
};

const CONCEDED = ['welcome', 'pay', 'refrain', 'gate', 'do', 'host', 'recognise', 'member'] as const;

const randomConcessions = (luck: Luck): Concession[] => {
  const kind = luck.pick(CONCEDED);
  const pay: Concession = { to: 'anyone', kind: 'pay', amount: luck.integer(1, 4) };
  return kind === 'pay' ? [pay] : [{ to: 'anyone', kind }, pay];
};
