import { type Order, type OrderSet, orderKey } from '../../model/order.ts';
import type { DoorChange } from '../../model/portfolio.ts';
import { couldBeBrokenBy } from '../../rules/clauses/registry.ts';
import { legalDoors, legalOrders, orderCost } from '../../rules/legal-orders.ts';
import { previewFrom } from '../../rules/preview.ts';
import { groundOfView } from '../../rules/verbs/ground.ts';
import { refuseOrder } from '../../rules/verbs/registry.ts';
import type { Motive } from '../motive.ts';
import { costOf } from './burden.ts';
import { openTrial, type Trial } from './forecast.ts';
import { type Idea, ideasOf } from './ideas.ts';
import { shifted } from './kept.ts';
import type { Mind } from './mind.ts';
import { type Due, doorDue, duesOf, promisesOfMine } from './owed.ts';
import { concessionsOf } from './pressure.ts';

export type Decision = { readonly set: OrderSet; readonly motives: readonly Motive[] };

/** Less than this is not worth an order. */
const LEAST = 8;
/** What a broken promise must bring an opportunist, in hundredths: the word, the grievance, the next partner. */
const FAITHLESS = 260;
/** What it is worth to have signed the newer of two promises that exclude each other. */
const TORN = 100;

/** A set being written: what fits into capital and treasury and is legal. */
type Sheet = { readonly orders: readonly Order[]; readonly add: (order: Order) => boolean };

const openSheet = (mind: Mind): Sheet => {
  const { scenario, view, me } = mind;
  const { capital = 0, treasury = 0 } = view.tracks[me]?.exact ?? {};
  const ground = groundOfView(scenario, view);
  const purse = treasury - paymentsDue(mind);
  const orders: Order[] = [];
  return {
    orders,
    add: (order) => {
      if (orders.length >= mind.reach.orders || orders.some((one) => excludes(one, order))) return false;
      const cost = orderCost(scenario, view, [...orders, order]);
      if (cost.capital > capital || (cost.treasury > purse && cost.treasury > 0)) return false;
      if (refuseOrder(ground, order) !== null) return false;
      orders.push(order);
      return true;
    },
  };
};

/** The same thing twice, or its contrary. */
const excludes = (one: Order, other: Order): boolean =>
  orderKey(one) === orderKey(other) ||
  (one.verb === 'mobilise' && other.verb === 'standDown') ||
  (one.verb === 'standDown' && other.verb === 'mobilise');

/** Treasury that falls due this turn: it is paid after the orders are. */
const paymentsDue = (mind: Mind): number => {
  let due = 0;
  for (const { clause } of promisesOfMine(mind))
    if (clause.terms.kind === 'pay' && (clause.terms.each || !clause.done.includes(mind.me)))
      due += clause.terms.amount;
  return due;
};

/** What I order this turn, and why where that is worth telling. */
export const decide = (mind: Mind): Decision => {
  const options = legalOrders(mind.scenario, mind.view);
  const dues = duesOf(mind, options);
  const trial = openTrial(mind);
  const ideas = tried(mind, trial, ideasOf(mind, options));
  const motives: Motive[] = [];
  const sheet = openSheet(mind);
  const doors = doorDue(mind) ?? doorWish(mind);
  for (const due of dues) if (due.turns <= 1) keep(mind, due, sheet, ideas, motives);
  for (const due of dues) if (due.turns > 1 && isTimely(mind, due)) keep(mind, due, sheet, ideas, motives);
  for (const idea of ideas) {
    if (idea.worth < LEAST) continue;
    if (idea.breaks !== null && !mayBreak(mind, idea)) continue;
    if (!sheet.add(idea.order)) continue;
    if (idea.motive !== null) motives.push(idea.motive);
    if (idea.breaks !== null)
      motives.push({
        deed: 'break',
        about: idea.breaks,
        worth: idea.worth,
        text: 'Keeping this promise costs more than breaking it.',
      });
  }
  const owed = new Set(dues.flatMap((due) => due.orders.map(orderKey)));
  const orders = refined(mind, trial, [...sheet.orders], doors, ideas, owed);
  const set = faithful(mind, { orders, doors, concessions: concessionsOf(mind) }, motives);
  return { set, motives };
};

/** Plays whole sets through, and changes one order for another as long as that is better. */
const refined = (
  mind: Mind,
  trial: Trial,
  start: readonly Order[],
  doors: DoorChange | null,
  ideas: readonly Idea[],
  owed: ReadonlySet<string>,
): readonly Order[] => {
  let best = start;
  let left = mind.reach.refined;
  const worthOf = (orders: readonly Order[]): number | null => {
    left -= 1;
    const after = trial({ orders, doors, concessions: [] });
    if (after === null) return null;
    const unseen = ideas.filter(({ fixed, order }) => fixed && orders.some((one) => orderKey(one) === orderKey(order)));
    return mind.worth(mind.me, after) + unseen.reduce((sum, { worth }) => sum + worth, 0);
  };
  let reached = left > 1 ? worthOf(best) : null;
  if (reached === null) return best;
  for (const idea of ideas) {
    if (left <= 0) break;
    if (idea.breaks !== null || best.some((one) => orderKey(one) === orderKey(idea.order))) continue;
    for (const out of [...best]
      .reverse()
      .filter((one) => !owed.has(orderKey(one)))
      .slice(0, 2)) {
      const changed = fitting(mind, [...best.filter((one) => one !== out), idea.order]);
      if (changed === null || left <= 0) continue;
      const worth = worthOf(changed);
      if (worth !== null && worth > reached + LEAST) {
        [best, reached] = [changed, worth];
        break;
      }
    }
  }
  return best;
};

