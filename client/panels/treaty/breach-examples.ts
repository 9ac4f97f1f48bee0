import type { Agreement, AgreementDraft } from '../../../shared/model/agreement.ts';
import type { ClauseDraft } from '../../../shared/model/clause.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import { type Order, type OrderSet, orderKey } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { clauseFrom } from '../../../shared/rules/conclude.ts';
import { legalDoors, legalOrders } from '../../../shared/rules/legal-orders.ts';
import { conflictsOf } from '../../../shared/rules/preview.ts';
import { t } from '../../text/match-text.ts';
import { actorNames, agreementTitle, areaName, eitherActor, quarterName, recognisedName } from '../../text/names.ts';
import { doorSentence, orderSentence } from '../../text/order-sentence.ts';
import { patternSentence } from '../../text/pattern-sentence.ts';
import { operatorName, siteOrKind } from '../../text/terms-sentence.ts';

const SUPPOSED = 'supposed';

/** The draft as if it were in force and owed from now on: the engine itself says what would break it. */
const supposed = (draft: AgreementDraft, turn: number): Agreement => ({
  id: SUPPOSED,
  title: draft.title,
  parties: draft.parties,
  visibility: draft.visibility,
  form: draft.form,
  status: 'inForce',
  from: turn,
  until: draft.until,
  notice: draft.notice,
  leaving: {},
  consents: [],
  underDuress: [],
  shownTo: [],
  origin: 'negotiated',
  clauses: draft.clauses.map((clause, i) => ({
    ...clauseFrom(clause, `c${i + 1}`),
    from: Math.min(clause.from, turn),
    until: clause.until === null ? null : Math.max(clause.until, turn),
  })),
});

const setOf = (order: Order): OrderSet => ({ orders: [order], doors: null, concessions: [] });

/** An act of mine, possible now, that would break each clause at once; found by trying all that I may do. */
const actsAgainst = (scenario: Scenario, view: SeatView, draft: AgreementDraft): ReadonlyMap<string, string> => {
  const agreement = supposed(draft, view.board.turn);
  const hypothetical: SeatView = { ...view, agreements: [agreement] };
  const found = new Map<string, string>();
  const note = (set: OrderSet, tell: () => string): void => {
    for (const { clause } of conflictsOf(hypothetical, set)) if (!found.has(clause)) found.set(clause, tell());
  };
  const tried = new Set<string>();
  for (const { order } of legalOrders(scenario, view)) {
    if (tried.has(orderKey(order)) && order.verb !== 'setGate') continue;
    tried.add(orderKey(order));
    note(setOf(order), () => orderSentence(order, scenario, view));
  }
  for (const change of legalDoors(scenario, view))
    note({ orders: [], doors: change, concessions: [] }, () => doorSentence(change, scenario));
  return found;
};

/** What breaks a promise that no single order breaks at once. */
const omission = (clause: ClauseDraft, scenario: Scenario, view: SeatView, me: PowerId): string => {
  const { terms } = clause;
  const end = quarterName(scenario, clause.until ?? clause.from);
  switch (terms.kind) {
    case 'do':
      return t('breach.do', { pattern: patternSentence(terms.order, scenario), quarter: end });
    case 'refrain':
      return t('breach.refrain', { pattern: patternSentence(terms.order, scenario) });
    case 'pay':
      return t(terms.each ? 'breach.pay.each' : 'breach.pay', { amount: terms.amount });
    case 'welcome':
      return t(terms.open ? 'breach.welcome' : 'breach.unwelcome', {
        supplier: actorNames(scenario, [terms.supplier]),
        area: areaName(terms.area),
      });
    case 'gate':
      return t('route' in terms ? 'breach.regime' : 'breach.gate');
    case 'host':
      return t(terms.hosted ? 'breach.host' : 'breach.unhost', {
        operator: operatorName(terms.operator, scenario),
        site: siteOrKind(terms.site, scenario),
      });
    case 'supply':
      return t('breach.supply', { to: actorNames(scenario, clause.to), area: areaName(terms.area) });
    case 'guarantee':
      return t('breach.guarantee', {
        against: eitherActor(scenario, terms.against),
        to: actorNames(
          scenario,
          clause.to.filter((one) => one !== me),
        ),
      });
    case 'recognise':
      return t('breach.recognise', { what: recognisedName(scenario, terms.what), quarter: end });
    case 'member':
      return t(`breach.member.${terms.standing}`, { institution: agreementTitle(scenario, view, terms.institution) });
    case 'disclose':
      return t('breach.disclose');
    default:
      return terms satisfies never;
  }
};

export type BreachExample = { readonly clause: number; readonly text: string };

/** For each promise of mine in a draft: what I would have to do, or to leave undone, to break it. */
export const breachExamples = (
  scenario: Scenario,
  view: SeatView,
  me: PowerId,
  draft: AgreementDraft,
): readonly BreachExample[] => {
  if (!draft.clauses.some((clause) => clause.by.includes(me))) return [];
  const acts = actsAgainst(scenario, view, draft);
  return draft.clauses.flatMap((clause, i) => {
    if (!clause.by.includes(me)) return [];
    const act = acts.get(`c${i + 1}`);
    const text = act === undefined ? omission(clause, scenario, view, me) : t('breach.act', { order: act });
    return [{ clause: i + 1, text }];
  });
};
