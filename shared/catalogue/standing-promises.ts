import type { Agreement } from '../model/agreement.ts';
import type { Clause, ClauseKind } from '../model/clause.ts';
import type { Board } from '../model/state.ts';

type Agreements = Board['agreements'];

/** One open agreement in force, and what stands of it by kind. */
type Paper = {
  readonly agreement: Agreement;
  readonly isOpen: boolean;
  readonly byKind: { readonly [K in ClauseKind]?: readonly Clause[] };
};

/** What open agreements in force make of a score, gathered once for a set of agreements. */
type Gathered = {
  readonly from: Agreements;
  readonly papers: readonly Paper[];
  readonly byKind: Map<string, readonly Clause[]>;
  /** Signed in the match. */ pacts: readonly Agreement[] | null;
};

/**
 * Of the set that was asked about last: the next differs from it by few agreements, and a weak map would keep what
 * each resolution leaves behind from being freed early.
 */
let gathered: Gathered | null = null;

/** To be called by whoever writes to a set of agreements in place. */
export const forgetPromises = (agreements: Agreements): void => {
  if (gathered?.from === agreements) gathered = null;
};

const gatheredOf = (agreements: Agreements): Gathered => {
  if (gathered?.from === agreements) return gathered;
  const before = gathered?.papers;
  const papers: Paper[] = [];
  for (const agreement of Object.values(agreements)) {
    const known = before?.[papers.length];
    papers.push(known?.agreement === agreement ? known : paperOf(agreement));
  }
  gathered = { from: agreements, papers, byKind: new Map(), pacts: null };
  return gathered;
};

const NOTHING = {};

const paperOf = (agreement: Agreement): Paper => {
  // Only what everybody can see may move a score that everybody can see.
  if (agreement.status !== 'inForce' || agreement.visibility !== 'public')
    return { agreement, isOpen: false, byKind: NOTHING };
  const byKind: { [K in ClauseKind]?: Clause[] } = {};
  for (const clause of agreement.clauses) {
    if (clause.status !== 'pending' && clause.status !== 'kept') continue;
    const { kind } = clause.terms;
    const ofKind = byKind[kind];
    if (ofKind === undefined) byKind[kind] = [clause];
    else ofKind.push(clause);
  }
  return { agreement, isOpen: true, byKind };
};

/** Promises that stand in open agreements. */
export const promisesOf = (agreements: Agreements, kind: string): readonly Clause[] => {
  const { byKind, papers } = gatheredOf(agreements);
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const promises: Clause[] = [];
  for (const paper of papers) {
    const ofKind = paper.byKind[kind as ClauseKind];
    if (ofKind !== undefined) for (const clause of ofKind) promises.push(clause);
  }
  byKind.set(kind, promises);
  return promises;
};

/** Open agreements in force that were signed in the match. */
export const pactsIn = (agreements: Agreements): readonly Agreement[] => {
  const now = gatheredOf(agreements);
  now.pacts ??= now.papers
    .filter(({ isOpen, agreement }) => isOpen && agreement.origin === 'negotiated')
    .map(({ agreement }) => agreement);
  return now.pacts;
};
