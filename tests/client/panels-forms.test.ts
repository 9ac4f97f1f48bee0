import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyTerms } from '../../client/panels/every-terms.ts';
import { type Faceted, narrow, sift } from '../../client/panels/facets.ts';
import { choicesOf } from '../../client/panels/forms/field-choices.ts';
import { filled } from '../../client/panels/forms/form-fields.tsx';
import { facetedOrders } from '../../client/panels/order-facets.ts';
import { concessionChoices } from '../../client/panels/orders/concession-choices.ts';
import { needsOf } from '../../client/panels/orders/verb-needs.ts';
import { facetedTerms } from '../../client/panels/term-facets.ts';
import { isQuiet, resolutionOf, resolvedTurns, toldItems } from '../../client/panels/told/told.ts';
import { breachExamples } from '../../client/panels/treaty/breach-examples.ts';
import { obligorsOf } from '../../client/panels/treaty/drafting.ts';
import { conditionSentence } from '../../client/text/condition-sentence.ts';
import { maybe } from '../../client/text/match-text.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import { canonical } from '../../shared/kernel/canonical.ts';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import { CLAUSE_KINDS, type ClauseTerms } from '../../shared/model/clause.ts';
import type { Condition } from '../../shared/model/effect.ts';
import { CONDITION_FORMS, EFFECT_FORMS, ORDER_FIELDS } from '../../shared/model/fields.ts';
import { familyOf, VERB_FAMILY_NAMES, VERBS } from '../../shared/model/order.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { refuseClause } from '../../shared/rules/clause-rules.ts';
import { legalClauseTerms, legalDemands, legalOrders } from '../../shared/rules/legal-orders.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { promisesOf } from './made-up.ts';

const scenario = charter2025;
const { record } = simulate(scenario, { seed: 'forms', bots: ['random', 'scripted'], length: 'sprint' });
const timeline = openTimeline(record, scenario);
const last = timeline.steps.length - 1;
const powers = scenario.powers.map(({ id }) => id);
const answersOf = <T>(one: Faceted<T>) => Object.fromEntries(one.facets.map((facet) => [facet.key, facet.value]));

describe('forms ask for all that is declared', () => {
  test('each field of an order has its question', () => {
    const fields = new Set(Object.values(ORDER_FIELDS).flatMap((all) => all.map((field) => field.name)));
    expect([...fields].filter((name) => name !== 'demand' && maybe(`facet.${name}`) === null)).toEqual([]);
  });
  test('each field of a condition and of an effect too', () => {
    const fields = [...CONDITION_FORMS, ...EFFECT_FORMS].flatMap((form) => form.fields);
    const silent = fields.filter(
      ({ name, shape }) => shape !== 'bounds' && maybe(`facet.${name}`) === null && maybe(`field.${name}`) === null,
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
  test('every verb belongs to a family that has a name', () => {
    expect(VERBS.filter((verb) => maybe(`family.${familyOf(verb)}`) === null)).toEqual([]);
    expect(VERB_FAMILY_NAMES).toHaveLength(6);
  });
  test('every kind of promise can be conceded', () => {
    const kinds = new Set(concessionChoices(scenario, 'ARM').map(({ item }) => item.kind));
    expect([...kinds].sort()).toEqual([...CLAUSE_KINDS].sort());
  });
});

describe('what may be given is what is offered', () => {
  test.each(powers)('every order of %s can be reached by its answers', (power) => {
    const view = timeline.viewAt(last - 2, power);
    const list = facetedOrders(legalOrders(scenario, view), scenario, view);
    expect(list.length).toBeGreaterThan(40);
    for (const one of list) {
      const answers = answersOf(one);
      expect(canonical(narrow(list, answers).item?.order)).toBe(canonical(one.item.order));
      const ofVerb = list.filter(({ item }) => item.order.verb === one.item.order.verb);
      expect(sift(ofVerb, answers, ['verb']).items).toContain(one.item);
      expect(one.facets.every((facet) => !/undefined|\{/u.test(facet.label + facet.text))).toBe(true);
    }
  });
  test('and so can every demand', () => {
    for (const host of powers.filter((power) => power !== 'RUS')) {
      const view = timeline.viewAt(2, 'RUS');
      const list = facetedTerms(legalDemands(scenario, view, host), scenario, view);
      for (const one of list) expect(narrow(list, answersOf(one)).item).toEqual(one.item);
    }
  });
  test('and every promise there may be, whatever its kind', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.array(fc.oneof(...Object.values(promisesOf(scenario))), { maxLength: 12 }), (some) => {
        const unique = [...new Map(some.map((one) => [canonical(one), one])).values()] as ClauseTerms[];
        const list = facetedTerms(unique, scenario);
        for (const one of list) expect(narrow(list, answersOf(one)).item).toEqual(one.item);
      }),
      { numRuns: 60 },
    );
  });
  test('sifting asks only what makes a difference', () => {
    const view = timeline.viewAt(2, 'ARM');
    const courts = facetedOrders(
      legalOrders(scenario, view).filter(({ order }) => order.verb === 'court'),
      scenario,
      view,
    );
    const { questions, items } = sift(courts, { area: 'energy' }, ['verb']);
    expect(questions.map((question) => question.key)).toEqual(['host', 'area']);
    expect(items.every(({ order }) => order.verb === 'court' && order.area === 'energy')).toBe(true);
  });
});

test('a condition can be put together from its declaration, whatever its kind', () => {
  const view = timeline.viewAt(2, 'ARM');
  for (const form of CONDITION_FORMS) {
    const choices = new Map(form.fields.map((field) => [field.name, choicesOf(field, scenario, view)]));
    const made = filled(form, {}, choices);
    expect(made).not.toBeNull();
    expect(conditionSentence(made as Condition, scenario, view)).not.toMatch(/undefined|\{|null/u);
  }
});

describe('before one signs', () => {
  const view = timeline.viewAt(2, 'ARM');
  const draft = (...terms: readonly ClauseTerms[]): AgreementDraft => ({
    title: 'Test',
    parties: ['ARM', 'RUS'],
    visibility: 'public',
    form: 'statement',
    until: 3,
    notice: 1,
    clauses: terms.map((one) => ({ by: ['ARM'], to: ['RUS'], terms: one, from: view.board.turn, until: 3 })),
  });
  const example = (terms: ClauseTerms): string => breachExamples(scenario, view, 'ARM', draft(terms))[0]?.text ?? '';

  test('a breach is shown by an act that is possible now', () => {
    expect(example({ kind: 'refrain', order: { verb: 'court', host: 'USA' } })).toMatch(
      /^if you court United States in /u,
    );
    expect(example({ kind: 'refrain', order: { verb: 'influence', area: 'energy' } })).toMatch(
      /^if you court .* energy/u,
    );
  });
  test('or by what would be left undone', () => {
    expect(example({ kind: 'pay', amount: 2, each: false })).toContain('2 is missing');
    expect(example({ kind: 'recognise', what: 'AZE' })).toContain('have not recognised the borders of Azerbaijan');
  });
  test('for every kind of promise, in plain words', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.oneof(...Object.values(promisesOf(scenario))) as fc.Arbitrary<ClauseTerms>, (terms) => {
        expect(example(terms)).toMatch(/^(if|by) .+\.$/u);
        expect(example(terms)).not.toMatch(/undefined|\{|null/u);
      }),
      { numRuns: 80 },
    );
  });
  test('promises of others are theirs to break', () => {
    expect(breachExamples(scenario, view, 'USA', draft({ kind: 'pay', amount: 2, each: false }))).toEqual([]);
  });
});

