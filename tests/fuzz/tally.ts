import type { ClauseKind } from '../../shared/model/clause.ts';
import type { FactKind, GameEvent } from '../../shared/model/event.ts';
import type { Verb } from '../../shared/model/order.ts';

/** How often what was seen: a fuzzer that never reaches a rule says nothing about it. */
export type Tally = {
  matches: number;
  turns: number;
  inputs: number;
  refused: number;
  readonly facts: Map<FactKind, number>;
  readonly verbs: Map<Verb, number>;
  readonly clauses: Map<ClauseKind, number>;
};

export const newTally = (): Tally => ({
  matches: 0,
  turns: 0,
  inputs: 0,
  refused: 0,
  facts: new Map(),
  verbs: new Map(),
  clauses: new Map(),
});

const count = <K>(map: Map<K, number>, key: K): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

export const countEvent = (tally: Tally, event: GameEvent): void => {
  count(tally.facts, event.kind);
  if (event.kind === 'ordersSubmitted') for (const order of event.orders.orders) count(tally.verbs, order.verb);
  if (event.kind === 'agreementConcluded')
    for (const clause of event.agreement.clauses) count(tally.clauses, clause.terms.kind);
};
