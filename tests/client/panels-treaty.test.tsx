import { describe, expect, test } from 'vitest';
import { clauseClash, tooManyWelcomes } from '../../client/panels/treaty/clashes.ts';
import {
  breachPrice,
  emptyDraft,
  forTurn,
  meaningFor,
  obligorsOf,
  withoutClause,
  withParties,
} from '../../client/panels/treaty/drafting.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
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

describe('two clauses that cannot both be kept', () => {
  const open: ClauseTerms = { kind: 'welcome', area: 'trade', supplier: 'USA', open: true };
  const shut: ClauseTerms = { ...open, open: false };
  const give: ClauseTerms = { kind: 'do', order: { verb: 'court', host: 'RUS', area: 'trade' } };
  const forbear: ClauseTerms = { kind: 'refrain', order: { verb: 'court', host: 'RUS' } };
  const narrower: ClauseTerms = { kind: 'refrain', order: { verb: 'court', host: 'RUS', area: 'energy' } };
  const gate = (status: 'open' | 'restricted' | 'closed'): ClauseTerms => ({ kind: 'gate', gate: 'g', status });

  test.each([
    ['a door open and shut', open, shut, true],
    ['a deed and forbearing it', give, forbear, true],
    ['a deed and forbearing another', give, narrower, false],
    ['a gate open and closed', gate('open'), gate('closed'), true],
    ['a gate open and at least restricted', gate('open'), gate('restricted'), false],
    ['two guards', { kind: 'gate', gate: 'g', guard: ['ARM'] }, { kind: 'gate', gate: 'g', guard: ['RUS'] }, true],
    [
      'two regimes',
      { kind: 'gate', route: 'r', regime: 'monitored' },
      { kind: 'gate', route: 'r', regime: 'sovereign' },
      true,
    ],
    [
      'closing a gate kept open',
      { kind: 'do', order: { verb: 'setGate', gate: 'g', status: 'closed' } },
      gate('restricted'),
      true,
    ],
    ['paying and a door', { kind: 'pay', amount: 2, each: true }, open, false],
  ] as const)('%s', (_, a, b, clashes) => {
    expect(clauseClash(clause('ARM', a as ClauseTerms), clause('ARM', b as ClauseTerms))).toBe(clashes);
    expect(clauseClash(clause('ARM', b as ClauseTerms), clause('ARM', a as ClauseTerms))).toBe(clashes);
  });

  test('only bind the same power at the same time', () => {
    expect(clauseClash(clause('ARM', open), clause('AZE', shut))).toBe(false);
    expect(clauseClash(clause('ARM', open, 1, 2), clause('ARM', shut, 3, null))).toBe(false);
  });

  test('a host has two doors', () => {
    const doors = (['trade', 'energy', 'politics'] as const).map((area) =>
      clause('ARM', { kind: 'welcome', area, supplier: 'USA', open: true }),
    );
    expect(tooManyWelcomes(doors)).toBe(true);
    expect(tooManyWelcomes(doors.slice(1))).toBe(false);
  });
});

describe('a treaty draft', () => {
  const pay: ClauseTerms = { kind: 'pay', amount: 2, each: false };
  const base = {
    ...emptyDraft('ARM', 'RUS', 1, 3),
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
