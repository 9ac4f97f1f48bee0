import type { Agreement } from '../../model/agreement.ts';
import { GATE_STATUSES } from '../../model/asset.ts';
import type { Clause } from '../../model/clause.ts';
import type { GameEvent } from '../../model/event.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import { orderMatches } from '../../model/order.ts';
import { isWelcome } from '../../model/portfolio.ts';
import { audienceOf, breach, clauseCause, endAgreement, isOwed } from '../agreements.ts';
import { groundOfBoard } from '../verbs/ground.ts';
import { couldOrder } from '../verbs/registry.ts';
import type { Turn } from './turn.ts';

/** Step 10: every clause that is owed is judged, citing what decided it; then terms and notices run out. */
export const runClauses = (turn: Turn): void => {
  const before = Object.values(turn.log.state.board.agreements);
  for (const { id, clauses } of before) {
    for (const { id: clauseId } of clauses) judgeOne(turn, id, clauseId);
  }
  for (const agreement of before) runOut(turn, agreement);
};

/** Read afresh: an earlier verdict of this turn may have voided the clause. */
const judgeOne = (turn: Turn, id: string, clauseId: string): void => {
  const agreement = turn.log.state.board.agreements[id];
  const clause = agreement?.clauses.find((one) => one.id === clauseId);
  if (agreement === undefined || clause === undefined) return;
  if (clause.priced === true) repriced(turn, agreement, clause);
  else if (isOwed(agreement, clause, turn.start.turn)) judge(turn, agreement, clause);
};

const isLast = (turn: Turn, clause: Clause): boolean => clause.until !== null && turn.start.turn >= clause.until;

const judge = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  switch (clause.terms.kind) {
    case 'do':
      return judgeDo(turn, agreement, clause);
    case 'refrain':
      return judgeRefrain(turn, agreement, clause);
    case 'pay':
      return judgePay(turn, agreement, clause);
    case 'welcome':
    case 'gate':
      return judgeStanding(turn, agreement, clause);
    default:
      return;
  }
};

/** What a power did this turn, to cite when it did not do what it owed. */
const conductOf = (turn: Turn, power: PowerId): EventId | null =>
  turn.revealed[power] ??
  turn.log.events.findLast((event) => event.kind === 'ordersRevealed')?.id ??
  turn.log.events[0]?.id ??
  null;

const keep = (turn: Turn, agreement: Agreement, clause: Clause, evidence: EventId | null): void => {
  const cause = evidence === null ? clauseCause(agreement, clause) : ({ kind: 'events', ids: [evidence] } as const);
  turn.log.add(
    { kind: 'clauseJudged', agreement: agreement.id, clause: clause.id, status: 'kept', by: clause.by, evidence },
    cause,
    audienceOf(agreement),
  );
};

const excuse = (turn: Turn, agreement: Agreement, clause: Clause, evidence: EventId | null): void => {
  turn.log.add(
    { kind: 'clauseJudged', agreement: agreement.id, clause: clause.id, status: 'excused', by: clause.by, evidence },
    clauseCause(agreement, clause),
    audienceOf(agreement),
  );
};

const judgeDo = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  if (clause.terms.kind !== 'do') return;
  const pattern = clause.terms.order;
  const done = new Set(clause.done);
  const able = new Set(clause.able);
  let shown: EventId | null = null;
  for (const power of clause.by) {
    const running = turn.running.find((one) => one.power === power && orderMatches(one.order, pattern));
    if (running !== undefined) {
      done.add(power);
      shown = running.shownBy;
    }
    if (couldOrder(groundOfBoard(turn.log.scenario, turn.start, power), pattern)) able.add(power);
  }
  if (clause.by.every((power) => done.has(power))) return keep(turn, agreement, clause, shown);
  if (!isLast(turn, clause)) {
    if (done.size > clause.done.length || able.size > clause.able.length) {
      turn.log.add(
        {
          kind: 'clauseAdvanced',
          agreement: agreement.id,
          clause: clause.id,
          done: [...done].sort(),
          able: [...able].sort(),
        },
        clauseCause(agreement, clause),
        // Who could have acted tells what was in the purse: only a deed is told.
        done.size > clause.done.length ? audienceOf(agreement) : [],
      );
    }
    return;
  }
  const guilty = clause.by.filter((power) => !done.has(power) && able.has(power));
  const evidence = conductOf(turn, guilty[0] ?? clause.by[0] ?? '');
  if (guilty.length === 0 || evidence === null) return excuse(turn, agreement, clause, evidence);
  breach(turn.log, agreement, clause, guilty, evidence);
};

const judgeRefrain = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  if (clause.terms.kind !== 'refrain') return;
  const pattern = clause.terms.order;
  const acts = turn.running.filter((one) => clause.by.includes(one.power) && orderMatches(one.order, pattern));
  const first = acts[0];
  if (first !== undefined)
    return breach(turn.log, agreement, clause, [...new Set(acts.map((one) => one.power))], first.shownBy);
  if (isLast(turn, clause)) keep(turn, agreement, clause, null);
};

const isOf = (event: GameEvent, agreement: Agreement, clause: Clause): boolean =>
  event.cause.kind === 'clause' && event.cause.agreement === agreement.id && event.cause.clause === clause.id;