test('the telling of a turn leaves nothing out', () => {
  for (const viewer of ['facilitator', 'ARM', 'public'] as const) {
    const { events } = timeline.viewAt(last, viewer);
    for (const turn of resolvedTurns(events)) {
      const all = resolutionOf(events, turn);
      const told = new Set(toldItems(all).flatMap((item) => [item.event, ...item.follows]));
      const left = all.filter((event) => !told.has(event) && !isQuiet(event));
      expect(left.map((event) => event.kind)).toEqual([]);
    }
  }
});

describe('no rule that only a test can reach', () => {
  const view = timeline.viewAt(2, 'RUS');
  const known = (id: string) => view.agreements.find((one) => one.id === id);
  const refusedOf = (by: string, terms: ClauseTerms) => {
    const to = by === 'IRN' ? 'USA' : 'IRN';
    const clause = { by: obligorsOf(terms, by, scenario), to: [to], terms, from: view.board.turn, until: 9 };
    return refuseClause(scenario, view.board, [...new Set([...clause.by, to])], clause, [], known);
  };
  test.each(powers)('every verb can be asked of %s, and forborne', (by) => {
    for (const kind of ['do', 'refrain'] as const) {
      const verbs = everyTerms(scenario, view, by).flatMap((terms) => (terms.kind === kind ? [terms.order.verb] : []));
      const owned = scenario.routes.some((route) => route.gates.some((gate) => gate.owner === by));
      const sided = scenario.fronts.some((front) => front.parties.includes(by));
      const never = VERBS.filter(
        (verb) => (familyOf(verb) === 'gates' && !owned) || (['probe', 'operate'].includes(verb) && !sided),
      );
      const missing = VERBS.filter((verb) => !verbs.includes(verb) && !never.includes(verb));
      // These are about things that not every power has.
      expect(missing.filter((verb) => !['lift', 'award', 'sponsor'].includes(verb))).toEqual([]);
    }
  });
  test.each(powers)('…and what the desk offers %s beyond the usual can be signed', (by) => {
    const usual = new Set(legalClauseTerms(scenario, view, by).map(canonical));
    const more = everyTerms(scenario, view, by).filter((terms) => !usual.has(canonical(terms)));
    expect(more.length).toBeGreaterThan(40);
    expect(more.filter((terms) => refusedOf(by, terms) !== null)).toEqual([]);
  });
  test.each(VERBS)('what %s needs is said with its numbers', (verb) => {
    expect(needsOf(verb, scenario)).toMatch(/^It needs [^{}]+\.$/u);
  });
});
