import type { Agreement } from '../../model/agreement.ts';
import type { Cause } from '../../model/cause.ts';
import type { Clause, ClauseKind } from '../../model/clause.ts';
import type { ActorId } from '../../model/ids.ts';
import { type OrderPattern, orderMatches } from '../../model/order.ts';
import type { Board } from '../../model/state.ts';
import { breach, endAgreement, settleClause } from '../agreements.ts';
import { clashOf } from '../clauses/clash.ts';
import type { Finding, Judging } from '../clauses/clause-kind.ts';
import { conductOf, consentTo, lastMoveOf } from '../clauses/history.ts';
import { openJudging } from '../clauses/judging.ts';
import { byAge, inOrder, isAgreedBy, isEarlier, type Pledge } from '../clauses/precedence.ts';
import { askedBy, forbiddenBy, isHeld, judgeClause } from '../clauses/registry.ts';
import { isQuiet, watchesOf } from '../clauses/watch.ts';
import { audienceOf, clauseCause, isConsentedAway, isOwed, lastTurnOf } from '../owed.ts';
import type { Turn } from './turn.ts';

type Found = Pledge & { readonly at: number; readonly finding: Finding };

/**
 * Step 10: every clause that is owed is judged on the board as the step begins, citing what decided it;
 * then verdicts fall, and terms and notices run out.
 */
export const runClauses = (turn: Turn, before: Board): void => {
  const judging = openJudging(turn, before);
  const found: Found[] = [];
  const live = inOrder(before.agreements).filter(isLive);
  for (const agreement of live) {
    for (const watch of watchesOf(turn, agreement)) {
      if (isQuiet(judging, agreement, watch)) continue;
      const { clause, at } = watch;
      const finding = find(judging, agreement, clause);
      if (finding !== null) found.push({ agreement, clause, at, finding });
    }
  }
  for (const one of found) rule(turn, one);
  for (const { id } of live) runOut(turn, id);
};

const isLive = ({ status }: Agreement): boolean => status === 'inForce' || status === 'suspended';

const find = (judging: Judging, agreement: Agreement, clause: Clause): Finding | null => {
  const now = judging.turn.start.turn;
  const end = lastTurnOf(agreement, clause);
  const last = end !== null && now >= end;
  if (agreement.status === 'suspended')
    return last && clause.priced !== true
      ? { verdict: 'void', evidence: lastMoveOf(judging.turn, agreement.id) }
      : null;
  if (now < clause.from) return null;
  if (clause.priced === true) return findPriced(judging, agreement, clause, last);
  // The window closed while the agreement was suspended.
  if (end !== null && now > end) return { verdict: 'void', evidence: null };
  if (isConsentedAway(agreement, clause))
    return last
      ? { verdict: 'excused', evidence: consentTo(judging.turn, agreement.id, clause.unlessConsentOf ?? '') }
      : null;
  const finding = judgeClause(judging, agreement, clause, last);
  return finding?.verdict === 'breached' && isReplaced(judging, { agreement, clause }, finding.by)
    ? { verdict: 'excused', evidence: finding.evidence }
    : finding;
};

/**
 * All to whom it was owed have since signed something that cannot be kept beside it; of deeds, each that broke
 * it was asked for there. (AG8)
 */
const isReplaced = (judging: Judging, one: Pledge, guilty: readonly ActorId[]): boolean => {
  const { turn, board } = judging;
  const { agreement: own, clause } = one;
  const placed = { clause, parties: own.parties };
  const forbidden = forbiddenBy(clause);
  const deeds = guilty
    .flatMap((actor) => judging.deedsOf(actor))
    .filter(({ order }) => forbidden.some((pattern) => orderMatches(order, pattern)));
  const asked: OrderPattern[] = [];
  for (const agreement of Object.values(board.agreements)) {
    if (agreement.status !== 'inForce' || byAge(own, agreement) > 0) continue;
    if (!isAgreedBy(clause, agreement.parties)) continue;
    for (const later of agreement.clauses) {
      if (!isOwed(agreement, later, board.turn) || !isEarlier(one, { agreement, clause: later })) continue;
      const clash = clashOf(turn.log.scenario, placed, { clause: later, parties: agreement.parties });
      if (clash === 'thing' || (clash === 'deed' && deeds.length === 0)) return true;
      if (clash === 'deed') asked.push(...askedBy(later));
    }
  }
  return deeds.length > 0 && deeds.every(({ order }) => asked.some((pattern) => orderMatches(order, pattern)));
};

/** A new deed against these is a new breach, whatever was done before the match. */
const FRESH: ReadonlySet<ClauseKind> = new Set<ClauseKind>(['refrain', 'supply', 'guarantee']);

/** A clause broken before the match binds again once it has been kept for a turn. (AG9) */
const findPriced = (judging: Judging, agreement: Agreement, clause: Clause, last: boolean): Finding | null => {
  const finding = judgeClause(judging, agreement, clause, last);
  if (finding?.verdict === 'kept') return finding;
  if (finding?.verdict === 'breached' && FRESH.has(clause.terms.kind)) return finding;
  return isHeld(judging, agreement, clause) ? { verdict: 'revived', evidence: null } : null;
};

/** An earlier verdict of this turn may have voided the clause. */
const rule = (turn: Turn, { agreement, clause, at, finding }: Found): void => {
  const { log } = turn;
  const now = log.state.board.agreements[agreement.id]?.clauses[at];
  if (now === undefined || now.status !== clause.status) return;
  const own: Cause = clauseCause(agreement, clause);
  switch (finding.verdict) {
    case 'advanced': {
      const { done, able, spanFrom } = finding;
      const fact = { kind: 'clauseAdvanced', agreement: agreement.id, clause: clause.id, done, able } as const;
      // Who could have acted tells what was in the purse: only a deed is told, and that a new span has begun.
      const told = spanFrom !== undefined || done.length !== clause.done.length;
      log.add(spanFrom === undefined ? fact : { ...fact, spanFrom }, own, told ? audienceOf(agreement) : []);
      return;
    }
    case 'breached':
      return breach(log, agreement, clause, finding.by, finding.evidence ?? conductOf(turn, finding.by[0] ?? ''));
    case 'revived':
      log.add(
        {
          kind: 'clauseJudged',
          agreement: agreement.id,
          clause: clause.id,
          status: 'pending',
          by: clause.by,
          evidence: finding.evidence,
        },
        own,
        audienceOf(agreement),
      );
      return;
    default: {
      const { verdict, evidence } = finding;
      const cause: Cause = verdict === 'kept' && evidence !== null ? { kind: 'events', ids: [evidence] } : own;
      return settleClause(log, agreement, clause, verdict, evidence, cause);
    }
  }
};

const RUN_OUT: Cause = { kind: 'rule', rule: 'AG5' };

/** Terms end, notices run out, and an agreement without a pending clause is done. (AG5) */
const runOut = (turn: Turn, id: string): void => {
  const agreement = turn.log.state.board.agreements[id];
  if (agreement === undefined || !isLive(agreement)) return;
  const next = turn.start.turn + 1;
  for (const free of Object.values(agreement.leaving))
    if (free <= next) return endAgreement(turn.log, id, 'withdrawn', RUN_OUT);
  if (agreement.until !== null && agreement.until < next) return endAgreement(turn.log, id, 'ended', RUN_OUT);
  if (agreement.origin === 'standing') return;
  for (const { status, priced } of agreement.clauses) if (status === 'pending' || priced === true) return;
  endAgreement(turn.log, id, 'ended', RUN_OUT);
};
