import { describe, expect, test } from 'vitest';
import { causeChain, causeSentence } from '../../client/text/cause-sentence.ts';
import { maybe } from '../../client/text/match-text.ts';
import { refusalSentence } from '../../client/text/refusal-sentence.ts';
import { sentence } from '../../client/text/sentence.ts';
import { clauseSentence, orderSentence } from '../../client/text/terms-sentence.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { RULE_IDS } from '../../shared/model/cause.ts';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { Fact, GameEvent } from '../../shared/model/event.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import { REFUSAL_CODES, type RefusalCode } from '../../shared/model/refusal.ts';
import { SERVER_CODES } from '../../shared/protocol/messages.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';

const scenario = charter2025;
const match = simulate(scenario, { seed: 'sentences', bots: ['random', 'scripted'], length: 'short' });
const { state } = match.fold;
const viewers: readonly ViewerId[] = ['public', 'ARM', 'RUS', 'facilitator'];

/** Ids that only machines should read: everything that the scenario names, unless the word is also plain English. */
const rawIds = [
  ...scenario.routes.flatMap((route) => [route.id, ...route.gates.map((gate) => gate.id)]),
  ...scenario.sites.map((one) => one.id),
  ...scenario.fronts.map((one) => one.id),
  ...scenario.projects.map((one) => one.id),
  ...scenario.measures.map((one) => one.id),
  ...scenario.agreements.map((one) => one.id),
  ...scenario.cards.map((one) => one.id),
].filter((id) => id.includes('-'));
const codes = indexOf(scenario).actors;

