import { indexOf } from '../catalogue/scenario-index.ts';
import { AREAS } from '../model/area.ts';
import type { ClauseTerms } from '../model/clause.ts';
import type { ActorId, PowerId } from '../model/ids.ts';
import type { Order } from '../model/order.ts';
import type { DoorChange } from '../model/portfolio.ts';
import { isBarred, isWelcome, MAX_WELCOMES } from '../model/portfolio.ts';
import type { ActionDefinition, Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { type Cost, costOf, oneCost, type SetCost } from './costs.ts';
import { demandsOn } from './demand-terms.ts';
import { promisesOf } from './promise-terms.ts';
import { groundOfView, type Offered } from './verbs/ground.ts';
import { everyOffer } from './verbs/registry.ts';

export type { OrderNote } from './verbs/ground.ts';
export type OrderOption = Offered & {
  readonly needsDemand: boolean;
  readonly cost: Cost;
  readonly name: string;
  readonly precedent: string;
};

/** Whom one may be aggrieved by is dear to know, and not every cost asks. */
const groundOf = (view: SeatView) => ({
  gaps: view.board.gaps,
  turn: view.board.turn,
  get grievances() {
    return view.grievances;
  },
});

/** Cost of a whole set, overstretch included, from what the seat knows. */
export const orderCost = (scenario: Scenario, view: SeatView, orders: readonly Order[]): SetCost =>
  costOf(scenario, groundOf(view), view.viewer, orders);

/**
 * Everything that the seat may order, one entry each; the only source for buttons, keyboard, bots and
 * tests. Depends on nothing that the seat may not know.
 */
export const legalOrders = (scenario: Scenario, view: SeatView): readonly OrderOption[] => {
  const index = indexOf(scenario);
  if (!index.isPower.has(view.viewer)) return [];
  const options: OrderOption[] = [];
  const ground = groundOf(view);
  for (const offer of everyOffer(groundOfView(scenario, view))) {
    const { order } = offer;
    const action = index.action(order.verb, 'area' in order ? order.area : null);
    if (action === null) continue;
    // Only squeezes may come at another price than the catalogue's.
    const cost = order.verb === 'squeeze' ? oneCost(scenario, ground, view.viewer, order, 0) : priceOf(action);
    const option: OrderOption = {
      order,
      needsDemand: offer.needsDemand === true,
      cost,
      name: action.name,
      precedent: action.precedent,
      notes: offer.notes,
    };
    options.push(offer.odds === undefined ? option : { ...option, odds: offer.odds });
  }
  return options;
};

const prices = new WeakMap<ActionDefinition, Cost>();

/** What the catalogue asks, as one cost for all options of the action. */
const priceOf = (action: ActionDefinition): Cost => {
  let price = prices.get(action);
  if (price === undefined) {
    price = { capital: action.capital, treasury: action.treasury };
    prices.set(action, price);
  }
  return price;
};

/** Changes of doors that would change something. */
export const legalDoors = (scenario: Scenario, view: SeatView): readonly DoorChange[] => {
  const power = view.viewer;
  const doors = view.board.doors[power];
  if (doors === undefined || !indexOf(scenario).isPower.has(power)) return [];
  const others = indexOf(scenario).actors.filter((actor) => actor !== power);
  const every = AREAS.flatMap((area) => others.map((supplier) => ({ area, supplier })));
  const closed = every.filter((door) => !isWelcome(doors, door.area, door.supplier));
  const welcomes: DoorChange[] =
    doors.welcomes.length < MAX_WELCOMES
      ? closed.map((door) => ({ kind: 'welcome', door }))
      : doors.welcomes.flatMap((instead) => closed.map((door): DoorChange => ({ kind: 'welcome', door, instead })));
  const unwelcomes = doors.welcomes.map((door): DoorChange => ({ kind: 'unwelcome', door }));
  const bars = every
    .filter((door) => !isBarred(doors, door.area, door.supplier))
    .map((door): DoorChange => ({ kind: 'bar', door }));
  return [...welcomes, ...unwelcomes, ...bars, ...(doors.bar === null ? [] : [{ kind: 'unbar' } as const])];
};

/** What may be demanded of a host with a squeeze, or to spare it unrest. */
export const legalDemands = (scenario: Scenario, view: SeatView, host: PowerId): readonly ClauseTerms[] =>
  demandsOn({ scenario, board: view.board, power: view.viewer, host });

/** Promises that a party could make in a draft: what the treaty desk offers, in all kinds. */
export const legalClauseTerms = (scenario: Scenario, view: SeatView, by: ActorId): readonly ClauseTerms[] => {
  const promises = promisesOf(scenario, by);
  const secrets = view.agreements.filter((one) => one.visibility === 'secret' && one.parties.includes(by));
  if (secrets.length === 0) return promises;
  return [...promises, ...secrets.map(({ id }): ClauseTerms => ({ kind: 'disclose', agreement: id }))];
};
