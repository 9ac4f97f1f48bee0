import type { Clause, ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
import type { Order, OrderPattern, OrderSet } from '../../shared/model/order.ts';
import type { DoorChange } from '../../shared/model/portfolio.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { t } from './match-text.ts';
import {
  actorName,
  actorNames,
  areaName,
  frontName,
  gateName,
  gateRouteName,
  guardNames,
  quarterName,
  routeName,
  siteName,
} from './names.ts';

const patternSentence = (pattern: OrderPattern, scenario: Scenario): string => {
  const inArea = pattern.area === undefined ? '' : t('pattern.in', { area: areaName(pattern.area) });
  const gate = pattern.gate === undefined ? t('pattern.any-gate') : gateName(scenario, pattern.gate);
  const host = pattern.host === undefined ? t('pattern.anyone') : actorName(scenario, pattern.host);
  switch (pattern.verb) {
    case 'court':
      return t('pattern.court', { host, area: inArea });
    case 'squeeze':
      return t('pattern.squeeze', { host, area: inArea });
    case 'harden':
      return pattern.area === undefined
        ? t('pattern.harden.any')
        : t('pattern.harden', { area: t('pattern.home', { area: areaName(pattern.area) }) });
    case 'setGate':
      return t('pattern.setGate', {
        gate,
        status: pattern.status === undefined ? '' : t('pattern.status', { status: t(`gate.${pattern.status}`) }),
      });
    case 'postGuard':
      return t('pattern.postGuard', { gate });
    default:
      return pattern.verb satisfies never;
  }
};

const gateTerms = (terms: Extract<ClauseTerms, { readonly kind: 'gate' }>, scenario: Scenario): string => {
  if ('regime' in terms)
    return t('terms.regime', { regime: t(`regime.${terms.regime}`), route: routeName(scenario, terms.route) });
  const gate = gateName(scenario, terms.gate);
  return 'guard' in terms
    ? t('terms.guard', { guard: guardNames(scenario, terms.guard), gate })
    : t(`terms.gate.${terms.status}`, { gate });
};

/** What is promised, without who and when: `keep Margara open`. */
export const termsSentence = (terms: ClauseTerms, scenario: Scenario): string => {
  switch (terms.kind) {
    case 'do':
      return t('terms.do', { pattern: patternSentence(terms.order, scenario) });
    case 'refrain':
      return t('terms.refrain', { pattern: patternSentence(terms.order, scenario) });
    case 'pay':
      return t(terms.each ? 'terms.pay.each' : 'terms.pay', { amount: terms.amount });
    case 'welcome':
      return t(terms.open ? 'terms.welcome' : 'terms.unwelcome', {
        supplier: actorName(scenario, terms.supplier),
        area: areaName(terms.area),
      });
    case 'gate':
      return gateTerms(terms, scenario);
    case 'host':
      return t(terms.hosted ? 'terms.host' : 'terms.unhost', {
        operator: actorName(scenario, terms.operator),
        site: siteName(scenario, terms.site),
      });
    case 'supply':
      return t('terms.supply', { area: areaName(terms.area), price: t(`price.${terms.price}`) });
    case 'guarantee':
      return t('terms.guarantee', { against: actorNames(scenario, terms.against) });
    case 'recognise': {
      const front = frontName(scenario, terms.what);
      return t('terms.recognise', { what: front === terms.what ? actorName(scenario, terms.what) : front });
    }
    case 'member': {
      const title = scenario.agreements.find((one) => one.id === terms.institution)?.title ?? t('unknown.agreement');
      return t('terms.member', { standing: t(`standing.${terms.standing}`), institution: title });
    }
    case 'disclose':
      return t('terms.disclose', {
        title: scenario.agreements.find((one) => one.id === terms.agreement)?.title ?? t('unknown.agreement'),
      });
    default:
      return terms satisfies never;
  }
};

export const windowSentence = (from: number, until: number | null, scenario: Scenario): string => {
  const first = quarterName(scenario, from);
  if (until === null) return t('window.open', { from: first });
  return until <= from
    ? t('window.one', { from: first })
    : t('window.span', { from: first, to: quarterName(scenario, until) });
};

const isMutual = ({ by, to }: Clause | ClauseDraft): boolean =>
  by.length > 1 && by.length === to.length && by.every((power) => to.includes(power));

/** A whole clause: who promises what to whom, and when. */
export const clauseSentence = (clause: Clause | ClauseDraft, scenario: Scenario): string =>
  t(isMutual(clause) ? 'clause.mutual' : 'clause', {
    by: actorNames(scenario, clause.by),
    to: actorNames(scenario, clause.to),
    terms: termsSentence(clause.terms, scenario),
    window: windowSentence(clause.from, clause.until, scenario),
  });

export const orderSentence = (order: Order, scenario: Scenario): string => {
  switch (order.verb) {
    case 'court':
      return t('order.court', { host: actorName(scenario, order.host), area: areaName(order.area) });
    case 'squeeze':
      return t(order.grievance === true ? 'order.squeeze.grievance' : 'order.squeeze', {
        host: actorName(scenario, order.host),
        area: areaName(order.area),
        demand: termsSentence(order.demand, scenario),
      });
    case 'harden':
      return t('order.harden', { area: areaName(order.area) });
    case 'setGate':
      return t('order.setGate', {
        gate: gateName(scenario, order.gate),
        route: gateRouteName(scenario, order.gate),
        status: t(`gate.${order.status}`),
      });
    case 'postGuard':
      return t('order.postGuard', {
        guard: guardNames(scenario, order.guard),
        gate: gateName(scenario, order.gate),
        route: gateRouteName(scenario, order.gate),
      });
    default:
      return order satisfies never;
  }
};

export const doorSentence = (change: DoorChange, scenario: Scenario): string => {
  if (change.kind === 'unbar') return t('door.unbar');
  const door = { supplier: actorName(scenario, change.door.supplier), area: areaName(change.door.area) };
  if (change.kind !== 'welcome' || change.instead === undefined) return t(`door.${change.kind}`, door);
  return t('door.welcome.instead', {
    ...door,
    oldSupplier: actorName(scenario, change.instead.supplier),
    oldArea: areaName(change.instead.area),
  });
};

/** Everything in a set in one line, as it is told after resolution. */
export const setSentences = (set: OrderSet, scenario: Scenario): readonly string[] => [
  ...set.orders.map((order) => orderSentence(order, scenario)),
  ...(set.doors === null ? [] : [t('order.doors', { change: doorSentence(set.doors, scenario) })]),
];

/** With a capital letter, where it stands alone. */
export const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
