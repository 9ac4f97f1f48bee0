import { indexOf, ownersOf } from '../catalogue/scenario-index.ts';
import { lookUp } from '../kernel/look-up.ts';
import type { Guard } from '../model/asset.ts';
import type { ClauseDraft, ClauseTerms } from '../model/clause.ts';
import type { ActorId, PowerId } from '../model/ids.ts';
import type { OrderPattern } from '../model/order.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';

type Ground = Pick<Board, 'turn' | 'gates' | 'routes' | 'portfolios'>;

const isTwice = (actors: readonly ActorId[]): boolean => new Set(actors).size < actors.length;

/** Somebody who may stand at a gate, or two of them. */
export const isGuard = (scenario: Scenario, guard: Guard): boolean =>
  guard.every((one) => indexOf(scenario).actors.includes(one)) && !isTwice(guard);

/** Can this clause stand in an agreement of these parties? `earlier` are the clauses before it. */
export const refuseClause = (
  scenario: Scenario,
  ground: Ground,
  parties: readonly ActorId[],
  clause: ClauseDraft,
  earlier: readonly string[],
): Refusal | null => {
  const strange = [...clause.by, ...clause.to].find((party) => !parties.includes(party));
  if (strange !== undefined || isTwice(clause.by) || isTwice(clause.to))
    return refuse('treaty/bad-draft', { why: 'party' });
  if (clause.by.length === 0 || clause.to.every((actor) => clause.by.length === 1 && actor === clause.by[0]))
    return refuse('treaty/bad-draft', { why: 'obligee' });
  if (clause.from < ground.turn || (clause.until !== null && clause.until < clause.from))
    return refuse('treaty/bad-draft', { why: 'window' });
  if (clause.terms.kind === 'do' && clause.until === null) return refuse('treaty/bad-draft', { why: 'open-do' });
  if (clause.dependsOn !== undefined && !earlier.includes(clause.dependsOn))
    return refuse('treaty/bad-draft', { why: 'depends' });
  if (clause.unlessConsentOf !== undefined && !parties.includes(clause.unlessConsentOf))
    return refuse('treaty/bad-draft', { why: 'consent' });
  const why = faultOf(scenario, ground, clause.by, clause.terms);
  return why === null ? null : refuse('treaty/bad-draft', { why });
};

/** What is wrong with the promise itself, in one word that the client explains; null if nothing. */
const faultOf = (scenario: Scenario, ground: Ground, by: readonly PowerId[], terms: ClauseTerms): string | null => {
  const index = indexOf(scenario);
  switch (terms.kind) {
    case 'do':
    case 'refrain':
      return patternFault(scenario, ground, by, terms.order);
    case 'pay':
      return Number.isInteger(terms.amount) && terms.amount > 0 && terms.amount <= 99 ? null : 'amount';
    case 'welcome':
      return by.length !== 1 ||
        by.includes(terms.supplier) ||
        !index.actors.includes(terms.supplier) ||
        ground.portfolios[by[0] ?? ''] === undefined
        ? 'supplier'
        : null;
    case 'gate':
      return gateFault(scenario, ground, by, terms);
    default:
      return 'kind';
  }
};

const gateFault = (
  scenario: Scenario,
  ground: Ground,
  by: readonly PowerId[],
  terms: ClauseTerms & { readonly kind: 'gate' },
): string | null => {
  const index = indexOf(scenario);
  if ('regime' in terms) {
    const route = index.routes.get(terms.route);
    if (route === undefined || !route.contested) return 'route';
    return ownersOf(route, index.isPower).every((owner) => by.includes(owner)) ? null : 'owners';
  }
  const gate = index.gates.get(terms.gate)?.gate;
  if (gate === undefined) return 'gate';
  if (!('guard' in terms)) return by.includes(gate.owner) ? null : 'owner';
  if (!isGuard(scenario, terms.guard)) return 'guard';
  const guards: readonly string[] = ground.gates[terms.gate]?.guard ?? [];
  return by.includes(gate.owner) || by.some((power) => guards.includes(power)) ? null : 'owner';
};

const patternFault = (
  scenario: Scenario,
  ground: Ground,
  by: readonly PowerId[],
  pattern: OrderPattern,
): string | null => {
  const index = indexOf(scenario);
  const gates = pattern.verb === 'setGate' || pattern.verb === 'postGuard';
  if (
    pattern.host !== undefined &&
    (gates ||
      pattern.verb === 'harden' ||
      lookUp(ground.portfolios, pattern.host) === undefined ||
      (by.length === 1 && by[0] === pattern.host))
  )
    return 'host';
  if (pattern.area !== undefined && gates) return 'area';
  if (pattern.gate !== undefined && (!gates || !by.includes(index.gates.get(pattern.gate)?.gate.owner ?? '')))
    return 'gate';
  return pattern.status !== undefined && pattern.verb !== 'setGate' ? 'status' : null;
};
