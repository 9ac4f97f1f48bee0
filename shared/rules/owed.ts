import type { Agreement } from '../model/agreement.ts';
import type { Cause } from '../model/cause.ts';
import type { Clause, ClauseTerms } from '../model/clause.ts';
import type { Audience } from '../model/event.ts';

/** Who hears what becomes of an agreement: everybody, or its parties and whoever was shown its text. */
export const audienceOf = ({ visibility, parties, shownTo }: Agreement): Audience =>
  visibility === 'public' ? 'public' : shownTo.length === 0 ? parties : [...new Set([...parties, ...shownTo])].sort();

export const clauseCause = (agreement: Agreement, clause: Clause): Cause => ({
  kind: 'clause',
  agreement: agreement.id,
  clause: clause.id,
});

/** Has the power whose word this waits for said yes to the contrary? */
export const isConsentedAway = (agreement: Agreement, clause: Clause): boolean =>
  clause.unlessConsentOf !== undefined && agreement.consents.includes(clause.unlessConsentOf);

/** Is this clause owed now? Not while suspended, priced in, decided, outside its window, or consented away. */
export const isOwed = (agreement: Agreement, clause: Clause, turn: number): boolean =>
  clause.status === 'pending' &&
  agreement.status === 'inForce' &&
  turn >= clause.from &&
  (clause.until === null || turn <= clause.until) &&
  !isConsentedAway(agreement, clause);

/** The last turn in which a clause binds: its own, or the agreement's; null if neither has one. */
export const lastTurnOf = (agreement: Agreement, clause: Clause): number | null =>
  clause.until === null
    ? agreement.until
    : agreement.until === null
      ? clause.until
      : Math.min(clause.until, agreement.until);

/** Promises that hold from turn to turn, as against one deed. */
export const isContinuous = ({ terms, every }: { readonly terms: ClauseTerms; readonly every?: number }): boolean => {
  switch (terms.kind) {
    case 'do':
      return every !== undefined;
    case 'pay':
      return terms.each;
    case 'recognise':
    case 'disclose':
      return false;
    default:
      return true;
  }
};
