import type { Agreement } from '../../model/agreement.ts';
import type { Clause } from '../../model/clause.ts';
import { dropRegime } from '../agreements.ts';
import type { Automatic } from '../clauses/clause-kind.ts';
import { inOrder } from '../clauses/precedence.ts';
import { openPurse, settlePurse } from '../clauses/purse.ts';
import { isAutomatic, runClause } from '../clauses/registry.ts';
import { paySupplies } from '../clauses/supply.ts';
import { isOwed } from '../owed.ts';
import { runningOf, type Turn } from './turn.ts';

/** Step 1: what agreements do by themselves, what supplies cost, then gates and guards as ordered. */
export const runGates = (turn: Turn): void => {
  const automatic: Automatic = { turn, purse: openPurse() };
  for (const agreement of inOrder(turn.start.agreements)) {
    if (agreement.status === 'inForce') runAgreement(automatic, agreement);
    else if (agreement.status === 'suspended') rest(turn, agreement);
  }
  paySupplies(turn, automatic.purse);
  settlePurse(turn, automatic.purse);
  setGates(turn);
};

const runAgreement = (automatic: Automatic, agreement: Agreement): void => {
  const { turn } = automatic.turn.start;
  for (const clause of automaticIn(agreement.clauses))
    if (isOwed(agreement, clause, turn) || isPaidAgain(clause, turn)) runClause(automatic, agreement, clause);
};

const known = new WeakMap<readonly Clause[], readonly Clause[]>();

/** Few promises act by themselves: which is found once for a text that stands still. */
const automaticIn = (clauses: readonly Clause[]): readonly Clause[] => {
  let automatic = known.get(clauses);
  if (automatic === undefined) {
    automatic = clauses.filter(isAutomatic);
    known.set(clauses, automatic);
  }
  return automatic;
};

/** Dues that were in arrears before the match are paid again while the agreement is in force. (AG9) */
const isPaidAgain = (clause: Clause, turn: number): boolean =>
  clause.priced === true &&
  clause.terms.kind === 'pay' &&
  turn >= clause.from &&
  (clause.until === null || turn <= clause.until);

/** A suspended agreement carries no regime; it comes back when the agreement does. (RT2) */
const rest = ({ log }: Turn, agreement: Agreement): void => {
  for (const clause of agreement.clauses)
    if (clause.status === 'pending' && clause.done.length > 0) dropRegime(log, clause, { kind: 'rule', rule: 'RT2' });
};

const setGates = (turn: Turn): void => {
  const { log } = turn;
  for (const one of runningOf(turn, 'setGate')) {
    const { gate: id, status } = one.order;
    const gate = log.state.board.gates[id];
    if (gate === undefined || gate.held !== null || gate.status === status) continue;
    one.shownBy = log.add(
      { kind: 'gateSet', gate: id, from: gate.status, to: status, heldUntil: null },
      { kind: 'order', power: one.power, order: one.order },
    );
  }
  for (const one of runningOf(turn, 'postGuard')) {
    const { gate: id, guard } = one.order;
    const gate = log.state.board.gates[id];
    if (gate === undefined || gate.guard.join() === guard.join()) continue;
    one.shownBy = log.add(
      { kind: 'guardPosted', gate: id, from: gate.guard, to: guard },
      { kind: 'order', power: one.power, order: one.order },
    );
  }
};
