import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { type Order, type OrderPattern, PATTERN_FIELDS } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { t } from '../text/match-text.ts';
import {
  actorName,
  agreementTitle,
  areaName,
  clauseNumber,
  findAgreement,
  frontName,
  gateName,
  gateRouteName,
  guardNames,
  measureName,
  type Papers,
  prizeName,
  projectName,
  recognisedName,
} from '../text/names.ts';
import type { Facet, Faceted } from './facets.ts';

/** Gates of one name stand on several routes. */
export const gateLabel = (scenario: Scenario, gate: string): string =>
  `${gateName(scenario, gate)} · ${gateRouteName(scenario, gate)}`;
/** Whose gates somebody may speak of. */
export const ownGates = (scenario: Scenario, owner: string): readonly string[] =>
  [...indexOf(scenario).gates.values()].filter(({ gate }) => gate.owner === owner).map(({ gate }) => gate.id);

/** Every field that an order or a pattern may have, in the order in which it is asked for. */
const FIELDS = [
  'host',
  'front',
  'area',
  'gate',
  'status',
  'guard',
  'prize',
  'project',
  'sponsor',
  'measure',
  'what',
  'agreement',
  'clause',
] as const;
export type OrderField = (typeof FIELDS)[number];
type Fields = { readonly [F in OrderField]?: string | readonly string[] };

const ANY = '*';
const textOf = (field: OrderField, fields: Fields, scenario: Scenario, papers: Papers): string => {
  const value = fields[field];
  if (value === undefined) return t(field === 'area' ? 'facet.any-area' : 'facet.any');
  if (typeof value !== 'string') return guardNames(scenario, value as readonly [string]);
  switch (field) {
    case 'area':
      return areaName(value as Parameters<typeof areaName>[0]);
    case 'gate':
      return gateLabel(scenario, value);
    case 'status':
      return t(`gate.${value as 'open' | 'restricted' | 'closed'}`);
    case 'front':
      return frontName(scenario, value);
    case 'prize':
      return prizeName(scenario, value);
    case 'project':
      return projectName(scenario, value);
    case 'measure':
      return measureName(scenario, value);
    case 'what':
      return recognisedName(scenario, value);
    case 'agreement':
      return agreementTitle(scenario, papers, value);
    case 'clause':
      return t('clause.number', {
        clause: clauseNumber(findAgreement(scenario, papers, String(fields.agreement ?? '')), value),
      });
    default:
      return actorName(scenario, value);
  }
};

const facetOf = (field: OrderField, fields: Fields, scenario: Scenario, papers: Papers): Facet => {
  const value = fields[field];
  return {
    key: field,
    label: t(`facet.${field}`),
    value: value === undefined ? ANY : typeof value === 'string' ? value : value.join('+'),
    text: textOf(field, fields, scenario, papers),
  };
};

export const verbFacet = (verb: Order['verb'] | OrderPattern['verb']): Facet => ({
  key: 'verb',
  label: t('facet.verb'),
  value: verb,
  text: t(`verb.${verb}`),
});

/** An order as answers: its verb, then each field that it has. */
export const orderFacets = (order: Order, scenario: Scenario, papers: Papers = null): readonly Facet[] => {
  const fields = order as Fields;
  return [
    verbFacet(order.verb),
    ...FIELDS.filter((field) => fields[field] !== undefined).map((field) => facetOf(field, fields, scenario, papers)),
  ];
};
export const facetedOrders = <T extends { readonly order: Order }>(
  list: readonly T[],
  scenario: Scenario,
  papers: Papers = null,
): readonly Faceted<T>[] => list.map((item) => ({ item, facets: orderFacets(item.order, scenario, papers) }));

/** Which fields the patterns of each verb in a list narrow: the questions that its form asks. */
export const fieldsByVerb = (patterns: readonly OrderPattern[]): ReadonlyMap<string, readonly OrderField[]> => {
  const used = new Map<string, Set<string>>();
  for (const pattern of patterns) {
    const fields = used.get(pattern.verb) ?? new Set<string>();
    used.set(pattern.verb, fields);
    for (const field of PATTERN_FIELDS) if (pattern[field] !== undefined) fields.add(field);
  }
  return new Map([...used].map(([verb, fields]) => [verb, FIELDS.filter((field) => fields.has(field))]));
};

/** What is done against a country rather than in it. */
const AIMED: ReadonlySet<OrderPattern['verb']> = new Set([
  ...([
    'force',
    'covert',
    'diplomacy',
    'sanction',
    'operate',
    'probe',
    'spy',
    'destabilise',
    'coup',
    'blockade',
  ] as const),
]);

/** A pattern as answers: the same questions for all of its verb, `any` where it does not say. */
export const patternFacets = (
  pattern: OrderPattern,
  fields: readonly OrderField[],
  scenario: Scenario,
): readonly Facet[] => [
  verbFacet(pattern.verb),
  ...fields.map((field) => {
    const facet = facetOf(field, pattern, scenario, null);
    return field === 'host' && AIMED.has(pattern.verb) ? { ...facet, label: t('facet.target') } : facet;
  }),
];
