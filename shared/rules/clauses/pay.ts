import type { Agreement } from '../../model/agreement.ts';
import type { Clause } from '../../model/clause.ts';
import type { ActorId } from '../../model/ids.ts';
import { audienceOf, clauseCause } from '../owed.ts';
import type { Automatic, ClauseRules, Judging, TermsOf } from './clause-kind.ts';
import { NO_PATTERNS } from './clause-kind.ts';
import { leftOf, payOut } from './purse.ts';
import type { Payments } from './told.ts';

const paymentsOf = ({ told }: Judging, agreement: Agreement, clause: Clause): Payments | undefined =>
  told.payments.get(agreement.id)?.get(clause.id);

/** Pays while it can. What the turn began with, less what else was promised, decides whether missing it was a choice. */
const pay = (
  { turn, purse }: Automatic,
  agreement: Agreement,
  clause: Clause,
  { amount, each }: TermsOf<'pay'>,
): void => {
  const { log, start } = turn;
  const cause = clauseCause(agreement, clause);
  const audience = audienceOf(agreement);
  let done: readonly ActorId[] = clause.done;
  for (const payer of clause.by) {
    if (!each && clause.done.includes(payer)) continue;
    const promised = purse.promised.get(payer) ?? 0;
    purse.promised.set(payer, promised + amount);
    if (leftOf(turn, purse, payer) < amount) {
      const couldPay = (start.tracks[payer]?.treasury ?? 0) - promised >= amount;
      log.add({ kind: 'paymentMissed', from: payer, amount, couldPay }, cause, audience);
      continue;
    }
    payOut(turn, purse, payer, clause.to, amount, cause, audience);
    if (!done.includes(payer)) done = [...done, payer].sort();
  }
  if (done !== clause.done)
    log.add(
      { kind: 'clauseAdvanced', agreement: agreement.id, clause: clause.id, done, able: clause.able },
      cause,
      audience,
    );
};

/** Treasury, once or each turn: automatic, and a breach only if it could have been kept back. (AG3) */
export const payRules: ClauseRules<'pay'> = {
  fault: (_drafting, { amount }) => (Number.isInteger(amount) && amount > 0 && amount <= 99 ? null : 'amount'),
  runs: pay,
  judge: (judging, agreement, clause, { each }, last) => {
    const payments = paymentsOf(judging, agreement, clause);
    if (!each && clause.by.every((payer) => clause.done.includes(payer)))
      return { verdict: 'kept', evidence: payments?.paid ?? null };
    const due = each || last || clause.until === null;
    const first = payments?.missed[0];
    const guilty = due ? (payments?.missed ?? []).filter((one) => one.couldPay).map((one) => one.from) : [];
    if (guilty.length > 0) return { verdict: 'breached', by: guilty, evidence: first?.id ?? null };
    if (!last) return null;
    return first === undefined
      ? { verdict: 'kept', evidence: payments?.paid ?? null }
      : { verdict: 'excused', evidence: first.id };
  },
  holds: (judging, agreement, clause) => {
    const payments = paymentsOf(judging, agreement, clause);
    return payments !== undefined && payments.paid !== null && payments.missed.length === 0;
  },
  asks: () => NO_PATTERNS,
  forbids: () => NO_PATTERNS,
  breachBy: (_scenario, _clause, { amount }) => ({ kind: 'unpaid', amount }),
};
