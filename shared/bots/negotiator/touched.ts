import { parseFormula } from '../../catalogue/formula.ts';
import type { FormulaFunction } from '../../catalogue/formula-functions.ts';
import { indexOf } from '../../catalogue/scenario-index.ts';
import type { AgreementDraft } from '../../model/agreement.ts';
import type { ClauseDraft } from '../../model/clause.ts';
import type { OrderPattern } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';

/**
 * Which parts of a board something may change, as formulas name them: `share/ARM`, `flow`, `prom/host`, …
 * A formula that reads none of them need not be reckoned anew: a thought weighs hundreds of promises.
 */
export type Touched = ReadonlySet<string>;

const shares = (host: string): readonly string[] => [`share/${host}`];
const tracks = (): readonly string[] => ['track'];
const standing = (): readonly string[] => ['standing'];

/** What a function reads by its first argument; one that is not named here reads what it is called. */
const READS: { readonly [F in FormulaFunction]?: (first: string) => readonly string[] } = {
  share: shares,
  own: shares,
  mvi: shares,
  dep: shares,
  shield: (power) => [...shares(power), 'prom/guarantee', 'track'],
  track: tracks,
  force: tracks,
  prom: (kind) => [`prom/${kind}`],
  member: () => ['prom/member', 'standing'],
  inforce: standing,
  party: standing,
  ended: standing,
  line: () => ['tension'],
  flow: () => ['flow', 'regime'],
  guarded: () => ['guard', 'flow', 'regime'],
  runs: () => ['site'],
  won: () => ['pct'],
};

/** What a formula reads. */
export const readBy = (formula: string): Touched =>
  new Set(
    parseFormula(formula).flatMap(({ name, args: [first = ''] }) =>
      name === null ? [] : (READS[name]?.(first) ?? [name]),
    ),
  );

/** What signing and keeping a draft may change. */
export const touchedBy = (scenario: Scenario, draft: AgreementDraft): Touched => {
  const found = new Set<string>(['pacts']);
  if (scenario.offers.some(({ draft: { title } }) => title === draft.title)) found.add('standing');
  for (const clause of draft.clauses) {
    found.add(`prom/${clause.terms.kind}`);
    touch(scenario, clause, found);
  }
  return found;
};

const touch = (scenario: Scenario, { by, terms }: ClauseDraft, found: Set<string>): void => {
  switch (terms.kind) {
    case 'do':
      return void touchedByOrder(scenario, by[0] ?? '', terms.order, found);
    case 'welcome':
      for (const host of by) found.add(`share/${host}`);
      return;
    case 'gate':
      found.add('regime' in terms ? 'regime' : 'guard' in terms ? 'guard' : 'flow');
      return;
    case 'host':
      return void found.add('site');
    case 'recognise':
      return void found.add('tension');
    default:
      return;
  }
};

export const touchedByOrder = (scenario: Scenario, by: string, order: OrderPattern, found: Set<string>): void => {
  switch (order.verb) {
    case 'court':
      return void found.add(`share/${order.host ?? ''}`);
    case 'harden':
      found.add(`share/${by}`);
      return void found.add('track');
    case 'lift':
      return void found.add('lifted');
    case 'mediate':
    case 'standDown':
      return void found.add('tension');
    case 'sponsor':
    case 'award':
      found.add('pct');
      return void found.add(`share/${indexOf(scenario).projects.get(order.project ?? '')?.host ?? ''}`);
    case 'setGate':
      return void found.add('flow');
    case 'postGuard':
      found.add('guard');
      return void found.add('flow');
    default:
      return;
  }
};
