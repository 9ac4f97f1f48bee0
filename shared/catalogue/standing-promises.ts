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
 * Of the two sets that were asked about last, for what is supposed is weighed against what is. The next differs from
 * them by few agreements, and a weak map would keep what each resolution leaves behind from being freed early.
 */
let latest: Gathered | null = null;
let former: Gathered | null = null;

/** To be called by whoever writes to a set of agreements in place. */
export const forgetPromises = (agreements: Agreements): void => {
  if (latest?.from === agreements) latest = null;
  if (former?.from === agreements) former = null;
};

const gatheredOf = (agreements: Agreements): Gathered => {
  if (latest?.from === agreements) return latest;
  const again = former?.from === agreements ? former : gather(agreements, latest?.papers);
  former = latest;
  latest = again;
  return again;
};

const gather = (agreements: Agreements, before: readonly Paper[] | undefined): Gathered => {
  const papers: Paper[] = [];
  for (const agreement of Object.values(agreements)) {
    const known = before?.[papers.length];
    papers.push(known?.agreement === agreement ? known : paperOf(agreement));
  }
  return { from: agreements, papers, byKind: new Map(), pacts: null };
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
