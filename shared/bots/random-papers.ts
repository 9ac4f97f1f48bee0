import type { Luck } from '../kernel/luck.ts';
import type { Agreement } from '../model/agreement.ts';
import type { PowerInput } from '../model/input.ts';
import type { SeatView } from '../model/seat-view.ts';

/** One act on an agreement that the seat is a party to: notice, suspension, resumption, consent; nothing if it may do none. */
export const randomPapers = (view: SeatView, luck: Luck): PowerInput[] => {
  const acts: PowerInput[] = [];
  for (const agreement of view.agreements) {
    if (!agreement.parties.includes(view.viewer)) continue;
    if (agreement.status !== 'inForce' && agreement.status !== 'suspended') continue;
    const act = actOn(agreement, view.viewer);
    if (act !== null) acts.push(act);
  }
  return acts.length === 0 ? [] : [luck.pick(acts)];
};

const actOn = (agreement: Agreement, me: string): PowerInput | null => {
  const { id, clauses, leaving, consents, background, suspendedBy } = agreement;
  const mine = clauses.find((clause) => clause.unlessConsentOf === me);
  if (mine !== undefined) return { kind: 'consent', agreement: id, clause: mine.id, given: !consents.includes(me) };
  if (background === true) return null;
  if (agreement.status === 'suspended') return (suspendedBy ?? me) === me ? { kind: 'resume', agreement: id } : null;
  if (clauses.some((clause) => clause.breachedBy.some((breaker) => breaker !== me)))
    return { kind: 'suspend', agreement: id };
  return leaving[me] === undefined ? { kind: 'giveNotice', agreement: id } : null;
};
