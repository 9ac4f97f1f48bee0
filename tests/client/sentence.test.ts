import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causeChain, causeSentence } from '../../client/text/cause-sentence.ts';
import { conditionSentence } from '../../client/text/condition-sentence.ts';
import { effectSentence } from '../../client/text/effect-sentence.ts';
import { maybe } from '../../client/text/match-text.ts';
import { orderSentence, setSentences } from '../../client/text/order-sentence.ts';
import { patternSentence } from '../../client/text/pattern-sentence.ts';
import { refusalSentence } from '../../client/text/refusal-sentence.ts';
import { sentence } from '../../client/text/sentence.ts';
import { clauseSentence, termsSentence } from '../../client/text/terms-sentence.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { type Cause, RULE_IDS } from '../../shared/model/cause.ts';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { Condition, Effect } from '../../shared/model/effect.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import { FAIL_REASONS } from '../../shared/model/fail-reason.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import type { Order } from '../../shared/model/order.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../shared/model/refusal.ts';
import { SERVER_CODES } from '../../shared/protocol/messages.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { clauseOf, conditionsOf, effectsOf, ordersOf, patternOf, promisesOf, setOf } from './made-up.ts';
import { factsOf } from './made-up-facts.ts';

const scenario = charter2025;
const match = simulate(scenario, { seed: 'sentences', bots: ['random', 'scripted'], length: 'short' });
const { state } = match.fold;
const viewers: readonly ViewerId[] = ['public', 'ARM', 'RUS', 'facilitator'];

/** Ids that only machines should read: everything that the scenario names, unless the word is also plain English. */
const rawIds = [
  ...scenario.routes.flatMap((route) => [route.id, ...route.gates.map((gate) => gate.id)]),
  ...scenario.sites.map((one) => one.id),
  ...scenario.fronts.flatMap((one) => [one.id, ...one.prizes.map((prize) => prize.id)]),
  ...scenario.projects.map((one) => one.id),
  ...scenario.measures.map((one) => one.id),
  ...scenario.agreements.map((one) => one.id),
  ...scenario.cards.map((one) => one.id),
].filter((id) => id.includes('-'));
const codes = indexOf(scenario).actors;
/** Words of the code that are not words of the language. */
const CODE_WORDS =
  /\b(setGate|postGuard|standDown|borderPost|inForce|secretDeal|gateStatus|endAgreement|tooCalm|isParty|\w+Reason)\b|\$winner/u;

const faultsOf = (told: string): readonly string[] => [
  ...(/undefined|null|NaN|\[object|\{\w+\}/u.test(told) ? ['a hole'] : []),
  ...(told.trim() === '' ? ['nothing'] : []),
  ...(CODE_WORDS.test(told) ? ['a word of the code'] : []),
  ...(/ {2}|\( ?\)| \.|“”/u.test(told) ? ['an empty place'] : []),
  ...rawIds.filter((id) => new RegExp(`(^|[^\\w-])${id}($|[^\\w-])`, 'u').test(told)),
  ...codes.filter((code) => new RegExp(`\\b${code}\\b`, 'u').test(told)),
  ...(/\bc\d\b|\bpact#|\bsecret-|\boffer-|\d+\.\d+ /u.test(told.replaceAll(/^Scores were reckoned: .*$/gu, ''))
    ? ['an id']
    : []),
];
const isPlain = (told: string): void => {
  expect(faultsOf(told), told).toEqual([]);
};

describe('a sentence for every event of a match', () => {
  test.each(viewers)('as %s may know it', (viewer) => {
    const view = viewFor(scenario, state, viewer);
    expect(view.events.length).toBeGreaterThan(100);
    for (const event of view.events) {
      isPlain(sentence(event, scenario, view));
      isPlain(causeSentence(event.cause, scenario, view));
    }
  });

  test('and every chain of causes ends where it began', () => {
    const view = viewFor(scenario, state, 'facilitator');
    for (const event of view.events) {
      const chain = causeChain(event, scenario, view);
      expect(chain.length).toBeGreaterThan(0);
      expect(chain.some((link) => link.event === null)).toBe(true);
    }
  });
});

describe('a sentence for every kind of fact, whatever it says', () => {
  const view = viewFor(scenario, state, 'ARM');
  test.each(Object.entries(factsOf(scenario)))('%s', (_, some) => {
    expect.hasAssertions();
    fc.assert(
      fc.property(some as fc.Arbitrary<GameEvent>, (fact) => {
        const event: GameEvent = { ...fact, id: '1.1', turn: 1, cause: { kind: 'undisclosed' }, audience: 'public' };
        const told = sentence(event, scenario, view);
        isPlain(told);
        expect(told).toMatch(/[.…”)]$/u);
        expect(told.charAt(0)).toBe(told.charAt(0).toLocaleUpperCase('en'));
      }),
      { numRuns: 40 },
    );
  });
});

describe('reads as a sentence, whatever it says', () => {
  const holds = <T>(some: fc.Arbitrary<T>, tell: (one: T) => string): void => {
    expect.hasAssertions();
    fc.assert(
      fc.property(some, (one) => {
        isPlain(tell(one));
      }),
      { numRuns: 60 },
    );
  };
  test.each(Object.entries(ordersOf(scenario)))('an order: %s', (_, some) => {
    holds(some as fc.Arbitrary<Order>, (order) => orderSentence(order, scenario));
  });
  test.each(Object.entries(promisesOf(scenario)))('a promise: %s', (_, some) => {
    holds(some as fc.Arbitrary<ClauseTerms>, (terms) => termsSentence(terms, scenario));
  });
  test.each(Object.entries(conditionsOf(scenario)))('a condition: %s', (_, some) => {
    holds(some as fc.Arbitrary<Condition>, (condition) => conditionSentence(condition, scenario));
  });
  test.each(Object.entries(effectsOf(scenario)))('an effect: %s', (_, some) => {
    holds(some as fc.Arbitrary<Effect>, (effect) => effectSentence(effect, scenario));
  });
  test('a clause with its window, how often, and to whom', () => {
    holds(clauseOf(scenario), (clause) => clauseSentence(clause, scenario));
  });
  test('an order that is only narrowed down, with every field', () => {
    holds(patternOf(scenario), (pattern) => patternSentence(pattern, scenario));
  });
  test('a whole set', () => {
    holds(setOf(scenario), (set) => ['nothing else', ...setSentences(set, scenario)].join('; '));
  });
});

