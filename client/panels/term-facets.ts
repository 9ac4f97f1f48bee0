import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { OrderPattern } from '../../shared/model/order.ts';
import type { DoorChange } from '../../shared/model/portfolio.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { type MatchKey, t } from '../text/match-text.ts';
import { actorName, areaName, gateName, gateRouteName, guardNames, routeName } from '../text/names.ts';
import type { Facet, Faceted } from './facets.ts';

const facet = (
  key:
    | 'kind'
    | 'verb'
    | 'host'
    | 'area'
    | 'amount'
    | 'supplier'
    | 'gate'
    | 'route'
    | 'status'
    | 'guard'
    | 'regime'
    | 'instead'
    | 'each',
  value: string,
  text: string,
): Facet => ({
  key,
  label: t(`facet.${key}`),
  value,
  text,
});
const ANY = '*';

const patternFacets = (pattern: OrderPattern, scenario: Scenario): Facet[] => {
  const verb = facet('verb', pattern.verb, t(`verb.${pattern.verb}`));
  if (pattern.verb === 'setGate' || pattern.verb === 'postGuard') {
    return [
      verb,
      facet(
        'gate',
        pattern.gate ?? ANY,
        pattern.gate === undefined ? t('facet.any') : gateLabel(scenario, pattern.gate),
      ),
    ];
  }
  const area = facet(
    'area',
    pattern.area ?? ANY,
    pattern.area === undefined ? t('facet.any-area') : areaName(pattern.area),
  );
  if (pattern.verb === 'harden') return [verb, area];
  return [
    verb,
    facet('host', pattern.host ?? ANY, pattern.host === undefined ? t('facet.any') : actorName(scenario, pattern.host)),
    area,
  ];
};

/** Gates of one name stand on several routes. */
export const gateLabel = (scenario: Scenario, gate: string): string =>
  `${gateName(scenario, gate)} · ${gateRouteName(scenario, gate)}`;

const gateFacets = (terms: Extract<ClauseTerms, { readonly kind: 'gate' }>, scenario: Scenario): Facet[] => {
  if ('regime' in terms) {
    return [
      facet('kind', 'regime', t('kind.regime')),
      facet('route', terms.route, routeName(scenario, terms.route)),
      facet('regime', terms.regime, t(`regime.${terms.regime}`)),
    ];
  }
  const gate = facet('gate', terms.gate, gateLabel(scenario, terms.gate));
  if ('guard' in terms)
    return [
      facet('kind', 'guard', t('kind.guard')),
      gate,
      facet('guard', terms.guard.join('+'), guardNames(scenario, terms.guard)),
    ];
  return [facet('kind', 'gate', t('kind.gate')), gate, facet('status', terms.status, t(`gate.${terms.status}`))];
};

/** A promise as questions: which kind, then what fills it. */
export const termsFacets = (terms: ClauseTerms, scenario: Scenario): readonly Facet[] => {
  switch (terms.kind) {
    case 'do':
    case 'refrain':
      return [facet('kind', terms.kind, t(`kind.${terms.kind}`)), ...patternFacets(terms.order, scenario)];
    case 'pay':
      return [
        facet('kind', 'pay', t('kind.pay')),
        facet('each', String(terms.each), t(terms.each ? 'facet.each.turn' : 'facet.once')),
        facet('amount', String(terms.amount), String(terms.amount)),
      ];
    case 'welcome':
      return [
        facet('kind', terms.open ? 'welcome' : 'unwelcome', t(terms.open ? 'kind.welcome' : 'kind.unwelcome')),
        facet('supplier', terms.supplier, actorName(scenario, terms.supplier)),
        facet('area', terms.area, areaName(terms.area)),
      ];
    case 'gate':
      return gateFacets(terms, scenario);
    default:
      return [facet('kind', terms.kind, t(`kind.${terms.kind}` as MatchKey))];
  }
};

export const facetedTerms = (list: readonly ClauseTerms[], scenario: Scenario): readonly Faceted<ClauseTerms>[] =>
  list.map((item) => ({ item, facets: termsFacets(item, scenario) }));

export const facetedDoors = (list: readonly DoorChange[], scenario: Scenario): readonly Faceted<DoorChange>[] =>
  list.map((item) => {
    const kind = { ...facet('kind', item.kind, t(`doorkind.${item.kind}`)), label: t('facet.door') };
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

/** Whose gates somebody may speak of. */
export const ownGates = (scenario: Scenario, owner: string): readonly string[] =>
  [...indexOf(scenario).gates.values()].filter(({ gate }) => gate.owner === owner).map(({ gate }) => gate.id);
