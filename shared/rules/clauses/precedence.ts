import type { Agreement } from '../../model/agreement.ts';
import type { Clause, ClauseDraft } from '../../model/clause.ts';
import type { ActorId } from '../../model/ids.ts';
import type { Board } from '../../model/state.ts';
import { isOwed } from '../owed.ts';

/** A promise and the agreement that it stands in. */
export type Pledge = { readonly agreement: Agreement; readonly clause: Clause };

/** By the turn in which the agreement began, then its id. */
export const byAge = (a: Agreement, b: Agreement): number =>
  a.from - b.from || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Those that were put in order last: age never changes, so that their order serves until one is added. */
let ordered: { readonly from: Board['agreements']; readonly sorted: readonly Agreement[] } | null = null;

/** Earlier before later: in which order secret ones were signed within a turn must tell nobody anything. The set must be still. */
export const inOrder = (agreements: Board['agreements']): readonly Agreement[] => {
  if (ordered?.from === agreements) return ordered.sorted;
  const again = ordered === null ? null : inSameOrder(ordered.sorted, agreements);
  if (again !== null) return again;
  const sorted = Object.values(agreements).sort(byAge);
  ordered = { from: agreements, sorted };
  return sorted;
};

/** Null if these are not the same agreements, whatever has become of them. */
const inSameOrder = (known: readonly Agreement[], agreements: Board['agreements']): readonly Agreement[] | null => {
  if (Object.keys(agreements).length !== known.length) return null;
  const sorted: Agreement[] = [];
  for (const { id, from } of known) {
    const agreement = agreements[id];
    if (agreement === undefined || agreement.from !== from) return null;
    sorted.push(agreement);
  }
  return sorted;
};

/** By age of the agreement, then the place in it. */
export const isEarlier = (a: Pledge, b: Pledge): boolean => {
  const age = byAge(a.agreement, b.agreement);
  return age === 0 ? a.agreement.clauses.indexOf(a.clause) < b.agreement.clauses.indexOf(b.clause) : age < 0;
};

/** Have all to whom the one is owed signed the other? Then they have agreed to what it says. */
export const isAgreedBy = ({ by, to }: ClauseDraft, parties: readonly ActorId[]): boolean => {
  for (const actor of to) if (!parties.includes(actor) && !by.includes(actor)) return false;
  return true;
};

/**
 * Of two promises that cannot both be kept the earlier goes first, unless all to whom it is owed have
 * signed the later. (AG8)
 */
export const goesFirst = (a: Pledge, b: Pledge): boolean =>
  isEarlier(a, b) ? !isAgreedBy(a.clause, b.agreement.parties) : isAgreedBy(b.clause, a.agreement.parties);

/** The promises of these obligors that are owed now and stand against one of theirs. */
export const rivalsOf = (
  board: Pick<Board, 'agreements' | 'turn'>,
  one: Pledge,
  against: (other: Pledge) => boolean,
): readonly Pledge[] => {
  const found: Pledge[] = [];
  for (const agreement of Object.values(board.agreements)) {
    if (agreement.status !== 'inForce') continue;
    for (const clause of agreement.clauses) {
      if (clause.id === one.clause.id && agreement.id === one.agreement.id) continue;
      if (!isOwed(agreement, clause, board.turn) || !clause.by.some((power) => one.clause.by.includes(power))) continue;
      const other = { agreement, clause };
      if (against(other)) found.push(other);
    }
  }
  return found;
};

/** Does a promise that stands against this one go before it? */
export const isOverruled = (
  board: Pick<Board, 'agreements' | 'turn'>,
  one: Pledge,
  against: (other: Pledge) => boolean,
): boolean => rivalsOf(board, one, against).some((other) => goesFirst(other, one));
