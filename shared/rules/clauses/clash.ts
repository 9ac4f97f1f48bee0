import { indexOf } from '../../catalogue/scenario-index.ts';
import type { ClauseDraft, ClauseTerms } from '../../model/clause.ts';
import type { ActorId } from '../../model/ids.ts';
import { MAX_WELCOMES } from '../../model/portfolio.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { TermsOf } from './clause-kind.ts';
import { sameGuard, satisfies } from './gate.ts';
import { covers } from './pattern.ts';
import { askedBy, forbiddenBy } from './registry.ts';

/** A promise as drafted or signed, among these parties. */
export type Placed = { readonly clause: ClauseDraft; readonly parties: readonly ActorId[] };

const endOf = (clause: ClauseDraft): number => clause.until ?? Number.POSITIVE_INFINITY;

const overlap = (a: ClauseDraft, b: ClauseDraft): boolean => a.from <= endOf(b) && b.from <= endOf(a);
const within = (inner: ClauseDraft, outer: ClauseDraft): boolean =>
  outer.from <= inner.from && endOf(outer) >= endOf(inner);
export const shareObligor = (a: ClauseDraft, b: ClauseDraft): boolean => a.by.some((power) => b.by.includes(power));

const gatesClash = (a: TermsOf<'gate'>, b: TermsOf<'gate'>): boolean => {
  if ('regime' in a) return 'regime' in b && a.route === b.route && a.regime !== b.regime;
  if ('regime' in b || a.gate !== b.gate) return false;
  if ('guard' in a) return 'guard' in b && !sameGuard(a.guard, b.guard);
  return 'status' in b && !satisfies(a.status, b.status) && !satisfies(b.status, a.status);
};

/** One says where, the other says that nobody of the kind, or somebody else. */
const hostsClash = (scenario: Scenario, a: Placed, b: Placed): boolean => {
  const { terms: one } = a.clause;
  const { terms: other } = b.clause;
  if (one.kind !== 'host' || other.kind !== 'host') return false;
  if (one.hosted && other.hosted)
    return one.site === other.site && indexOf(scenario).sites.has(one.site) && one.operator !== other.operator;
  if (one.hosted === other.hosted) return false;
  const [yes, no, outside] = one.hosted ? [one, other, b] : [other, one, a];
  const kind = indexOf(scenario).sites.get(yes.site)?.kind ?? yes.site;
  if (no.site !== yes.site && no.site !== kind) return false;
  return no.operator === 'outsiders' ? !outside.parties.includes(yes.operator) : no.operator === yes.operator;
};

const termsClash = (a: ClauseTerms, b: ClauseTerms): boolean => {
  if (a.kind === 'welcome' && b.kind === 'welcome')
    return a.area === b.area && a.supplier === b.supplier && a.open !== b.open;
  if (a.kind === 'gate' && b.kind === 'gate') return gatesClash(a, b);
  return a.kind === 'member' && b.kind === 'member' && a.institution === b.institution && a.standing !== b.standing;
};

/** Is every order that the one asks for forbidden by the other, for as long as it may be given? */
const forbids = (b: ClauseDraft, a: ClauseDraft): boolean => {
  const asked = askedBy(a);
  if (asked.length === 0) return false;
  const forbidden = forbiddenBy(b);
  return (
    forbidden.length > 0 &&
    (a.every !== undefined || within(a, b)) &&
    asked.every((deed) => forbidden.some((forborne) => covers(forborne, deed)))
  );
};

/** Why one and the same obligor cannot keep both: what they say of one thing, or a deed that one asks for and the other forbids. */
export type Clash = 'thing' | 'deed';

export const clashOf = (scenario: Scenario, a: Placed, b: Placed): Clash | null => {
  if (!shareObligor(a.clause, b.clause) || !overlap(a.clause, b.clause)) return null;
  if (termsClash(a.clause.terms, b.clause.terms) || hostsClash(scenario, a, b)) return 'thing';
  return forbids(a.clause, b.clause) || forbids(b.clause, a.clause) ? 'deed' : null;
};

/** Can one and the same obligor not keep both? A warning, never a ban. (AG8) */
export const placedClash = (scenario: Scenario, a: Placed, b: Placed): boolean => clashOf(scenario, a, b) !== null;

/** The promises among these that together open more doors at a time than a host has; empty if they do not. */
export const tooManyWelcomes = (clauses: readonly ClauseDraft[], host: ActorId): readonly ClauseDraft[] => {
  const welcomes = clauses.filter(({ by, terms }) => terms.kind === 'welcome' && terms.open && by.includes(host));
  for (const first of welcomes) {
    const together = welcomes.filter((one) => one.from <= first.from && endOf(one) >= first.from);
    const doors = new Set(
      together.map(({ terms }) => (terms.kind === 'welcome' ? `${terms.area}/${terms.supplier}` : '')),
    );
    if (doors.size > MAX_WELCOMES) return together;
  }
  return [];
};
