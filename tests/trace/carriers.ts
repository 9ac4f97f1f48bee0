import { readFormula } from '../../shared/catalogue/formula.ts';
import type { Scenario } from '../../shared/model/scenario.ts';

const has = (list: readonly { readonly id: string }[] | undefined, id: string): boolean =>
  list?.some((one) => one.id === id) ?? false;

/** Clause ids by agreement; an offer's clauses are counted c1, c2 … as a concluded text will name them. */
const clausesOf = (scenario: Scenario): ReadonlyMap<string, readonly string[]> =>
  new Map<string, readonly string[]>([
    ...scenario.agreements.map(({ id, clauses }) => [id, clauses.map((clause) => clause.id)] as const),
    ...scenario.offers.map(({ id, draft }) => [id, draft.clauses.map((_, i) => `c${i + 1}`)] as const),
  ]);

const isFormula = (text: string): boolean => readFormula(text).ok;

const isShare = (scenario: Scenario, [host = '', area = '', supplier = '']: readonly string[]): boolean => {
  const portfolio: { readonly [area: string]: unknown } | undefined = scenario.portfolios[host];
  return portfolio?.[area] !== undefined && scenario.suppliers.includes(supplier);
};

/** Is there such a thing in the scenario? `kind:name`, as docs/trace.md writes it. */
export const isCarrier = (scenario: Scenario, carrier: string): boolean => {
  const kind = carrier.slice(0, carrier.indexOf(':'));
  const name = carrier.slice(carrier.indexOf(':') + 1);
  const parts = name.split('/');
  const [first = '', second = ''] = parts;
  switch (kind) {
    case 'order':
      return scenario.actions.some(({ verb, area }) => verb === first && (area ?? '') === second);
    case 'clause':
      return clausesOf(scenario).get(first)?.includes(second) ?? false;
    case 'agreement':
      return clausesOf(scenario).has(name);
    case 'card':
      return has(scenario.cards, name);
    case 'asset':
      return [scenario.sites, scenario.routes, scenario.fronts, scenario.projects].some((list) => has(list, name));
    case 'objective':
      return has(scenario.objectives[first], second) || has(scenario.agendas[first], second);
    case 'measure':
      return has(scenario.measures, name);
    case 'policy':
      return has(scenario.policies.find(({ actor }) => actor === first)?.acts, second);
    case 'share':
      return isShare(scenario, parts);
    case 'track':
      return Object.hasOwn(scenario.tracks[first] ?? {}, second);
    case 'formula':
      return isFormula(name);
    case 'election':
      return scenario.elections.some(({ power }) => power === name);
    default:
      return carrier === 'note:facilitator';
  }
};
