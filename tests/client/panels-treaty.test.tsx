import { describe, expect, test } from 'vitest';
import {
  balanceOf,
  breachPrice,
  clashesIn,
  clashesWith,
  emptyDraft,
  forTurn,
  homePriceOf,
  meaningFor,
  obligorsOf,
  overWelcomed,
  withClause,
  withoutClause,
  withParties,
} from '../../client/panels/treaty/drafting.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { Agreement, AgreementDraft } from '../../shared/model/agreement.ts';
import type { Clause, ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';

const scenario = charter2025;
const { fold } = simulate(scenario, { seed: 'treaty', bots: ['scripted'], length: 'sprint' });
const view = viewFor(scenario, fold.state, 'ARM');

const clause = (by: string, terms: ClauseTerms, from = 1, until: number | null = 3): ClauseDraft => ({
  by: [by],
  to: ['RUS'],
  terms,
  from,
  until,
});

describe('promises that cannot both be kept', () => {
  const open: ClauseTerms = { kind: 'welcome', area: 'trade', supplier: 'USA', open: true };
  const shut: ClauseTerms = { ...open, open: false };
  const draft = (...clauses: readonly ClauseDraft[]): AgreementDraft => ({
    ...emptyDraft('ARM', 'RUS'),
    clauses,
  });

  test('are told within a draft, by number', () => {
    const clauses = [clause('ARM', open), clause('ARM', { kind: 'pay', amount: 2, each: false }), clause('ARM', shut)];
    expect(clashesIn(scenario, draft(...clauses))).toEqual([[1, 3]]);
    expect(clashesIn(scenario, draft(clause('ARM', open), clause('AZE', shut)))).toEqual([]);
  });

  test('and beside what is promised elsewhere', () => {
    const elsewhere = { ...clause('ARM', shut), id: 'c1' } as Clause;
    const pact = {
      ...(view.agreements[0] as Agreement),
      id: 'pact',
      status: 'inForce' as const,
      clauses: [{ ...elsewhere, status: 'pending' as const }],
    };
    const mine = draft(clause('ARM', open));
    expect(clashesWith(scenario, { ...view, agreements: [pact] }, mine, clause('ARM', open))).toEqual([
      { agreement: 'pact', clause: 'c1' },
    ]);
    expect(clashesWith(scenario, { ...view, agreements: [] }, mine, clause('ARM', open))).toEqual([]);
  });

  test('a host has two doors', () => {
    const doors = (['trade', 'energy', 'politics'] as const).map((area) =>
      clause('ARM', { kind: 'welcome', area, supplier: 'USA', open: true }),
    );
    const nothing = { ...view, agreements: [] };
    expect(overWelcomed(draft(...doors), nothing)).toBe(true);
    expect(overWelcomed(draft(...doors.slice(1)), nothing)).toBe(false);
  });
});

describe('a treaty draft', () => {
  const pay: ClauseTerms = { kind: 'pay', amount: 2, each: false };
  const base = {
    ...emptyDraft('ARM', 'RUS'),
    clauses: [clause('ARM', pay), clause('ARM', pay), { ...clause('ARM', pay), dependsOn: 'c2' }],
  };

  test('renumbers what depends on a later clause', () => {
    expect(withoutClause(base, 0).clauses[1]?.dependsOn).toBe('c1');
    expect(withoutClause(base, 1).clauses[1]?.dependsOn).toBeUndefined();
  });

  test('forgets the clauses of a party that leaves', () => {
    expect(withParties(base, ['ARM', 'USA']).clauses).toEqual([]);
    expect(withParties(base, ['ARM', 'RUS', 'USA']).clauses).toHaveLength(3);
  });

  test('takes in whom a clause binds', () => {
    const both = { ...clause('ARM', pay), by: ['ARM', 'TUR'] };
    expect(withClause(base, both).parties).toEqual(['ARM', 'RUS', 'TUR']);
  });

  test('has no window in the past', () =>
    expect(forTurn(base, 5).clauses.every((one) => one.from >= 5 && (one.until ?? 5) >= 5)).toBe(true));

  test('a regime is promised by all owners of the route', () => {
    const route = scenario.routes.find((one) => one.contested);
    const obligors = obligorsOf({ kind: 'gate', route: route?.id ?? '', regime: 'sovereign' }, 'ARM', scenario);
    expect(obligors.length).toBeGreaterThan(1);
    expect(route?.gates.map((gate) => gate.owner)).toEqual(expect.arrayContaining([...obligors]));
  });

  test('says what it is to me', () => {
    expect(meaningFor(clause('ARM', pay), 'ARM')).toBe('promise');
    expect(meaningFor(clause('ARM', pay), 'RUS')).toBe('receive');
    expect(meaningFor(clause('ARM', pay), 'IRN')).toBe('other');
    expect(breachPrice(scenario, view, 'ARM', 'treaty')).toBeGreaterThan(
      breachPrice(scenario, view, 'ARM', 'statement'),
    );
  });
});

describe('what an offer would be to me', () => {
  const route = 'syunik-route';
  const regime: ClauseTerms = { kind: 'gate', route, regime: 'sovereign' };
  const draftOf = (...clauses: ClauseDraft[]): AgreementDraft => ({ ...emptyDraft('ARM', 'RUS'), clauses });
  const pay: ClauseTerms = { kind: 'pay', amount: 2, each: true };

  test('is counted in promises, given and got', () => {
    const mutual = { ...clause('ARM', regime), by: ['ARM', 'AZE'], to: ['ARM', 'AZE'] };
    const theirs = { ...clause('RUS', pay), to: ['ARM'] };
    expect(balanceOf(draftOf(clause('ARM', pay), clause('ARM', pay)), 'ARM')).toEqual({ gives: 2, gets: 0 });
    expect(balanceOf(draftOf(clause('ARM', pay), theirs, mutual), 'ARM')).toEqual({ gives: 2, gets: 2 });
  });

  test('has its price at home', () => {
    const cost = scenario.routes.find(({ id }) => id === route)?.regimeCost.sovereign?.ARM;
    expect(homePriceOf(scenario, 'ARM', clause('ARM', regime))).toMatchObject({ kind: 'regime', n: cost });
    expect(homePriceOf(scenario, 'RUS', clause('ARM', regime))).toBeNull();
    const lift: ClauseTerms = { kind: 'do', order: { verb: 'lift', measure: 'constitution' } };
    expect(homePriceOf(scenario, 'ARM', clause('ARM', lift))).toMatchObject({ kind: 'lift', measure: 'constitution' });
    const line: ClauseTerms = { kind: 'recognise', what: scenario.fronts[0]?.id ?? '' };
    expect(homePriceOf(scenario, 'ARM', clause('ARM', line))).toMatchObject({ kind: 'recognise' });
    expect(homePriceOf(scenario, 'ARM', clause('ARM', pay))).toBeNull();
  });

  test('has no end unless one is chosen', () => expect(emptyDraft('ARM', 'RUS').until).toBeNull());
});
