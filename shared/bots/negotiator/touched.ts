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

const SHARES = new Set(['share', 'own', 'mvi', 'dep']);
const BY_FIRST = new Set(['prom']);
const TRACKS = new Set(['track', 'force']);

/** What a formula reads. */
export const readBy = (formula: string): Touched => {
  const found = new Set<string>();
  for (const [, name = '', first = ''] of formula.matchAll(/([a-z]+)\(([^,)]*)/g)) {
    const arg = first.trim();
    if (SHARES.has(name)) found.add(`share/${arg}`);
    else if (BY_FIRST.has(name)) found.add(`prom/${arg}`);
    else if (TRACKS.has(name)) found.add('track');
    else if (name === 'shield') for (const part of [`share/${arg}`, 'prom/guarantee', 'track']) found.add(part);
    else if (name === 'member') for (const part of ['prom/member', 'standing']) found.add(part);
    else if (name === 'inforce' || name === 'party' || name === 'ended') found.add('standing');
    else if (name === 'line') found.add('tension');
    else if (name === 'guarded') for (const part of ['guard', 'flow']) found.add(part);
    else if (name === 'flow') for (const part of ['flow', 'regime']) found.add(part);
    else if (name === 'runs') found.add('site');
    else if (name === 'won') found.add('pct');
    else found.add(name);
  }
  return found;
};

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
