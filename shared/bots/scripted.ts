import { holds } from '../catalogue/conditions.ts';
import type { AgreementDraft } from '../model/agreement.ts';
import type { PowerInput } from '../model/input.ts';
import { type Order, type OrderSet, orderKey, orderMatches } from '../model/order.ts';
import type { DoorChange } from '../model/portfolio.ts';
import type { PlanStep, Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { Board } from '../model/state.ts';
import { legalDemands, legalDoors, legalOrders, orderCost } from '../rules/legal-orders.ts';
import { conflictsOf } from '../rules/preview.ts';
import { refuseDraft } from '../rules/refusal-treaty.ts';
import { supposeState } from '../view/suppose-state.ts';
import { worthOfDraft, worthOfOrder } from './appraise.ts';

/** Follows its power's plan in the scenario, keeps its promises, and signs what is worth signing. */
export const scriptedActs = (scenario: Scenario, view: SeatView, ready: boolean): PowerInput[] => {
  const { board } = supposeState(scenario, view);
  const open = view.table.phase === 'negotiation';
  const answers = open ? answerAll(scenario, view, board) : [];
  if (ready) return answers;
  const plan = (scenario.plans[view.viewer] ?? []).filter(
    (step) => step.when === null || holds(step.when, scenario, board),
  );
  const offers = open ? offersOf(scenario, view, board, plan) : [];
  return [
    ...answers,
    ...offers,
    { kind: 'submitOrders', orders: setFor(scenario, view, board, plan, reserveFor(scenario, view, answers, offers)) },
  ];
};

const answerAll = (scenario: Scenario, view: SeatView, board: Board): PowerInput[] => {
  const capital = view.tracks[view.viewer]?.exact?.capital ?? 0;
  return view.proposals
    .filter((one) => one.status === 'open' && !one.signed.includes(view.viewer))
    .map((one) => {
      const affordable = one.draft.form === 'statement' || capital >= scenario.magnitudes.treaty.capital;
      return affordable && worthOfDraft(scenario, board, one.draft, view.viewer) > 0
        ? { kind: 'sign', proposal: one.id }
        : { kind: 'decline', proposal: one.id };
    });
};

/** Plans write turns as offsets from now. */
const draftFrom = (offer: NonNullable<PlanStep['propose']>, turn: number): AgreementDraft => {
  const { terms, clauses, ...rest } = offer;
  return {
    ...rest,
    until: turn + terms,
    clauses: clauses.map((clause) => ({
      ...clause,
      from: turn + clause.from,
      until: clause.until === null ? null : Math.min(turn + clause.until, turn + terms),
    })),
  };
};

const offersOf = (scenario: Scenario, view: SeatView, board: Board, plan: readonly PlanStep[]): PowerInput[] => {
  const { turn } = view.board;
  return plan.flatMap((step): PowerInput[] => {
    if (step.propose === undefined) return [];
    const draft = draftFrom(step.propose, turn);
    const made = view.proposals.some((one) => one.turn === turn && one.draft.title === draft.title);
    const stands = view.agreements.some((one) => one.title === draft.title && one.status === 'inForce');
    if (made || stands || refuseDraft(scenario, view.board, view.viewer, draft) !== null) return [];
    return worthOfDraft(scenario, board, draft, view.viewer) >= 0 ? [{ kind: 'propose', draft, expires: turn }] : [];
  });
};

/** Capital that signatures on treaties will take before the orders run. */
const reserveFor = (
  scenario: Scenario,
  view: SeatView,
  answers: readonly PowerInput[],
  offers: readonly PowerInput[],
): number => {
  const signed = answers.filter(
    (act) => act.kind === 'sign' && view.proposals.find((one) => one.id === act.proposal)?.draft.form === 'treaty',
  );
  const offered = offers.filter((act) => act.kind === 'propose' && act.draft.form === 'treaty');
  return (signed.length + offered.length) * scenario.magnitudes.treaty.capital;
};

const setFor = (
  scenario: Scenario,
  view: SeatView,
  board: Board,
  plan: readonly PlanStep[],
  reserve: number,
): OrderSet => {
  const doors = doorsFor(scenario, view, plan);
  const orders: Order[] = [];
  const options = legalOrders(scenario, view);
  const add = (order: Order): void => {
    const known = options.some(
      (one) =>
        orderKey(one.order) === orderKey(order) &&
        (order.verb !== 'setGate' || (one.order.verb === 'setGate' && one.order.status === order.status)),
    );
    if (known && mayAdd(scenario, view, orders, order, doors, reserve)) orders.push(order);
  };
  for (const order of owedOrders(
    view,
    options.map((one) => one.order),
  ))
    add(order);
  for (const step of plan) if (step.order !== undefined) add(withDemand(scenario, view, step.order));
  const rest = options.filter(
    (one) => !one.needsDemand && one.order.verb !== 'postGuard' && !one.notes.includes('tired'),
  );
  const ranked = rest
    .map((one) => ({ order: one.order, worth: worthOfOrder(scenario, board, one.order, view.viewer) }))
    .filter((one) => one.worth > 0);
  for (const one of ranked.sort((a, b) => b.worth - a.worth).slice(0, 6)) add(one.order);
  return { orders, doors, concessions: concessionsOf(view) };
};

/** Overstretch makes a third of a kind too dear for what it brings. */
const mayAdd = (
  scenario: Scenario,
  view: SeatView,
  orders: readonly Order[],
  order: Order,
  doors: DoorChange | null,
  reserve: number,
): boolean => {
  const tracks = view.tracks[view.viewer]?.exact;
  if (tracks == null || orders.some((one) => orderKey(one) === orderKey(order))) return false;
  if (orders.filter((one) => one.verb === order.verb).length >= 2 && order.verb !== 'setGate') return false;
  const cost = orderCost(scenario, view, [...orders, order]);
  if (cost.capital > tracks.capital - reserve || cost.treasury > tracks.treasury) return false;
  return !conflictsOf(view, { orders: [order], doors, concessions: [] }).some((conflict) => conflict.order === 0);
};

const withDemand = (scenario: Scenario, view: SeatView, order: Order): Order => {
  if (order.verb !== 'squeeze') return order;
  const demands = legalDemands(scenario, view, order.host);
  const wanted = demands.find((one) => JSON.stringify(one) === JSON.stringify(order.demand));
  const demand = wanted ?? demands[0];
  return demand === undefined ? order : { ...order, demand };
};

const owedOrders = (view: SeatView, options: readonly Order[]): Order[] => {
  const me = view.viewer;
  const owed = view.agreements
    .filter((one) => one.status === 'inForce')
    .flatMap((agreement) =>
      agreement.clauses.filter(
        (clause) => clause.status === 'pending' && clause.by.includes(me) && view.board.turn >= clause.from,
      ),
    );
  return owed.flatMap(({ terms, done }): Order[] => {
    if (terms.kind === 'do' && !done.includes(me))
      return options.filter((order) => orderMatches(order, terms.order)).slice(0, 1);
    if (terms.kind !== 'gate' || !('status' in terms)) return [];
    const now = view.board.gates[terms.gate]?.status;
    const enough = now === terms.status || (terms.status === 'restricted' && now === 'open');
    return enough ? [] : [{ verb: 'setGate', gate: terms.gate, status: terms.status }];
  });
};

const doorsFor = (scenario: Scenario, view: SeatView, plan: readonly PlanStep[]): DoorChange | null => {
  const legal = legalDoors(scenario, view);
  const same =
    (a: DoorChange): ((b: DoorChange) => boolean) =>
    (b) =>
      JSON.stringify(a) === JSON.stringify(b);
  const promised = view.agreements
    .filter((one) => one.status === 'inForce')
    .flatMap((one) => one.clauses)
    .find(({ terms, by, status, from }) => {
      if (
        terms.kind !== 'welcome' ||
        !terms.open ||
        !by.includes(view.viewer) ||
        status !== 'pending' ||
        view.board.turn < from
      )
        return false;
      return !(
        view.board.doors[view.viewer]?.welcomes.some(
          (door) => door.area === terms.area && door.supplier === terms.supplier,
        ) ?? true
      );
    });
  if (promised?.terms.kind === 'welcome') {
    const { area, supplier } = promised.terms;
    const change = legal.find(
      (one) => one.kind === 'welcome' && one.door.area === area && one.door.supplier === supplier,
    );
    if (change !== undefined) return change;
  }
  const wish = plan.find((step) => step.doors !== undefined && legal.some(same(step.doors)))?.doors ?? null;
  return wish !== null && conflictsOf(view, { orders: [], doors: wish, concessions: [] }).length === 0 ? wish : null;
};

/** A shaken government gives way more easily. */
const concessionsOf = (view: SeatView): OrderSet['concessions'] => {
  const stability = view.tracks[view.viewer]?.stability ?? 50;
  if (stability >= 60) return [];
  const small = { to: 'anyone', kind: 'pay', amount: 2 } as const;
  return stability >= 45 ? [small] : [small, { to: 'anyone', kind: 'welcome' }];
};
