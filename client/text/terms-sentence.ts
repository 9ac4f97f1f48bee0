import { SITE_KINDS, type SiteKind } from '../../shared/model/asset.ts';
import type { Clause, ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { t } from './match-text.ts';
import {
  actorName,
  actorNames,
  agreementTitle,
  areaName,
  eitherActor,
  gateName,
  guardNames,
  type Papers,
  quarterName,
  recognisedName,
  routeName,
  siteName,
} from './names.ts';
import { patternSentence } from './pattern-sentence.ts';

const gateTerms = (terms: Extract<ClauseTerms, { readonly kind: 'gate' }>, scenario: Scenario): string => {
  if ('regime' in terms)
    return t('terms.regime', { regime: t(`regime.${terms.regime}`), route: routeName(scenario, terms.route) });
  const gate = gateName(scenario, terms.gate);
  return 'guard' in terms
    ? t('terms.guard', { guard: guardNames(scenario, terms.guard), gate })
    : t(`terms.gate.${terms.status}`, { gate });
};

const isSiteKind = (site: string): site is SiteKind => (SITE_KINDS as readonly string[]).includes(site);
/** A site by its name, or any of a kind. */
export const siteOrKind = (site: string, scenario: Scenario): string =>
  isSiteKind(site) ? t(`sitekind.${site}`) : siteName(scenario, site);
export const operatorName = (operator: string, scenario: Scenario): string =>
  operator === 'outsiders' ? t('host.outsiders') : actorName(scenario, operator);

/** What is promised, without who and when: `keep Margara open`. */
export const termsSentence = (terms: ClauseTerms, scenario: Scenario, papers: Papers = null): string => {
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
        operator: operatorName(terms.operator, scenario),
        site: siteOrKind(terms.site, scenario),
      });
    case 'supply':
      return t('terms.supply', { area: areaName(terms.area), price: t(`price.${terms.price}`) });
    case 'guarantee':
      return t('terms.guarantee', { against: eitherActor(scenario, terms.against) });
    case 'recognise':
      return t('terms.recognise', { what: recognisedName(scenario, terms.what) });
    case 'member':
      return t(`terms.member.${terms.standing}`, { institution: agreementTitle(scenario, papers, terms.institution) });
    case 'disclose':
      return t('terms.disclose', { title: agreementTitle(scenario, papers, terms.agreement) });
    default:
      return terms satisfies never;
  }
};

/** A whole clause: who promises what to whom, and when. */
export const clauseSentence = (clause: Clause | ClauseDraft, scenario: Scenario, papers: Papers = null): string =>
  t(isMutual(clause) ? 'clause.mutual' : clause.to.length === 0 ? 'clause.alone' : 'clause', {
    by: actorNames(scenario, clause.by),
    to: actorNames(scenario, clause.to),
    terms: promiseSentence(clause, scenario, papers),
    window: clauseWindow(clause, scenario),
  });

/** A deed that is owed again and again says so in its own words. */
const promiseSentence = ({ terms, every }: Clause | ClauseDraft, scenario: Scenario, papers: Papers): string =>
  terms.kind === 'do' && every !== undefined
    ? t('terms.do.every', { pattern: patternSentence(terms.order, scenario), n: every })
    : termsSentence(terms, scenario, papers);

const clauseWindow = ({ terms, every, from, until }: Clause | ClauseDraft, scenario: Scenario): string => {
  const window = windowSentence(from, until, scenario);
  return terms.kind === 'do' || every === undefined ? window : t('window.every', { window, n: every });
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

/** With a capital letter, where it stands alone. */
export const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
