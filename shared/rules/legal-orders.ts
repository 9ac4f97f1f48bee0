import { indexOf, ownersOf } from '../catalogue/scenario-index.ts';
import { AREAS } from '../model/area.ts';
import { GATE_STATUSES, REGIMES } from '../model/asset.ts';
import type { ClauseTerms } from '../model/clause.ts';
import type { ActorId, PowerId } from '../model/ids.ts';
import type { Order } from '../model/order.ts';
import type { DoorChange } from '../model/portfolio.ts';
import { isBarred, isWelcome, MAX_WELCOMES } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { type Cost, costOf, oneCost, type SetCost } from './costs.ts';
import { groundOfView, type Offered } from './verbs/ground.ts';
import { plainDemand } from './verbs/influence.ts';
import { everyOffer } from './verbs/registry.ts';

export type { OrderNote } from './verbs/ground.ts';
export type OrderOption = Offered & {
  readonly needsDemand: boolean;
  readonly cost: Cost;
  readonly name: string;
  readonly precedent: string;
};

const groundOf = (view: SeatView) => ({ gaps: view.board.gaps, grievances: view.grievances, turn: view.board.turn });

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
  for (const { order, notes, needsDemand = false, odds } of everyOffer(groundOfView(scenario, view))) {
    const action = index.action(order.verb, 'area' in order ? order.area : null);
    if (action === null) continue;
    const cost = oneCost(scenario, ground, view.viewer, order, 0);
    const { name, precedent } = action;
    options.push({ order, needsDemand, cost, name, precedent, notes, ...(odds === undefined ? {} : { odds }) });
  }
  return options;
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

/** What may be demanded of a host with a squeeze. */
export const legalDemands = (scenario: Scenario, view: SeatView, host: PowerId): readonly ClauseTerms[] => {
  const power = view.viewer;
  const doors = view.board.doors[host];
  const welcomes = AREAS.filter((area) => doors === undefined || !isWelcome(doors, area, power)).map(
    (area): ClauseTerms => plainDemand(power, area),
  );
  const rivals = doors?.welcomes.filter((door) => door.supplier !== power) ?? [];
  const unwelcomes = rivals.map(
    (door): ClauseTerms => ({ kind: 'welcome', area: door.area, supplier: door.supplier, open: false }),
  );
  const pays = [2, 4, 6].map((amount): ClauseTerms => ({ kind: 'pay', amount, each: false }));
  return [
    ...welcomes,
    ...unwelcomes,
    ...gateTerms(scenario, view, host),
    ...pays,
    ...restraints(scenario, host, power),
  ];
};

const gateTerms = (scenario: Scenario, view: SeatView, owner: PowerId): ClauseTerms[] =>
  [...indexOf(scenario).gates.values()]
    .filter(({ gate }) => gate.owner === owner)
    .flatMap(({ gate }) => {
      const now = view.board.gates[gate.id]?.status;
      return GATE_STATUSES.filter((status) => status !== now).map(
        (status): ClauseTerms => ({ kind: 'gate', gate: gate.id, status }),
      );
    });

const restraints = (scenario: Scenario, by: PowerId, against: ActorId): ClauseTerms[] => {
  const { hosts, isPower } = indexOf(scenario);
  const harden: ClauseTerms[] = hosts.includes(by)
    ? AREAS.map((area) => ({ kind: 'refrain', order: { verb: 'harden', area } }))
    : [];
  const squeezing: ClauseTerms[] = isPower.has(against)
    ? [{ kind: 'refrain', order: { verb: 'squeeze', host: against } }]
    : [];
  return [...squeezing, ...harden];
};

/** Promises that a power could make in a draft: what the treaty desk offers, in the kinds that are judged. */
export const legalClauseTerms = (scenario: Scenario, _view: SeatView, by: PowerId): readonly ClauseTerms[] => {
  const index = indexOf(scenario);
  const others = index.actors.filter((actor) => actor !== by);
  const deeds = index.hosts
    .filter((host) => host !== by)
    .flatMap((host) => AREAS.map((area): ClauseTerms => ({ kind: 'do', order: { verb: 'court', host, area } })));
  const hardens = AREAS.map((area): ClauseTerms => ({ kind: 'do', order: { verb: 'harden', area } }));
  const courtless = index.hosts
    .filter((host) => host !== by)
    .flatMap((host) => AREAS.map((area): ClauseTerms => ({ kind: 'refrain', order: { verb: 'court', host, area } })));
  const peace = index.powers
    .filter((host) => host !== by)
    .flatMap((host): ClauseTerms[] => [
      { kind: 'refrain', order: { verb: 'squeeze', host } },
      ...AREAS.map((area): ClauseTerms => ({ kind: 'refrain', order: { verb: 'squeeze', host, area } })),
    ]);
  const hardenless = AREAS.map((area): ClauseTerms => ({ kind: 'refrain', order: { verb: 'harden', area } }));
  const pays = [1, 2, 3, 4, 5, 6, 8, 10].flatMap((amount): ClauseTerms[] => [
    { kind: 'pay', amount, each: false },
    { kind: 'pay', amount, each: true },
  ]);
  const doors = AREAS.flatMap((area) =>
    others.flatMap((supplier): ClauseTerms[] => [
      { kind: 'welcome', area, supplier, open: true },
      { kind: 'welcome', area, supplier, open: false },
    ]),
  );
  const gates = [...index.gates.values()]
    .filter(({ gate }) => gate.owner === by)
    .flatMap(({ gate }): ClauseTerms[] => [
      ...GATE_STATUSES.map((status): ClauseTerms => ({ kind: 'gate', gate: gate.id, status })),
      ...others.map((guard): ClauseTerms => ({ kind: 'gate', gate: gate.id, guard: [guard] })),
      { kind: 'gate', gate: gate.id, guard: [by] },
    ]);
  const regimes = scenario.routes
    .filter((route) => route.contested && ownersOf(route, index.isPower).includes(by))
    .flatMap((route) =>
      REGIMES.filter((regime) => regime !== 'none').map(
        (regime): ClauseTerms => ({ kind: 'gate', route: route.id, regime }),
      ),
    );
  return [...doors, ...gates, ...regimes, ...deeds, ...hardens, ...pays, ...peace, ...courtless, ...hardenless];
};
