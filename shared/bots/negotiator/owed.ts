import type { Agreement } from '../../model/agreement.ts';
import { GATE_STATUSES } from '../../model/asset.ts';
import type { Clause } from '../../model/clause.ts';
import { type Order, orderMatches } from '../../model/order.ts';
import { type DoorChange, isWelcome } from '../../model/portfolio.ts';
import { spanAt } from '../../rules/clauses/do.ts';
import { legalDoors, type OrderOption } from '../../rules/legal-orders.ts';
import { isOwed } from '../../rules/owed.ts';
import type { Mind } from './mind.ts';

/** A promise of mine that wants something done this turn or soon. */
export type Due = {
  readonly agreement: Agreement;
  readonly clause: Clause;
  readonly orders: readonly Order[];
  /** Turns that are left for it, this one too. */ readonly turns: number;
};

export const promisesOfMine = ({ view, me }: Mind): { readonly agreement: Agreement; readonly clause: Clause }[] =>
  view.agreements.flatMap((agreement) =>
    agreement.clauses
      .filter(
        (clause) => clause.by.includes(me) && isOwed(agreement, clause, view.board.turn) && clause.priced !== true,
      )
      .map((clause) => ({ agreement, clause })),
  );

/** Orders that would keep what I owe. */
export const duesOf = (mind: Mind, options: readonly OrderOption[]): readonly Due[] =>
  promisesOfMine(mind).flatMap(({ agreement, clause }): Due[] => {
    const { terms } = clause;
    const { turn } = mind.board;
    const due = (orders: readonly Order[], until: number | null): Due[] =>
      orders.length === 0 ? [] : [{ agreement, clause, orders, turns: Math.max(1, (until ?? turn + 3) - turn + 1) }];
    switch (terms.kind) {
      case 'do': {
        const span = spanAt(agreement, clause, turn);
        const isDone = span.from === (clause.spanFrom ?? clause.from) && clause.done.includes(mind.me);
        if (isDone || span.cut) return [];
        return due(
          options.filter(({ order }) => orderMatches(order, terms.order)).map(({ order }) => order),
          span.to,
        );
      }
      case 'recognise': {
        const given = mind.board.recognitions.some((one) => one.by === mind.me && one.what === terms.what);
        return given ? [] : due([{ verb: 'recognise', what: terms.what }], clause.until);
      }
      case 'gate': {
        if (!('status' in terms)) return [];
        const now = mind.board.gates[terms.gate]?.status;
        const isKept =
          now === undefined ||
          (terms.status === 'closed'
            ? now === 'closed'
            : GATE_STATUSES.indexOf(now) >= GATE_STATUSES.indexOf(terms.status));
        return isKept ? [] : due([{ verb: 'setGate', gate: terms.gate, status: terms.status }], turn);
      }
      default:
        return [];
    }
  });

/** The first promised door that does not stand as it should. */
export const doorDue = (mind: Mind): DoorChange | null => {
  const doors = mind.board.doors[mind.me];
  if (doors === undefined) return null;
  const promised = promisesOfMine(mind).flatMap(({ clause: { terms } }) => (terms.kind === 'welcome' ? [terms] : []));
  const isPromised = (area: string, supplier: string): boolean =>
    promised.some((one) => one.open && one.area === area && one.supplier === supplier);
  for (const { area, supplier, open } of promised) {
    if (isWelcome(doors, area, supplier) === open) continue;
    const change = legalDoors(mind.scenario, mind.view).find((one) =>
      open
        ? one.kind === 'welcome' &&
          one.door.area === area &&
          one.door.supplier === supplier &&
          (one.instead === undefined || !isPromised(one.instead.area, one.instead.supplier))
        : one.kind === 'unwelcome' && one.door.area === area && one.door.supplier === supplier,
    );
    if (change !== undefined) return change;
  }
  return null;
};
