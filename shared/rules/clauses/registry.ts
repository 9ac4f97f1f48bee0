import type { Agreement } from '../../model/agreement.ts';
import type { Clause, ClauseDraft, ClauseKind, ClauseTerms } from '../../model/clause.ts';
import type { ActorId } from '../../model/ids.ts';
import { type Order, type OrderPattern, orderMatches, type Verb } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Automatic, Breach, ClauseRules, Drafting, Finding, Judging } from './clause-kind.ts';
import { discloseRules } from './disclose.ts';
import { doRules } from './do.ts';
import { gateRules } from './gate.ts';
import { guaranteeRules } from './guarantee.ts';
import { hostRules } from './host.ts';
import { memberRules } from './member.ts';
import { payRules } from './pay.ts';
import { recogniseRules } from './recognise.ts';
import { refrainRules } from './refrain.ts';
import { supplyRules } from './supply.ts';
import { welcomeRules } from './welcome.ts';

/** Every kind of promise there is. */
const CLAUSE_RULES: { readonly [K in ClauseKind]: ClauseRules<K> } = {
  do: doRules,
  refrain: refrainRules,
  pay: payRules,
  welcome: welcomeRules,
  gate: gateRules,
  host: hostRules,
  supply: supplyRules,
  guarantee: guaranteeRules,
  recognise: recogniseRules,
  member: memberRules,
  disclose: discloseRules,
};

const rulesFor = (kind: ClauseKind): ClauseRules<ClauseKind> => CLAUSE_RULES[kind] as ClauseRules<ClauseKind>;

export const faultOf = (drafting: Drafting, terms: ClauseTerms): string | null =>
  rulesFor(terms.kind).fault(drafting, terms);

export const runClause = (automatic: Automatic, agreement: Agreement, clause: Clause): void =>
  rulesFor(clause.terms.kind).runs?.(automatic, agreement, clause, clause.terms);

/** Does a promise of this kind act by itself? */
export const isAutomatic = ({ terms }: Clause): boolean => rulesFor(terms.kind).runs !== undefined;

const NO_VERBS: readonly Verb[] = [];

/** Verbs without which nothing can be said of it while its window is open; none where that is not so simple. */
export const stirredBy = ({ terms }: ClauseDraft): readonly Verb[] =>
  rulesFor(terms.kind).stirredBy?.(terms) ?? NO_VERBS;

export const judgeClause = (judging: Judging, agreement: Agreement, clause: Clause, last: boolean): Finding | null =>
  rulesFor(clause.terms.kind).judge(judging, agreement, clause, clause.terms, last);

export const isHeld = (judging: Judging, agreement: Agreement, clause: Clause): boolean =>
  rulesFor(clause.terms.kind).holds(judging, agreement, clause, clause.terms);

/** Deeds that a promise asks for, and deeds that it forbids. */
export const askedBy = (clause: ClauseDraft): readonly OrderPattern[] =>
  rulesFor(clause.terms.kind).asks(clause, clause.terms);
export const forbiddenBy = (clause: ClauseDraft): readonly OrderPattern[] =>
  rulesFor(clause.terms.kind).forbids(clause, clause.terms);

/** Would this order, given by an obligor, break the promise? */
export const couldBeBrokenBy = (clause: ClauseDraft, order: Order): boolean => {
  const rules = rulesFor(clause.terms.kind);
  if (rules.couldBeBrokenBy !== undefined) return rules.couldBeBrokenBy(clause, clause.terms, order);
  for (const pattern of rules.forbids(clause, clause.terms)) if (orderMatches(order, pattern)) return true;
  return false;
};

/** One way in which this obligor could break it. */
export const breachBy = (scenario: Scenario, clause: ClauseDraft, obligor: ActorId): Breach | null =>
  rulesFor(clause.terms.kind).breachBy(scenario, clause, clause.terms, obligor);
