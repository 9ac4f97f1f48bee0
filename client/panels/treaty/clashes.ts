import { GATE_STATUSES } from '../../../shared/model/asset.ts';
import type { ClauseDraft, ClauseTerms } from '../../../shared/model/clause.ts';
import { familyOf, isFamily, type OrderPattern, PATTERN_FIELDS } from '../../../shared/model/order.ts';
import { MAX_WELCOMES } from '../../../shared/model/portfolio.ts';

const overlap = (a: ClauseDraft, b: ClauseDraft): boolean =>
  a.from <= (b.until ?? Infinity) && b.from <= (a.until ?? Infinity);
const shares = (a: ClauseDraft, b: ClauseDraft): boolean => a.by.some((power) => b.by.includes(power));

const coversVerb = (forborne: OrderPattern['verb'], asked: OrderPattern['verb']): boolean =>
  forborne === asked || (isFamily(forborne) && !isFamily(asked) && familyOf(asked) === forborne);

/** Every order that would do what is asked is one that is forborne. */
const covers = (forborne: OrderPattern, asked: OrderPattern): boolean =>
  coversVerb(forborne.verb, asked.verb) &&
  PATTERN_FIELDS.every((key) => forborne[key] === undefined || forborne[key] === asked[key]);

type HostTerms = Extract<ClauseTerms, { readonly kind: 'host' }>;
/** One is to be hosted where the other is not: the same operator, at the same place or kind of place. */
const hostsClash = (a: HostTerms, b: HostTerms): boolean =>
  a.hosted !== b.hosted && a.operator === b.operator && a.site === b.site;

const gatesClash = (
  a: Extract<ClauseTerms, { readonly kind: 'gate' }>,
  b: Extract<ClauseTerms, { readonly kind: 'gate' }>,
): boolean => {
  if ('regime' in a) return 'regime' in b && a.route === b.route && a.regime !== b.regime;
  if ('regime' in b || a.gate !== b.gate) return false;
  if ('guard' in a) return 'guard' in b && a.guard.join() !== b.guard.join();
  if ('guard' in b || a.status === b.status) return false;
  return a.status === 'closed' || b.status === 'closed';
};

const termsClash = (a: ClauseTerms, b: ClauseTerms): boolean => {
  if (a.kind === 'do' && b.kind === 'refrain') return covers(b.order, a.order);
  if (a.kind === 'refrain' && b.kind === 'do') return covers(a.order, b.order);
  if (a.kind === 'welcome' && b.kind === 'welcome')
    return a.area === b.area && a.supplier === b.supplier && a.open !== b.open;
  if (a.kind === 'gate' && b.kind === 'gate') return gatesClash(a, b);
  if (a.kind === 'host' && b.kind === 'host') return hostsClash(a, b);
  if (a.kind === 'member' && b.kind === 'member') return a.institution === b.institution && a.standing !== b.standing;
  const [deed, gate] = a.kind === 'do' ? [a, b] : [b, a];
  if (
    deed.kind !== 'do' ||
    gate.kind !== 'gate' ||
    !('status' in gate) ||
    deed.order.verb !== 'setGate' ||
    deed.order.gate !== gate.gate ||
    deed.order.status === undefined
  )
    return false;
  return gate.status === 'closed'
    ? deed.order.status !== 'closed'
    : GATE_STATUSES.indexOf(deed.order.status) < GATE_STATUSES.indexOf(gate.status);
};

/** Can one and the same power not keep both? A warning, never a ban: at breach the later one is breached. */
export const clauseClash = (a: ClauseDraft, b: ClauseDraft): boolean =>
  shares(a, b) && overlap(a, b) && termsClash(a.terms, b.terms);

/** More doors promised at the same time than a host has. */
export const tooManyWelcomes = (clauses: readonly ClauseDraft[]): boolean =>
  clauses.some((first) => {
    if (first.terms.kind !== 'welcome' || !first.terms.open) return false;
    const doors = new Set(
      clauses
        .filter((one) => shares(one, first) && overlap(one, first))
        .flatMap(({ terms }) => (terms.kind === 'welcome' && terms.open ? [`${terms.area}/${terms.supplier}`] : [])),
    );
    return doors.size > MAX_WELCOMES;
  });
