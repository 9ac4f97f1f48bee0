import { forgetPromises } from '../../catalogue/standing-promises.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Clause } from '../../model/clause.ts';
import { type Draft, ownField, ownPart } from './draft.ts';
import type { EventOf, Writers } from './writer.ts';

type Written<T> = { -readonly [K in keyof T]: T[K] };

const ownAgreements = (draft: Draft): { [id: string]: Agreement } => {
  const agreements = ownPart(draft, 'agreements') as { [id: string]: Agreement };
  forgetPromises(agreements);
  return agreements;
};

const ownAgreement = (draft: Draft, id: string): Written<Agreement> | null =>
  draft.state.board.agreements[id] === undefined ? null : ownField(draft, ownAgreements(draft), id);

const writeClause = (draft: Draft, id: string, clause: string, change: (clause: Written<Clause>) => void): void => {
  const agreement = ownAgreement(draft, id);
  const at = agreement?.clauses.findIndex((one) => one.id === clause) ?? -1;
  if (agreement === null || at < 0) return;
  const clauses = ownField(draft, agreement, 'clauses');
  change(ownField(draft, clauses, at));
};

const judge = (clause: Written<Clause>, event: EventOf<'clauseJudged'>): void => {
  delete clause.priced;
  clause.status = event.status;
  clause.evidence = event.evidence;
  if (event.status === 'breached') clause.breachedBy = event.by;
};

type AgreementKind =
  | 'agreementConcluded'
  | 'noticeGiven'
  | 'agreementMoved'
  | 'agreementExposed'
  | 'agreementShown'
  | 'consented'
  | 'clauseJudged'
  | 'clauseAdvanced';

export const AGREEMENT_WRITERS: Writers<AgreementKind> = {
  agreementConcluded: (draft, { agreement }) => {
    ownAgreements(draft)[agreement.id] = agreement;
  },
  noticeGiven: (draft, event) => {
    const agreement = ownAgreement(draft, event.agreement);
    if (agreement !== null) agreement.leaving = { ...agreement.leaving, [event.power]: event.freeFrom };
  },
  agreementMoved: (draft, event) => {
    const agreement = ownAgreement(draft, event.agreement);
    if (agreement === null) return;
    agreement.status = event.to;
    if (event.to === 'suspended' && event.by !== null) agreement.suspendedBy = event.by;
    else delete agreement.suspendedBy;
  },
  agreementExposed: (draft, event) => {
    const agreement = ownAgreement(draft, event.agreement);
    if (agreement !== null) agreement.visibility = 'public';
  },
  agreementShown: (draft, event) => {
    const agreement = ownAgreement(draft, event.agreement);
    if (agreement !== null && !agreement.shownTo.includes(event.to))
      agreement.shownTo = [...agreement.shownTo, event.to].sort();
  },
  consented: (draft, event) => {
    const agreement = ownAgreement(draft, event.agreement);
    if (agreement === null) return;
    agreement.consents = event.given
      ? [...new Set([...agreement.consents, event.power])].sort()
      : agreement.consents.filter((power) => power !== event.power);
  },
  clauseJudged: (draft, event) => writeClause(draft, event.agreement, event.clause, (clause) => judge(clause, event)),
  clauseAdvanced: (draft, event) =>
    writeClause(draft, event.agreement, event.clause, (clause) => {
      clause.done = event.done;
      clause.able = event.able;
      if (event.spanFrom !== undefined) clause.spanFrom = event.spanFrom;
    }),
};