const judgePay = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  if (clause.terms.kind !== 'pay') return;
  const missed = turn.log.events.filter((event) => event.kind === 'paymentMissed' && isOf(event, agreement, clause));
  const guilty = missed
    .filter((event) => event.kind === 'paymentMissed' && event.couldPay)
    .map((event) => (event.kind === 'paymentMissed' ? event.from : ''));
  const now = turn.log.state.board.agreements[agreement.id]?.clauses.find((one) => one.id === clause.id) ?? clause;
  const paid = turn.log.events.findLast((event) => event.kind === 'paid' && isOf(event, agreement, clause))?.id ?? null;
  if (!clause.terms.each && clause.by.every((power) => now.done.includes(power)))
    return keep(turn, agreement, clause, paid);
  if (guilty.length > 0 && (clause.terms.each || isLast(turn, clause)))
    return breach(turn.log, agreement, clause, guilty, missed[0]?.id ?? '');
  if (!isLast(turn, clause)) return;
  if (missed.length > 0) excuse(turn, agreement, clause, missed[0]?.id ?? null);
  else keep(turn, agreement, clause, paid);
};

type Standing = { readonly kept: boolean; readonly byEvents: boolean; readonly guilty: readonly PowerId[] };

/** Doors, gates, guards and regimes: what stands at the end of the turn decides. */
const judgeStanding = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  const standing = standingOf(turn, clause);
  if (standing === null) return;
  if (!standing.kept && !standing.byEvents) {
    const evidence = decisive(turn, clause) ?? conductOf(turn, standing.guilty[0] ?? '');
    if (evidence !== null && standing.guilty.length > 0)
      return breach(turn.log, agreement, clause, standing.guilty, evidence);
  }
  if (isLast(turn, clause)) {
    if (standing.kept) keep(turn, agreement, clause, decisive(turn, clause));
    else excuse(turn, agreement, clause, decisive(turn, clause));
  }
};

const standingOf = (turn: Turn, clause: Clause): Standing | null => {
  const { board } = turn.log.state;
  const { terms } = clause;
  if (terms.kind === 'welcome') {
    const guilty = clause.by.filter((host) => {
      const doors = board.doors[host];
      return doors !== undefined && isWelcome(doors, terms.area, terms.supplier) !== terms.open;
    });
    return { kept: guilty.length === 0, byEvents: false, guilty };
  }
  if (terms.kind !== 'gate') return null;
  if ('regime' in terms)
    return { kept: board.routes[terms.route]?.regime === terms.regime, byEvents: true, guilty: [] };
  const gate = board.gates[terms.gate];
  if (gate === undefined) return null;
  if ('guard' in terms) return { kept: gate.guard.join() === terms.guard.join(), byEvents: false, guilty: clause.by };
  const kept =
    terms.status === 'closed'
      ? gate.status === 'closed'
      : GATE_STATUSES.indexOf(gate.status) >= GATE_STATUSES.indexOf(terms.status);
  return { kept, byEvents: gate.held !== null, guilty: clause.by };
};

/** The event of this turn that set the door or gate in question. */
const decisive = (turn: Turn, clause: Clause): EventId | null => {
  const { terms } = clause;
  const found = turn.log.events.findLast((event) => {
    if (terms.kind === 'welcome') return event.kind === 'doorsSet' && clause.by.includes(event.host);
    if (terms.kind !== 'gate') return false;
    if ('regime' in terms) return event.kind === 'regimeSet' && event.route === terms.route;
    return (event.kind === 'gateSet' || event.kind === 'guardPosted') && event.gate === terms.gate;
  });
  return found?.id ?? null;
};

/** A clause broken before the match binds again once it has been kept for a turn, and not by force of events. */
const repriced = (turn: Turn, agreement: Agreement, clause: Clause): void => {
  if (agreement.status !== 'inForce') return;
  const standing = standingOf(turn, clause);
  const { terms } = clause;
  const held = terms.kind === 'gate' && 'gate' in terms && turn.log.state.board.gates[terms.gate]?.held != null;
  if (standing?.kept !== true || held) return;
  turn.log.add(
    {
      kind: 'clauseJudged',
      agreement: agreement.id,
      clause: clause.id,
      status: 'pending',
      by: clause.by,
      evidence: decisive(turn, clause),
    },
    clauseCause(agreement, clause),
    audienceOf(agreement),
  );
};

/** Terms end, notices run out, and an agreement without a pending clause is done. (AG5) */
const runOut = (turn: Turn, before: Agreement): void => {
  const agreement = turn.log.state.board.agreements[before.id];
  if (agreement === undefined || (agreement.status !== 'inForce' && agreement.status !== 'suspended')) return;
  const next = turn.start.turn + 1;
  const freed = Object.values(agreement.leaving).some((from) => from <= next);
  if (freed) return endAgreement(turn.log, agreement.id, 'withdrawn', { kind: 'rule', rule: 'AG5' });
  if (agreement.until !== null && agreement.until < next)
    return endAgreement(turn.log, agreement.id, 'ended', { kind: 'rule', rule: 'AG5' });
  const decided = agreement.clauses.every((clause) => clause.status !== 'pending' && clause.priced !== true);
  if (decided && agreement.origin !== 'standing')
    endAgreement(turn.log, agreement.id, 'ended', { kind: 'rule', rule: 'AG5' });
};
