import type { Agreement } from '../model/agreement.ts';
import { GATE_STATUSES } from '../model/asset.ts';
import type { Clause } from '../model/clause.ts';
import type { GameEvent } from '../model/event.ts';
import type { AgreementId, ClauseId } from '../model/ids.ts';
import { type OrderSet, orderMatches } from '../model/order.ts';
import { isWelcome } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { MatchState } from '../model/state.ts';
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
  return {
    cost: { capital: cost.capital, treasury: cost.treasury },
    left: { capital: (exact?.capital ?? 0) - cost.capital, treasury: (exact?.treasury ?? 0) - cost.treasury },
    expected: expectedOf(scenario, view, supposed, set),
    conflicts: conflictsOf(view, set),
    owed: owedBy(view, set),
  };
};

const expectedOf = (scenario: Scenario, view: SeatView, supposed: MatchState, set: OrderSet): readonly GameEvent[] => {
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
    const orders = set.orders.flatMap((order, i): Conflict[] => (breaks(clause, order) ? [{ ...base, order: i }] : []));
    return breaksDoors(view, clause, set) ? [...orders, { ...base, order: 'doors' as const }] : orders;
  });

const breaks = (clause: Clause, order: OrderSet['orders'][number]): boolean => {
  const { terms } = clause;
  if (terms.kind === 'refrain') return orderMatches(order, terms.order);
  if (terms.kind !== 'gate' || !('gate' in terms)) return false;
  if ('status' in terms && order.verb === 'setGate' && order.gate === terms.gate) {
    return terms.status === 'closed'
      ? order.status !== 'closed'
      : GATE_STATUSES.indexOf(order.status) < GATE_STATUSES.indexOf(terms.status);
  }
  return (
    'guard' in terms &&
    order.verb === 'postGuard' &&
    order.gate === terms.gate &&
    order.guard.join() !== terms.guard.join()
  );
};

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

/** Promises that want a deed which is neither done nor in this set. */
const owedBy = (view: SeatView, set: OrderSet): readonly Owed[] =>
  mine(view)
    .filter(({ clause }) => {
      const { terms } = clause;
      if (terms.kind === 'do')
        return !clause.done.includes(view.viewer) && !set.orders.some((order) => orderMatches(order, terms.order));
      if (terms.kind === 'welcome') {
        const doors = view.board.doors[view.viewer];
        const after = doors === undefined || set.doors === null ? doors : (changedDoors(doors, set.doors) ?? doors);
        return after !== undefined && isWelcome(after, terms.area, terms.supplier) !== terms.open;
      }
      if (terms.kind !== 'gate' || !('status' in terms)) return false;
      const ordered = set.orders.find((order) => order.verb === 'setGate' && order.gate === terms.gate);
      const status = ordered?.verb === 'setGate' ? ordered.status : view.board.gates[terms.gate]?.status;
      if (status === undefined) return false;
      return terms.status === 'closed'
        ? status !== 'closed'
        : GATE_STATUSES.indexOf(status) < GATE_STATUSES.indexOf(terms.status);
    })
    .map(({ agreement, clause }) => ({ agreement: agreement.id, clause: clause.id, due: clause.until }));
