import type { AgreementDraft } from '../../../shared/model/agreement.ts';
import type { ClauseDraft } from '../../../shared/model/clause.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import type { Breach } from '../../../shared/rules/clauses/clause-kind.ts';
import { breachBy, couldBeBrokenBy } from '../../../shared/rules/clauses/registry.ts';
import { legalOrders, type OrderOption } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { actorName, agreementTitle, quarterName, recognisedName } from '../../text/names.ts';
import { doorSentence, orderSentence } from '../../text/order-sentence.ts';
import { patternSentence } from '../../text/pattern-sentence.ts';
import { operatorName, siteOrKind } from '../../text/terms-sentence.ts';

/** A deed that was owed and not done. */
const undone = ({ terms, from, until }: ClauseDraft, by: number | null, scenario: Scenario): string => {
  const quarter = quarterName(scenario, by ?? until ?? from);
  if (terms.kind === 'recognise') return t('breach.recognise', { what: recognisedName(scenario, terms.what), quarter });
  return terms.kind === 'do'
    ? t('breach.do', { pattern: patternSentence(terms.order, scenario), quarter })
    : t('breach.undone', { quarter });
};

/** A later promise that says the contrary. */
const contrary = ({ terms }: ClauseDraft, scenario: Scenario): string => {
  if (terms.kind !== 'host') return t(terms.kind === 'gate' ? 'breach.regime' : 'breach.contrary');
  return t(terms.hosted ? 'breach.host' : 'breach.unhost', {
    operator: operatorName(terms.operator, scenario),
    site: siteOrKind(terms.site, scenario),
  });
};

/** One way to break a promise, as the rules know it, in words. */
const breachSentence = (breach: Breach | null, clause: ClauseDraft, scenario: Scenario, view: SeatView): string => {
  if (breach === null) return t('breach.never');
  switch (breach.kind) {
    case 'order':
      return t('breach.later', { order: orderSentence(breach.order, scenario, view) });
    case 'pattern':
      return t('breach.later', { order: patternSentence(breach.order, scenario) });
    case 'doors':
      return t('breach.act', { order: doorSentence(breach.change, scenario) });
    case 'undone':
      return undone(clause, breach.by, scenario);
    case 'unpaid': {
      const each = clause.terms.kind === 'pay' && clause.terms.each;
      return t(each ? 'breach.pay.each' : 'breach.pay', { amount: breach.amount });
    }
    case 'undeterred':
      return t('breach.guarantee', {
        against: actorName(scenario, breach.attacker),
        to: actorName(scenario, breach.host),
      });
    case 'left':
    case 'stayed':
      return t(`breach.member.${clause.terms.kind === 'member' ? clause.terms.standing : 'joined'}`, {
        institution: agreementTitle(scenario, view, breach.institution),
      });
    case 'contrary':
      return contrary(clause, scenario);
    default:
      return breach satisfies never;
  }
};

export type BreachExample = { readonly clause: number; readonly text: string };

const exampleOf = (
  clause: ClauseDraft,
  me: PowerId,
  options: readonly OrderOption[],
  scenario: Scenario,
  view: SeatView,
): string => {
  const act = options.find(({ order }) => couldBeBrokenBy(clause, order));
  return act === undefined
    ? breachSentence(breachBy(scenario, clause, me), clause, scenario, view)
    : t('breach.act', { order: orderSentence(act.order, scenario, view) });
};

/** For each promise of mine in a draft: what I would have to do, or to leave undone, to break it. An act that is possible now comes first. */
export const breachExamples = (
  scenario: Scenario,
  view: SeatView,
  me: PowerId,
  draft: AgreementDraft,
): readonly BreachExample[] => {
  if (!draft.clauses.some((clause) => clause.by.includes(me))) return [];
  const options = legalOrders(scenario, view);
  return draft.clauses.flatMap((clause, i) =>
    clause.by.includes(me) ? [{ clause: i + 1, text: exampleOf(clause, me, options, scenario, view) }] : [],
  );
};
