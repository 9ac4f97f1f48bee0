import { indexOf } from '../catalogue/scenario-index.ts';
import type { Agreement } from '../model/agreement.ts';
import type { ClauseDraft } from '../model/clause.ts';
import type { ActorId, AgreementId } from '../model/ids.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Drafting } from './clauses/clause-kind.ts';
import { hasPolicy } from './clauses/policy-deeds.ts';
import { faultOf } from './clauses/registry.ts';

export type DraftGround = Drafting['board'];
/** Finds an agreement that the author of a draft may know of. */
export type Known = (id: AgreementId) => Agreement | undefined;
const KNOWS_NOTHING: Known = () => undefined;

const isTwice = (actors: readonly ActorId[]): boolean => new Set(actors).size < actors.length;

/** Powers, and non-players that have a policy to answer with. */
export const mayBeParty = (scenario: Scenario, actor: ActorId): boolean =>
  indexOf(scenario).isPower.has(actor) || hasPolicy(scenario, actor);

/** Can this clause stand in an agreement of these parties? `earlier` are the clauses before it. */
export const refuseClause = (
  scenario: Scenario,
  ground: DraftGround,
  parties: readonly ActorId[],
  clause: ClauseDraft,
  earlier: readonly string[],
  known: Known = KNOWS_NOTHING,
): Refusal | null => {
  const { by, to, terms } = clause;
  const why =
    shapeFault(ground, parties, clause, earlier) ?? faultOf({ scenario, board: ground, by, to, known }, terms);
  return why === null ? null : refuse('treaty/bad-draft', { why });
};

/** What is wrong with who promises what to whom and when, in one word that the client explains. */
const shapeFault = (
  { turn }: DraftGround,
  parties: readonly ActorId[],
  { by, to, terms, from, until, every, dependsOn, unlessConsentOf }: ClauseDraft,
  earlier: readonly string[],
): string | null => {
  const strange = by.some((party) => !parties.includes(party)) || to.some((party) => !parties.includes(party));
  if (strange || isTwice(by) || isTwice(to)) return 'party';
  if (by.length === 0 || to.every((actor) => by.length === 1 && actor === by[0])) return 'obligee';
  if (from < turn || (until !== null && until < from)) return 'window';
  if (until === null && isDeed(terms.kind) && every === undefined) return 'open-do';
  if (every !== undefined && (terms.kind !== 'do' || !Number.isInteger(every) || every < 1)) return 'every';
  if (dependsOn !== undefined && !earlier.includes(dependsOn)) return 'depends';
  return unlessConsentOf === undefined || parties.includes(unlessConsentOf) ? null : 'consent';
};

/** A deed needs a last turn, or it would never be owed. */
const isDeed = (kind: ClauseDraft['terms']['kind']): boolean => kind === 'do' || kind === 'recognise';