/** The set if it can be given; null if not. */
const fitting = (mind: Mind, orders: readonly Order[]): readonly Order[] | null => {
  const sheet = openSheet(mind);
  return orders.every((order) => sheet.add(order)) ? orders : null;
};

/** Looks at what the set would do: leaves out what would break a promise in a way that nobody sees beforehand. */
const faithful = (mind: Mind, set: OrderSet, motives: readonly Motive[]): OrderSet => {
  if (set.orders.length === 0) return set;
  const { conflicts } = previewFrom(mind.scenario, mind.view, mind.supposed, set);
  const meant = new Set(motives.flatMap(({ deed, about }) => (deed === 'break' && about !== null ? [about] : [])));
  const amiss = conflicts.filter((one) => !meant.has(one.agreement));
  if (amiss.length === 0) return set;
  return {
    ...set,
    doors: amiss.some((one) => one.order === 'doors') ? null : set.doors,
    orders: set.orders.filter((_, i) => !amiss.some((one) => one.order === i)),
  };
};

/** Only an opportunist breaks its word, and only for more than that will cost. */
const mayBreak = ({ character }: Mind, idea: Idea): boolean =>
  character.temperament === 'opportunist' && idea.worth > FAITHLESS;

/** Orders what keeps a promise; an opportunist does not when something else would bring far more. */
const keep = (mind: Mind, due: Due, sheet: Sheet, ideas: readonly Idea[], motives: Motive[]): void => {
  const cheapest = due.orders.find((order) => worthOf(ideas, order) !== null) ?? due.orders[0];
  if (cheapest === undefined) return;
  const rest = ideas.find(
    (idea) => idea.breaks === null && !due.orders.some((one) => orderKey(one) === orderKey(idea.order)),
  );
  const gain = worthOf(ideas, cheapest) ?? 0;
  const missed = Math.max(0, (rest?.worth ?? 0) - gain);
  const about = due.agreement.id;
  const isFaithless = mind.character.temperament === 'opportunist';
  if (isFaithless && missed > FAITHLESS && due.turns <= 1 && cheapest.verb !== 'setGate') {
    const text = 'The deed that was promised would cost more than it is worth to keep faith.';
    motives.push({ deed: 'break', about, worth: missed, text });
    return;
  }
  const order = [cheapest, ...due.orders].find((one) => sheet.add(one));
  if (order === undefined) return;
  const torn = brokenBy(mind, order, about);
  if (torn !== null && isFaithless) {
    const text = 'Of two promises that cannot both be kept, the newer is worth more.';
    motives.push({ deed: 'break', about: torn, worth: TORN, text });
  }
  // To set one's own gate costs nothing.
  if (gain <= 0 && order.verb !== 'setGate') {
    const text = 'A promise is kept although the deed brings nothing now.';
    motives.push({ deed: 'keep', about, worth: Math.round(gain) - costOf(mind.scenario, order), text });
  }
};

/** A promise of mine elsewhere that an order breaks. */
const brokenBy = (mind: Mind, order: Order, but: string): string | null =>
  promisesOfMine(mind).find(({ agreement, clause }) => agreement.id !== but && couldBeBrokenBy(clause, order))
    ?.agreement.id ?? null;

const worthOf = (ideas: readonly Idea[], order: Order): number | null =>
  ideas.find((idea) => orderKey(idea.order) === orderKey(order))?.worth ?? null;

/** A deed that is not due yet is done soon: money may be short when it is. An opportunist takes its time. */
const isTimely = ({ character, luck }: Mind, { orders }: Due): boolean =>
  character.temperament === 'steadfast' || orders.every(({ verb }) => verb === 'setGate') || luck.integer(1, 100) <= 50;

/** Plays the best ideas through, and puts what that shows in place of what was reckoned. */
const tried = (mind: Mind, trial: Trial, ideas: readonly Idea[]): Idea[] => {
  const base = trial({ orders: [], doors: null, concessions: [] });
  if (base === null) return [...ideas];
  const now = mind.worth(mind.me, base);
  const seen = ideas.map((idea, i) => (i < mind.reach.tried && !idea.fixed ? playedOut(mind, trial, now, idea) : idea));
  return seen.sort((a, b) => b.worth - a.worth);
};

const playedOut = (mind: Mind, trial: Trial, now: number, idea: Idea): Idea => {
  const after = trial({ orders: [idea.order], doors: null, concessions: [] });
  return after === null ? idea : { ...idea, worth: mind.worth(mind.me, after) - now };
};

/** Points that a newcomer is likely to win by an open door in a turn. */
const BY_DOOR = 4;
const WISH = 20;

/** A door that nobody has asked for is opened to whom I would like to be stronger here. */
const doorWish = (mind: Mind): DoorChange | null => {
  const { scenario, view, board, me } = mind;
  const now = board.doors[me];
  if (now === undefined || now.welcomes.length >= 2) return null;
  let best: { change: DoorChange; worth: number } | null = null;
  for (const change of legalDoors(scenario, view)) {
    if (change.kind !== 'welcome' || !mind.others.includes(change.door.supplier)) continue;
    const after = shifted(board, me, change.door.area, change.door.supplier, BY_DOOR);
    const worth = mind.change(me, after, new Set([`share/${me}`]));
    if (worth > WISH && (best === null || worth > best.worth)) best = { change, worth };
  }
  return best?.change ?? null;
};
