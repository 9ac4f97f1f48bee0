import type { ClauseTerms } from '../../model/clause.ts';
import type { Mind } from './mind.ts';

/** Turns for which a promise that was refused is not asked for again. */
const REMEMBERED = 3;

const known = new WeakMap<Mind, ReadonlySet<string>>();

const keyOf = (giver: string, terms: ClauseTerms): string => `${giver} ${JSON.stringify(terms)}`;

/** Is a promise owed already, on the table now, or refused of late? Nobody buys it, and nobody asks twice. */
export const isSettled = (mind: Mind, giver: string, terms: ClauseTerms): boolean => {
  const before = known.get(mind);
  const settled = before ?? settledOf(mind);
  if (before === undefined) known.set(mind, settled);
  return settled.has(keyOf(giver, terms));
};

const settledOf = ({ view }: Mind): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const { status, clauses } of view.agreements) {
    if (status !== 'inForce') continue;
    for (const clause of clauses)
      if (clause.status === 'pending') for (const giver of clause.by) found.add(keyOf(giver, clause.terms));
  }
  const { turn } = view.board;
  for (const proposal of view.proposals) {
    const isOpen = proposal.status === 'open' && proposal.turn > 0;
    if (!isOpen && !(proposal.status === 'declined' && proposal.turn >= turn - REMEMBERED)) continue;
    for (const clause of proposal.draft.clauses) {
      // A price that was refused may be named again for something else.
      if (!isOpen && clause.terms.kind === 'pay') continue;
      for (const giver of clause.by) if (isOpen || giver !== proposal.by) found.add(keyOf(giver, clause.terms));
    }
  }
  return found;
};