const faultsOf = (told: string): readonly string[] => [
  ...(/undefined|null|NaN|\[object|\{\w+\}/u.test(told) ? ['a hole'] : []),
  ...(told.trim() === '' ? ['nothing'] : []),
  ...rawIds.filter((id) => new RegExp(`(^|[^\\w-])${id}($|[^\\w-])`, 'u').test(told)),
  ...codes.filter((code) => new RegExp(`\\b${code}\\b`, 'u').test(told)),
  ...(/\bc\d\b|\bpact#|\bsecret-|\boffer-|\d+\.\d+ /u.test(told.replaceAll(/joint outcome [\d.]+/gu, ''))
    ? ['an id']
    : []),
];

describe('a sentence for every event of a match', () => {
  test.each(viewers)('as %s may know it', (viewer) => {
    const view = viewFor(scenario, state, viewer);
    expect(view.events.length).toBeGreaterThan(100);
    for (const event of view.events) {
      const told = sentence(event, scenario, view);
      expect(faultsOf(told), `${event.kind}: ${told}`).toEqual([]);
      const why = causeSentence(event.cause, scenario, view);
      expect(faultsOf(why), `${event.kind} because ${why}`).toEqual([]);
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

const message = { id: 'ARM-RUS#1', channel: 'ARM-RUS', by: 'ARM', turn: 1, at: 0, text: 'Good day' };
const pact = scenario.agreements[0];
if (pact === undefined) throw new Error('the scenario has agreements');
const clause = pact.clauses[0]?.id ?? '';
const draft = {
  title: 'Test',
  parties: ['ARM', 'RUS'],
  visibility: 'secret',
  form: 'treaty',
  until: null,
  notice: 0,
  clauses: [],
} as const;
const proposal = {
  id: 'offer-ARM-RUS#1',
  by: 'ARM',
  draft,
  turn: 1,
  expires: 1,
  signed: ['ARM'],
  counters: null,
  status: 'open',
} as const;
const doors = { welcomes: [{ area: 'trade', supplier: 'RUS' }], bar: null } as const;
const front = scenario.fronts[0]?.id ?? '';
const site = scenario.sites[0]?.id ?? '';
const route = scenario.routes[0]?.id ?? '';
const gate = scenario.routes[0]?.gates[0]?.id ?? '';
const project = scenario.projects[0]?.id ?? '';
const measure = scenario.measures[0]?.id ?? '';
const card = scenario.cards[0]?.id ?? '';
const squeeze = {
  kind: 'squeezed',
  by: 'RUS',
  host: 'ARM',
  area: 'energy',
  demand: { kind: 'pay', amount: 2, each: false },
  stability: -4,
  treasury: -3,
} as const;
const court = {
  kind: 'courted',
  by: 'USA',
  host: 'ARM',
  area: 'trade',
  wished: 400,
  welcome: true,
  barred: false,
  tired: true,
} as const;

/** One of each kind, with its rarer turns of phrase. */
const facts: readonly Fact[] = [
  { kind: 'sat', power: 'ARM', sitter: { by: 'human' } },
  { kind: 'sat', power: 'ARM', sitter: { by: 'bot', bot: 'hold' } },
  { kind: 'sat', power: 'ARM', sitter: { by: 'nobody' } },
  { kind: 'phaseOpened', phase: 'orders', turn: 1, deadline: null },
  { kind: 'readySet', power: 'ARM', ready: false },
  { kind: 'paused', left: null },
  { kind: 'clockResumed', deadline: null },
  { kind: 'deadlineMoved', deadline: 1 },
  { kind: 'endAgreed', power: 'ARM', agree: true },
  { kind: 'conceded', power: 'ARM' },
  { kind: 'matchEnded', reason: 'agreed' },
  { kind: 'rewound', toTurn: 2, sameLuck: true },
  { kind: 'overridden', reason: 'A slip.' },
  { kind: 'notePosted', to: 'all', text: 'Hello', at: 0 },
  { kind: 'said', message },
  { kind: 'proposed', proposal },
  { kind: 'signed', proposal: proposal.id, power: 'RUS' },
  { kind: 'proposalClosed', proposal: proposal.id, as: 'countered' },
  { kind: 'agreementConcluded', agreement: pact },
  { kind: 'agreementConcluded', agreement: { ...pact, title: '', origin: 'conceded' } },
  { kind: 'noticeGiven', agreement: pact.id, power: 'ARM', freeFrom: 3 },
  { kind: 'agreementMoved', agreement: pact.id, to: 'suspended', by: 'ARM' },
  { kind: 'agreementMoved', agreement: 'gone', to: 'ended', by: null },
  { kind: 'consented', agreement: pact.id, clause, power: 'ARM', given: true },
  { kind: 'agreementExposed', agreement: pact.id },
  { kind: 'ordersSubmitted', power: 'ARM', orders: { orders: [], doors: null, concessions: [] } },
  {
    kind: 'ordersRevealed',
    power: 'ARM',
    orders: {
      orders: [
        { verb: 'harden', area: 'trade' },
        { verb: 'setGate', gate, status: 'open' },
        { verb: 'postGuard', gate, guard: ['ARM', 'RUS'] },
      ],
      doors: { kind: 'unbar' },
      concessions: [],
    },
  },
  { kind: 'orderLapsed', power: 'ARM', why: 'unaffordable' },
  { kind: 'paid', from: 'ARM', to: ['RUS'], amount: 2 },
  { kind: 'paymentMissed', from: 'ARM', amount: 2, couldPay: true },
  { kind: 'paymentMissed', from: 'ARM', amount: 2, couldPay: false },
  { kind: 'gateSet', gate, from: 'open', to: 'closed', heldUntil: 2 },
  { kind: 'guardPosted', gate, from: ['ARM'], to: ['ARM', 'RUS'] },
  { kind: 'regimeSet', route, from: 'none', to: 'monitored' },
  { kind: 'doorsSet', host: 'ARM', from: doors, to: { welcomes: [], bar: { area: 'trade', supplier: 'TUR' } } },
  { ...squeeze, met: true, gap: true, tired: true },
  { ...squeeze, met: false, gap: false, tired: false },
  { ...court, points: 0, short: 'pool' },
  { ...court, points: 3, short: 'sources' },
  { kind: 'hardened', power: 'ARM', area: 'trade', points: 0 },
  { kind: 'hardened', power: 'ARM', area: 'trade', points: 2 },
  { kind: 'wasted', host: 'ARM', area: 'energy', supplier: 'RUS', points: 2 },
  { kind: 'wasteQueued', waste: { host: 'ARM', area: 'energy', supplier: 'RUS', points: 2, because: '1.1' } },
  {
    kind: 'sharesMoved',
    host: 'ARM',
    area: 'energy',
    moves: [
      { supplier: 'own', from: 15, to: 17 },
      { supplier: 'RUS', from: 71, to: 69 },
    ],
  },
  { kind: 'gapOpened', gap: { host: 'ARM', area: 'energy', supplier: 'RUS', until: 2, patron: true } },
  { kind: 'gapClosed', host: 'ARM', area: 'energy' },
  { kind: 'grievanceGained', grievance: { holder: 'ARM', against: 'RUS', until: 4, because: null, open: true } },
  { kind: 'grievanceEnded', holder: 'ARM', against: 'RUS', spent: true },
  { kind: 'trackMoved', power: 'ARM', track: 'capital', from: 3, to: 2 },
  ...[0, 3, 6, 8, 10].map((to): Fact => ({ kind: 'tensionMoved', front, from: 1, to })),
  { kind: 'siteMoved', site, level: 3, operator: 'RUS' },
  { kind: 'progressMade', project, sponsor: 'RUS', by: -2 },
  { kind: 'measureLifted', measure },
  ...(['pending', 'kept', 'breached', 'excused', 'void'] as const).map(
    (status): Fact => ({ kind: 'clauseJudged', agreement: pact.id, clause, status, by: ['ARM'], evidence: null }),
  ),
  { kind: 'clauseAdvanced', agreement: pact.id, clause, done: ['ARM'], able: [] },
  { kind: 'cardPlayed', card, how: 'injected' },
  { kind: 'turnOpened', turn: 2 },
  { kind: 'turnClosed', remembered: {} },
  { kind: 'scored', scores: { powers: {}, joint: 4125 } },
];

describe('a sentence for every kind of fact', () => {
  const view = viewFor(scenario, state, 'ARM');
  test.each(facts.map((fact) => [fact.kind, fact] as const))('%s', (_, fact) => {
    const event = { ...fact, id: '1.1', turn: 1, cause: { kind: 'undisclosed' }, audience: 'public' } as GameEvent;
    const told = sentence(event, scenario, view);
    expect(faultsOf(told), told).toEqual([]);
    expect(told).toMatch(/[.…”]$|: Hello$|slip\.$/u);
  });
});

const terms: readonly ClauseTerms[] = [
  { kind: 'do', order: { verb: 'court', host: 'ARM', area: 'trade' } },
  { kind: 'refrain', order: { verb: 'squeeze', host: 'ARM' } },
  { kind: 'refrain', order: { verb: 'harden' } },
  { kind: 'do', order: { verb: 'setGate', gate, status: 'open' } },
  { kind: 'refrain', order: { verb: 'postGuard' } },
  { kind: 'pay', amount: 2, each: true },
  { kind: 'pay', amount: 2, each: false },
  { kind: 'welcome', area: 'trade', supplier: 'RUS', open: true },
  { kind: 'welcome', area: 'trade', supplier: 'RUS', open: false },
  { kind: 'gate', gate, status: 'restricted' },
  { kind: 'gate', gate, guard: ['ARM', 'EUR'] },
  { kind: 'gate', route, regime: 'sovereign' },
  { kind: 'host', site, operator: 'RUS', hosted: false },
  { kind: 'supply', area: 'energy', price: 1 },
  { kind: 'guarantee', against: ['AZE', 'TUR'] },
  { kind: 'recognise', what: front },
  { kind: 'recognise', what: 'AZE' },
  { kind: 'member', institution: pact.id, standing: 'joined' },
  { kind: 'disclose', agreement: pact.id },
];

test.each(terms.map((one) => [one.kind, one] as const))('a clause reads as a sentence: %s', (_, one) => {
  const told = clauseSentence({ by: ['ARM'], to: ['RUS'], terms: one, from: 1, until: 3 }, scenario);
  expect(faultsOf(told), told).toEqual([]);
});

test('an order reads as a sentence', () => {
  expect(orderSentence({ verb: 'court', host: 'ARM', area: 'energy' }, scenario)).toBe('court Armenia in energy');
  expect(
    orderSentence(
      { verb: 'squeeze', host: 'ARM', area: 'energy', demand: { kind: 'pay', amount: 2, each: false } },
      scenario,
    ),
  ).toBe('squeeze Armenia in energy, demanding: pay 2 once');
});

test('every rule that acts by itself has its line', () => {
  expect(RULE_IDS.filter((rule) => maybe(`rule.${rule}`) === null)).toEqual([]);
});

describe('every refusal has a plain sentence', () => {
  test.each([...REFUSAL_CODES, ...SERVER_CODES])('%s', (code) => {
    expect(maybe(`refusal.${code}`)).not.toBeNull();
    const told = refusalSentence({ code: code as RefusalCode, because: {} });
    expect(told).not.toMatch(/\{|undefined|\//u);
  });

  test('with its reason where there is one', () => {
    expect(refusalSentence({ code: 'orders/not-allowed', because: { number: 2, why: 'share', least: 20 } })).toBe(
      'Order 2 cannot be given. It needs a share of 20 or more there.',
    );
    expect(refusalSentence({ code: 'treaty/bad-draft', because: { clause: 1, why: 'owners' } })).toContain('Clause 1.');
  });
});
