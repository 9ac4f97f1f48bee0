import type { Proposal } from '../../model/agreement.ts';
import type { ClauseDraft, ClauseTerms } from '../../model/clause.ts';
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

const settledOf = ({ view }: Mind): ReadonlySet<string> =>
  new Set([
    ...view.agreements
      .filter(({ status }) => status === 'inForce')
      .flatMap(({ clauses }) => keysOf(clauses.filter(({ status }) => status === 'pending'))),
    ...view.proposals.flatMap((one) => settledBy(one, view.board.turn)),
  ]);

const settledBy = ({ status, turn, by, draft }: Proposal, now: number): readonly string[] => {
  if (status === 'open' && turn > 0) return keysOf(draft.clauses);
  if (status !== 'declined' || turn < now - REMEMBERED) return [];
  // A price that was refused may be named again for something else.
  const refused = draft.clauses.filter(({ terms }) => terms.kind !== 'pay');
  return keysOf(refused, by);
};

/** What each who makes these promises is asked for; not what one offered itself. */
const keysOf = (clauses: readonly ClauseDraft[], but?: string): readonly string[] =>
  clauses.flatMap(({ by, terms }) => by.filter((giver) => giver !== but).map((giver) => keyOf(giver, terms)));
