import { indexOf, ownersOf } from '../../catalogue/scenario-index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Clause } from '../../model/clause.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import { audienceOf, clauseCause, isOwed } from '../agreements.ts';
import { moveTrack } from '../moves.ts';
import { runningOf, type Turn } from './turn.ts';

/** Step 1: what agreements do by themselves, then gates and guards as ordered. */
export const runGates = (turn: Turn): void => {
  for (const agreement of Object.values(turn.start.agreements)) {
    for (const clause of agreement.clauses) {
      if (isOwed(agreement, clause, turn.start.turn)) runClause(turn, agreement, clause);
    }
  }
  setGates(turn);
};

const runClause = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  if (clause.terms.kind === 'pay') return pay(turn, agreement, clause);
  if (clause.terms.kind !== 'gate' || clause.done.length > 0) return;
  if ('guard' in clause.terms) return handOver(turn, agreement, clause);
  if ('regime' in clause.terms) return signRegime(turn, agreement, clause);
};

/** Pays while it can. What the start of the turn held decides whether a missed payment was a choice. */
const pay = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  const { log, start } = turn;
  if (clause.terms.kind !== 'pay') return;
  const { amount, each } = clause.terms;
  if (!each && clause.done.length > 0) return;
  const cause = clauseCause(agreement, clause);
  const done = new Set(clause.done);
  for (const payer of clause.by) {
    const now = log.state.board.tracks[payer]?.treasury ?? 0;
    if (now < amount) {
      const couldPay = (start.tracks[payer]?.treasury ?? 0) >= amount;
      log.add({ kind: 'paymentMissed', from: payer, amount, couldPay }, cause, audienceOf(agreement));
      continue;
    }
    const id = log.add({ kind: 'paid', from: payer, to: clause.to, amount }, cause, audienceOf(agreement));
    shareOut(turn, payer, clause, amount, id);
    done.add(payer);
  }
  log.add(
    { kind: 'clauseAdvanced', agreement: agreement.id, clause: clause.id, done: [...done].sort(), able: clause.able },
    cause,
    audienceOf(agreement),
  );
};

/** Equal parts to the obligees with a treasury; what does not divide goes to the first. */
const shareOut = (turn: Turn, payer: PowerId, clause: Clause, amount: number, id: EventId): void => {
  const { log } = turn;
  const cause = { kind: 'events', ids: [id] } as const;
  moveTrack(log, payer, 'treasury', -amount, cause);
  const to = clause.to.filter((actor) => actor !== payer && log.state.board.tracks[actor] !== undefined);
  const part = to.length === 0 ? 0 : Math.floor(amount / to.length);
  for (const [i, receiver] of to.entries())
    moveTrack(log, receiver, 'treasury', i === 0 ? amount - part * (to.length - 1) : part, cause);
};

const handOver = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  const { log } = turn;
  if (clause.terms.kind !== 'gate' || !('guard' in clause.terms)) return;
  const gate = log.state.board.gates[clause.terms.gate];
  if (gate === undefined) return;
  const cause = clauseCause(agreement, clause);
  if (gate.guard.join() !== clause.terms.guard.join()) {
    log.add({ kind: 'guardPosted', gate: clause.terms.gate, from: gate.guard, to: clause.terms.guard }, cause);
  }
  log.add(
    { kind: 'clauseAdvanced', agreement: agreement.id, clause: clause.id, done: [...clause.by], able: [...clause.by] },
    cause,
    audienceOf(agreement),
  );
};

/** A contested route gets its regime; each owner pays for it at home. (RT2) */
const signRegime = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  const { log } = turn;
  if (clause.terms.kind !== 'gate' || !('regime' in clause.terms)) return;
  const { route, regime } = clause.terms;
  const definition = indexOf(log.scenario).routes.get(route);
  const now = log.state.board.routes[route];
  if (definition === undefined || now === undefined) return;
  const cause = clauseCause(agreement, clause);
  if (now.regime !== regime) {
    const id = log.add({ kind: 'regimeSet', route, from: now.regime, to: regime }, cause);
    for (const owner of ownersOf(definition, indexOf(log.scenario).isPower)) {
      moveTrack(log, owner, 'stability', -(definition.regimeCost[regime]?.[owner] ?? 0), { kind: 'events', ids: [id] });
    }
  }
  log.add(
    { kind: 'clauseAdvanced', agreement: agreement.id, clause: clause.id, done: [...clause.by], able: [...clause.by] },
    cause,
    audienceOf(agreement),
  );
};

const setGates = (turn: Turn): void => {
  const { log } = turn;
  for (const one of runningOf(turn, 'setGate')) {
    const gate = log.state.board.gates[one.order.gate];
    if (gate === undefined || gate.held !== null || gate.status === one.order.status) continue;
    one.shownBy = log.add(
      { kind: 'gateSet', gate: one.order.gate, from: gate.status, to: one.order.status, heldUntil: null },
      { kind: 'order', power: one.power, order: one.order },
    );
  }
  for (const one of runningOf(turn, 'postGuard')) {
    const gate = log.state.board.gates[one.order.gate];
    if (gate === undefined || gate.guard.join() === one.order.guard.join()) continue;
    one.shownBy = log.add(
      { kind: 'guardPosted', gate: one.order.gate, from: gate.guard, to: one.order.guard },
      { kind: 'order', power: one.power, order: one.order },
    );
  }
};