test('orders read as one says them', () => {
  const told = (order: Parameters<typeof orderSentence>[0]): string => orderSentence(order, scenario);
  expect(told({ verb: 'court', host: 'ARM', area: 'energy' })).toBe('court Armenia in energy');
  const demand = { kind: 'pay', amount: 2, each: false } as const;
  expect(told({ verb: 'squeeze', host: 'ARM', area: 'energy', demand })).toBe(
    'squeeze Armenia in energy, demanding: pay 2 once',
  );
  expect(told({ verb: 'deter', host: 'ARM' })).toBe('deter attacks on Armenia');
  expect(patternSentence({ verb: 'force', host: 'ARM' }, scenario)).toBe('use force against Armenia');
  expect(patternSentence({ verb: 'court', host: 'ARM', area: 'trade' }, scenario)).toBe('court Armenia in trade');
  expect(patternSentence({ verb: 'harden' }, scenario)).toBe('harden any area at home');
});

test.each([
  ['odds', /at odds of 40 %.*The odds were against it\.$/u],
  ['tooCalm', /^[^%]*it came to nothing\. The front was too calm for it\.$/u],
] as const)('an operation that failed for %s is told so', (why, told) => {
  const front = scenario.fronts.find(({ prizes }) => prizes.length > 0);
  const of = { by: 'AZE', host: 'ARM', front: front?.id ?? '', prize: front?.prizes[0]?.id ?? '', success: false };
  const at = { id: '1.1', turn: 1, cause: { kind: 'undisclosed' }, audience: 'public' } as const;
  expect(
    sentence({ kind: 'operated', ...of, odds: 40, why, ...at }, scenario, viewFor(scenario, state, 'ARM')),
  ).toMatch(told);
});

describe('a cause', () => {
  const view = viewFor(scenario, state, 'ARM');
  const causes: readonly Cause[] = [
    ...RULE_IDS.map((rule): Cause => ({ kind: 'rule', rule })),
    ...scenario.policies.flatMap(({ actor, acts }) =>
      acts.map(({ id }): Cause => ({ kind: 'policy', actor, rule: id })),
    ),
    { kind: 'policy', actor: 'EUR', rule: 'unheard-of' },
    { kind: 'measure', measure: scenario.measures[0]?.id ?? '' },
    { kind: 'act', seat: 'facilitator' },
    { kind: 'events', ids: ['99.1'] },
    { kind: 'undisclosed' },
  ];
  test('has its line, whatever its kind', () => {
    expect(causes.length).toBeGreaterThan(RULE_IDS.length);
    for (const cause of causes) isPlain(causeSentence(cause, scenario, view));
  });
  test('that is a rule is told by what the rule says', () => {
    expect(RULE_IDS.filter((rule) => maybe(`rule.${rule}`) === null)).toEqual([]);
  });
  test('of a failure is told', () => {
    expect(FAIL_REASONS.filter((why) => maybe(`fail.${why}`) === null)).toEqual([]);
  });
});

describe('every refusal has a plain sentence', () => {
  test.each([...REFUSAL_CODES, ...SERVER_CODES])('%s', (code) => {
    expect(maybe(`refusal.${code}`)).not.toBeNull();
    const told = refusalSentence({ code: code as RefusalCode, because: {} });
    expect(told).not.toMatch(/\{|undefined|\//u);
  });

  test('and every reason that the rules give has its words', () => {
    const rules = new URL('../../shared/rules/', import.meta.url);
    const given = readdirSync(rules, { recursive: true })
      .filter((file) => String(file).endsWith('.ts'))
      .map((file) => readFileSync(new URL(String(file), rules), 'utf8'))
      .flatMap((text) => [...text.matchAll(/refuse\('([a-z/-]+)', \{ why: '([\w-]+)'/gu)])
      .map(([, code, why]) => ({ code: code as RefusalCode, why: why ?? '' }));
    expect(given.length).toBeGreaterThan(30);
    const silent = given.filter(
      ({ code, why }) => refusalSentence({ code, because: { why } }) === refusalSentence({ code, because: {} }),
    );
    expect(silent).toEqual([]);
  });

  test('with its reason where there is one', () => {
    expect(refusalSentence({ code: 'orders/not-allowed', because: { number: 2, why: 'share', least: 20 } })).toBe(
      'Order 2 cannot be given. It needs a share of 20 or more there.',
    );
    expect(
      refusalSentence(
        { code: 'orders/not-allowed', because: { number: 2, why: 'credibility', least: 2 } },
        'Spy on Iran',
      ),
    ).toBe('“Spy on Iran” cannot be given. It needs 2 credibility.');
    expect(refusalSentence({ code: 'orders/unknown', because: {} })).toMatch(/^This order names something/u);
    expect(refusalSentence({ code: 'treaty/bad-draft', because: { clause: 1, why: 'owners' } })).toContain('Clause 1.');
  });
});
