import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { DoorChange } from '../../shared/model/portfolio.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { t } from '../text/match-text.ts';
import {
  actorName,
  agreementTitle,
  areaName,
  eitherActor,
  guardNames,
  type Papers,
  recognisedName,
  routeName,
} from '../text/names.ts';
import { operatorName, siteOrKind } from '../text/terms-sentence.ts';
import type { Facet, Faceted } from './facets.ts';
import { fieldsByVerb, gateLabel, type OrderField, patternFacets } from './order-facets.ts';

type FacetKey =
  | 'amount'
  | 'supplier'
  | 'area'
  | 'gate'
  | 'route'
  | 'status'
  | 'guard'
  | 'regime'
  | 'instead'
  | 'each'
  | 'operator'
  | 'site'
  | 'price'
  | 'against'
  | 'what'
  | 'institution'
  | 'standing'
  | 'agreement';
type TermsKind = ClauseTerms['kind'] | 'unwelcome' | 'unhost' | 'guard' | 'regime';

const facet = (key: FacetKey, value: string, text: string): Facet => ({ key, label: t(`facet.${key}`), value, text });
const kindFacet = (kind: TermsKind): Facet => ({
  key: 'kind',
  label: t('facet.kind'),
  value: kind,
  text: t(`kind.${kind}`),
});

const gateFacets = (terms: Extract<ClauseTerms, { readonly kind: 'gate' }>, scenario: Scenario): Facet[] => {
  if ('regime' in terms) {
    return [
      kindFacet('regime'),
      facet('route', terms.route, routeName(scenario, terms.route)),
      facet('regime', terms.regime, t(`regime.${terms.regime}`)),
    ];
  }
  const gate = facet('gate', terms.gate, gateLabel(scenario, terms.gate));
  return 'guard' in terms
    ? [kindFacet('guard'), gate, facet('guard', terms.guard.join('+'), guardNames(scenario, terms.guard))]
    : [kindFacet('gate'), gate, facet('status', terms.status, t(`gate.${terms.status}`))];
};

/** Which fields the deeds, and the forbearances, of each verb narrow. */
type PatternFields = { readonly [K in 'do' | 'refrain']: ReadonlyMap<string, readonly OrderField[]> };

const patternFieldsOf = (list: readonly ClauseTerms[]): PatternFields => {
  const of = (kind: 'do' | 'refrain') =>
    fieldsByVerb(list.flatMap((terms) => (terms.kind === kind ? [terms.order] : [])));
  return { do: of('do'), refrain: of('refrain') };
};

/** A promise as questions: which kind, then what fills it. */
const termsFacets = (
  terms: ClauseTerms,
  fields: PatternFields,
  scenario: Scenario,
  papers: Papers,
): readonly Facet[] => {
  switch (terms.kind) {
    case 'do':
    case 'refrain': {
      const asked = fields[terms.kind].get(terms.order.verb) ?? [];
      return [kindFacet(terms.kind), ...patternFacets(terms.order, asked, scenario)];
    }
    case 'pay':
      return [
        kindFacet('pay'),
        facet('each', String(terms.each), t(terms.each ? 'facet.each.turn' : 'facet.once')),
        facet('amount', String(terms.amount), String(terms.amount)),
      ];
    case 'welcome':
      return [
        kindFacet(terms.open ? 'welcome' : 'unwelcome'),
        facet('supplier', terms.supplier, actorName(scenario, terms.supplier)),
        facet('area', terms.area, areaName(terms.area)),
      ];
    case 'gate':
      return gateFacets(terms, scenario);
    case 'host':
      return [
        kindFacet(terms.hosted ? 'host' : 'unhost'),
        facet('operator', terms.operator, operatorName(terms.operator, scenario)),
        facet('site', terms.site, siteOrKind(terms.site, scenario)),
      ];
    case 'supply':
      return [
        kindFacet('supply'),
        facet('area', terms.area, areaName(terms.area)),
        facet('price', String(terms.price), t(`price.${terms.price}`)),
      ];
    case 'guarantee':
      return [kindFacet('guarantee'), facet('against', terms.against.join('+'), eitherActor(scenario, terms.against))];
    case 'recognise':
      return [kindFacet('recognise'), facet('what', terms.what, recognisedName(scenario, terms.what))];
    case 'member':
      return [
        kindFacet('member'),
        facet('institution', terms.institution, agreementTitle(scenario, papers, terms.institution)),
        facet('standing', terms.standing, t(`standing.${terms.standing}`)),
      ];
    case 'disclose':
      return [
        kindFacet('disclose'),
        facet('agreement', terms.agreement, agreementTitle(scenario, papers, terms.agreement)),
      ];
    default:
      return terms satisfies never;
  }
};

export const facetedTerms = (
  list: readonly ClauseTerms[],
  scenario: Scenario,
  papers: Papers = null,
): readonly Faceted<ClauseTerms>[] => {
  const fields = patternFieldsOf(list);
  return list.map((item) => ({ item, facets: termsFacets(item, fields, scenario, papers) }));
};

export const facetedDoors = (list: readonly DoorChange[], scenario: Scenario): readonly Faceted<DoorChange>[] =>
  list.map((item) => {
    const kind = { key: 'door', label: t('facet.door'), value: item.kind, text: t(`doorkind.${item.kind}`) };
    if (item.kind === 'unbar') return { item, facets: [kind] };
    const door = [
      facet('supplier', item.door.supplier, actorName(scenario, item.door.supplier)),
      facet('area', item.door.area, areaName(item.door.area)),
    ];
    if (item.kind !== 'welcome' || item.instead === undefined) return { item, facets: [kind, ...door] };
    const { instead } = item;
    return {
      item,
      facets: [
        kind,
        ...door,
        facet(
          'instead',
          `${instead.area}/${instead.supplier}`,
          `${actorName(scenario, instead.supplier)} · ${areaName(instead.area)}`,
        ),
      ],
    };
  });
