import type { Agreement } from '../model/agreement.ts';
import type { Clause } from '../model/clause.ts';
import type { GameEvent } from '../model/event.ts';
import type { AgreementId, ClauseId, EventId } from '../model/ids.ts';
import { type OrderSet, orderKey, orderMatches } from '../model/order.ts';
import { isWelcome } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { MatchState } from '../model/state.ts';
import { spanAt } from './clauses/do.ts';
import { satisfies } from './clauses/gate.ts';
import { couldBeBrokenBy } from './clauses/registry.ts';
import type { Cost } from './costs.ts';
import { orderCost } from './legal-orders.ts';
import { openLog } from './log.ts';
import { isOwed } from './owed.ts';
import { changedDoors } from './resolution/doors.ts';
import { resolve } from './resolve.ts';

export type Conflict = { readonly agreement: AgreementId; readonly clause: ClauseId; readonly order: number | 'doors' };
export type Owed = { readonly agreement: AgreementId; readonly clause: ClauseId; readonly due: number | null };
export type Preview = {
  readonly cost: Cost;
  readonly left: Cost;
  /** what these orders would do if nobody else acted */ readonly expected: readonly GameEvent[];
  readonly conflicts: readonly Conflict[] /** promises of mine that still wait for a deed */;
  readonly owed: readonly Owed[];
};

/**
 * What a set of orders costs, would do by itself, would break, and leaves owed. `supposed` is
 * `supposeState(scenario, view)`: made by the caller, so that rules know nothing of hiding.
 */
export const previewFrom = (scenario: Scenario, view: SeatView, supposed: MatchState, set: OrderSet): Preview => {
  const cost = orderCost(scenario, view, set.orders);
  const exact = view.tracks[view.viewer]?.exact;
  const left = { capital: (exact?.capital ?? 0) - cost.capital, treasury: (exact?.treasury ?? 0) - cost.treasury };
  const expected = expectedOf(scenario, view, supposed, set);
  return {
    cost: { capital: cost.capital, treasury: cost.treasury },
    left,
    expected,
    conflicts: withSeen(conflictsOf(view, set), brokenIn(view, set, expected)),
    owed: owedBy(view, set, left.treasury),
  };
};

export const expectedOf = (
  scenario: Scenario,
  view: SeatView,
  supposed: MatchState,
  set: OrderSet,
): readonly GameEvent[] => {
  const log = openLog(scenario, { ...supposed, orders: { [view.viewer]: set } }, 0);
  resolve(log);
  return log.events;
};

const mine = (view: SeatView): { readonly agreement: Agreement; readonly clause: Clause }[] =>
  view.agreements.flatMap((agreement) =>
    agreement.clauses
      .filter((clause) => clause.by.includes(view.viewer) && isOwed(agreement, clause, view.board.turn))
      .map((clause) => ({ agreement, clause })),
  );

/** Which of my promises these orders would break, as far as I can know. */
export const conflictsOf = (view: SeatView, set: OrderSet): readonly Conflict[] =>
  mine(view).flatMap(({ agreement, clause }) => {
    const base = { agreement: agreement.id, clause: clause.id };
    const orders = set.orders.flatMap((order, i): Conflict[] =>
      couldBeBrokenBy(clause, order) ? [{ ...base, order: i }] : [],
    );
    return breaksDoors(view, clause, set) ? [...orders, { ...base, order: 'doors' as const }] : orders;
  });

const breaksDoors = (view: SeatView, clause: Clause, set: OrderSet): boolean => {
  const doors = view.board.doors[view.viewer];
  if (clause.terms.kind !== 'welcome' || set.doors === null || doors === undefined) return false;
  const after = changedDoors(doors, set.doors);
  return (
    after !== null &&
    isWelcome(doors, clause.terms.area, clause.terms.supplier) === clause.terms.open &&
    isWelcome(after, clause.terms.area, clause.terms.supplier) !== clause.terms.open
  );
};

/** Breaches that only the telling of these orders shows, traced to the order that began them. */
const brokenIn = (view: SeatView, set: OrderSet, expected: readonly GameEvent[]): readonly Conflict[] =>
  expected.flatMap((event): Conflict[] => {
    if (event.kind !== 'clauseJudged' || event.status !== 'breached' || !event.by.includes(view.viewer)) return [];
    const order = event.evidence === null ? null : orderBehind(set, expected, event.evidence);
    return order === null ? [] : [{ agreement: event.agreement, clause: event.clause, order }];
  });

const orderBehind = (set: OrderSet, events: readonly GameEvent[], id: EventId): number | null => {
  const cause = events.find((event) => event.id === id)?.cause;
  if (cause?.kind === 'order') {
    const key = orderKey(cause.order);
    const at = set.orders.findIndex((order) => orderKey(order) === key);
    return at < 0 ? null : at;
  }
  if (cause?.kind !== 'events') return null;
  for (const before of cause.ids) {
    const found = orderBehind(set, events, before);
    if (found !== null) return found;
  }
  return null;
};

const withSeen = (known: readonly Conflict[], seen: readonly Conflict[]): readonly Conflict[] => [
  ...known,
  ...seen.filter((one) => !known.some((other) => other.agreement === one.agreement && other.clause === one.clause)),
];

/** Promises that want a deed which is neither done nor in this set, and payments that the treasury would not reach. */
const owedBy = (view: SeatView, set: OrderSet, treasury: number): readonly Owed[] => {
  let left = treasury;
  return mine(view).flatMap(({ agreement, clause }): Owed[] => {
    const { terms } = clause;
    const base = { agreement: agreement.id, clause: clause.id };
    if (terms.kind === 'pay') {
      if (!terms.each && clause.done.includes(view.viewer)) return [];
      left -= terms.amount;
      return left < 0 ? [{ ...base, due: view.board.turn }] : [];
    }
    if (!isWanting(view, set, agreement, clause)) return [];
    return [{ ...base, due: terms.kind === 'do' ? spanAt(agreement, clause, view.board.turn).to : clause.until }];
  });
};

const isWanting = (view: SeatView, set: OrderSet, agreement: Agreement, clause: Clause): boolean => {
  const { terms } = clause;
  const { viewer, board } = view;
  switch (terms.kind) {
    case 'do': {
      const span = spanAt(agreement, clause, board.turn);
      const done = span.from === (clause.spanFrom ?? clause.from) && clause.done.includes(viewer);
      return !done && !span.cut && !set.orders.some((order) => orderMatches(order, terms.order));
    }
    case 'recognise':
      return (
        !board.recognitions.some((one) => one.by === viewer && one.what === terms.what) &&
        !set.orders.some((order) => order.verb === 'recognise' && order.what === terms.what)
      );
    case 'welcome': {
      const doors = board.doors[viewer];
      if (doors === undefined) return false;
      const after = set.doors === null ? doors : (changedDoors(doors, set.doors) ?? doors);
      return isWelcome(after, terms.area, terms.supplier) !== terms.open;
    }
    case 'gate': {
      if (!('status' in terms)) return false;
      const ordered = set.orders.find((order) => order.verb === 'setGate' && order.gate === terms.gate);
      const status = ordered?.verb === 'setGate' ? ordered.status : board.gates[terms.gate]?.status;
      return status !== undefined && !satisfies(status, terms.status);
    }
    default:
      return false;
  }
};
