import type { Agreement } from '../model/agreement.ts';
import type { Clause } from '../model/clause.ts';
import type { GameEvent } from '../model/event.ts';
import type { AgreementId, ClauseId } from '../model/ids.ts';
import type { Board } from '../model/state.ts';

const withAgreement = (board: Board, id: AgreementId, change: (agreement: Agreement) => Agreement): Board => {
  const agreement = board.agreements[id];
  return agreement === undefined ? board : { ...board, agreements: { ...board.agreements, [id]: change(agreement) } };
};

const withClause = (board: Board, id: AgreementId, clause: ClauseId, change: (clause: Clause) => Clause): Board =>
  withAgreement(board, id, (agreement) => ({
    ...agreement,
    clauses: agreement.clauses.map((one) => (one.id === clause ? change(one) : one)),
  }));

/** null: not an event of agreements. */
export const evolveAgreements = (board: Board, event: GameEvent): Board | null => {
  switch (event.kind) {
    case 'agreementConcluded':
      return { ...board, agreements: { ...board.agreements, [event.agreement.id]: event.agreement } };
    case 'noticeGiven':
      return withAgreement(board, event.agreement, (a) => ({
        ...a,
        leaving: { ...a.leaving, [event.power]: event.freeFrom },
      }));
    case 'agreementMoved':
      return withAgreement(board, event.agreement, (a) => ({ ...a, status: event.to }));
    case 'agreementExposed':
      return withAgreement(board, event.agreement, (a) => ({ ...a, visibility: 'public' }));
    case 'consented':
      return withAgreement(board, event.agreement, (a) => ({
        ...a,
        consents: event.given
          ? [...new Set([...a.consents, event.power])].sort()
          : a.consents.filter((power) => power !== event.power),
      }));
    case 'clauseJudged':
      return withClause(board, event.agreement, event.clause, (clause) => judged(clause, event));
    case 'clauseAdvanced':
      return withClause(board, event.agreement, event.clause, (clause) => ({
        ...clause,
        done: event.done,
        able: event.able,
      }));
    default:
      return null;
  }
};

const judged = (clause: Clause, event: GameEvent & { readonly kind: 'clauseJudged' }): Clause => {
  const { priced: _gone, ...rest } = clause;
  return {
    ...rest,
    status: event.status,
    evidence: event.evidence,
    breachedBy: event.status === 'breached' ? event.by : clause.breachedBy,
  };
};
