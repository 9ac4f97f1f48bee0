import { describe, expect, test } from 'vitest';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { Condition, Effect } from '../../shared/model/effect.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { Policy, PolicyRule, Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { parseTerms } from '../../shared/notation/clause-notation.ts';
import { parseCondition } from '../../shared/notation/condition-notation.ts';
import { parseEffect } from '../../shared/notation/effect-notation.ts';
import { formatCause, formatEvent } from '../../shared/notation/event-notation.ts';
import { bare, give, place, rules, seated } from '../support/given.ts';

const must = <T>(read: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string }): T => {
  if (!read.ok) throw new Error(read.why);
  return read.value;
};
const when = (text: string): Condition => must(parseCondition(text));
const effect = (text: string): Effect => must(parseEffect(text));

const rule = (id: string, condition: string | null, effects: readonly string[], more: Partial<PolicyRule> = {}): PolicyRule => ({
  id, text: id, when: condition === null ? null : when(condition), effects: effects.map(effect), source: 'rows', ...more,
});
const GEO: Policy = {
  actor: 'GEO', acts: [],
  accepts: { gives: ['pay', 'do', 'welcome'], takes: ['pay', 'do', 'refrain'], paysAtMost: 3, wantsAtLeast: 1, refuses: ['force', 'squeeze'], when: null, text: 'What pays.' },
};
/** The bare scenario in which Georgia has these rules, and nobody else any. */
/** It could court transit in Armenia one day, so that it may promise to. */
const SOME_DAY = rule('G0', 'tension syunik >= 10', ['share ARM transit GEO +1']);
const georgia = (...acts: PolicyRule[]): Scenario => ({ ...bare, policies: [{ ...GEO, acts: [SOME_DAY, ...acts] }] });
const EUR_TRADE = 'share ARM trade EUR +2';
const FIRST = 'share GEO trade EUR +2';

rules('non-players', [
  ['NP1', { name: 'the first rule that holds is the act of the turn', scenario: georgia(rule('G1', 'tension syunik >= 9', [EUR_TRADE]), rule('G2', null, [FIRST]), rule('G3', null, [EUR_TRADE])), orders: [], then: ['policy GEO G2'], never: ['policy GEO G1', 'policy GEO G3'] }],
  ['NP1', { name: 'it sees the orders of this turn', scenario: georgia(rule('G1', 'ordered RUS court borders GEO', [EUR_TRADE]), rule('G2', null, [])), orders: ['RUS court borders GEO'], then: ['policy GEO G1'] }],
  ['NP1', { name: '…and not the covert ones', scenario: georgia(rule('G1', 'ordered RUS covert', [EUR_TRADE]), rule('G2', null, [])), orders: ['RUS spy ARM'], then: [], never: ['policy'] }],
  ['NP1', { name: 'what comes of this turn it sees as well', scenario: georgia(rule('G1', 'gate upper-lars restricted', [EUR_TRADE])), orders: ['RUS setGate upper-lars restricted'], then: ['policy GEO G1'] }],
  ['NP1', { name: 'a rule that says to hold still is told', scenario: georgia(rule('G1', 'turn 1 to 3', []), rule('G2', null, [EUR_TRADE])), orders: [], then: ['policy GEO G1'], never: ['policy GEO G2'] }],
  ['NP1', { name: 'a last resort that does nothing is not', scenario: georgia(rule('G1', null, [])), orders: [], then: [], never: ['policy'] }],
  ['NP1', { name: 'with no rule that holds nothing is done', scenario: georgia(rule('G1', 'tension syunik >= 9', [EUR_TRADE])), orders: [], then: [], never: ['policy'] }],
  ['NP1', { name: 'all read the board as the step begins', scenario: { ...bare, policies: [{ ...GEO, acts: [rule('G1', null, ['tension syunik +2'])] }, { ...GEO, actor: 'EUR', acts: [rule('E1', 'tension syunik >= 5', [EUR_TRADE])] }] }, given: ['tension syunik 3'], orders: [], then: ['policy GEO G1'], never: ['policy EUR'] }],
]);

/** Which rules act in the turns of a match. */
const acted = (scenario: Scenario, turns: number): string[] => {
  let state = give(scenario, seated(scenario), 'facilitator', { kind: 'start' }).state;
  state = { ...state, settings: { ...state.settings, turns } };
  const lines: string[] = [];
  while (state.table.phase !== 'ended') {
    const done = give(scenario, state, 'facilitator', { kind: 'advance' });
    for (const event of done.events) if (event.kind === 'policyActed') lines.push(`${event.turn} ${event.rule}`);
    state = done.state;
  }
  return lines;
};

describe('NP1 rest', () => {
  const LAST = rule('G9', 'turn 1 to 9', []);
  test('NP1 a rule acts every turn in which it holds', () => {
    expect(acted(georgia(rule('G1', 'turn 1 to 3', []), LAST), 4)).toEqual(['1 G1', '2 G1', '3 G1', '4 G9']);
  });
  test('NP1 one that rests a turn acts every second one, and the next rule in between', () => {
    expect(acted(georgia(rule('G1', null, [], { rest: 1, effects: [effect(EUR_TRADE)] }), LAST), 4)).toEqual(['1 G1', '2 G9', '3 G1', '4 G9']);
  });
  test('NP1 one may act once in a match', () => {
    expect(acted(georgia(rule('G1', 'turn 1 to 9', [], { rest: null }), LAST), 3)).toEqual(['1 G1', '2 G9', '3 G9']);
  });
  test('NP1 the act says which rule it follows, and what comes of it says why', () => {
    const scenario = georgia(rule('G1', null, [EUR_TRADE]));
    let state = give(scenario, seated(scenario), 'facilitator', { kind: 'start' }).state;
    state = give(scenario, state, 'facilitator', { kind: 'advance' }).state;
    const { events } = give(scenario, state, 'facilitator', { kind: 'advance' });
    const act = events.find((event) => event.kind === 'policyActed');
    const shares = events.find((event) => event.kind === 'sharesMoved');
    expect(act?.cause).toEqual({ kind: 'policy', actor: 'GEO', rule: 'G1' });
    expect(shares?.cause).toEqual({ kind: 'events', ids: [act?.id] });
  });
});

/** `ARM pay 2 each`: who promises what to the other of the two. */
const draft = (lines: readonly string[], over: Partial<AgreementDraft> = {}): AgreementDraft => ({
  title: 'Grain by rail', parties: ['ARM', 'GEO'], visibility: 'public', form: 'statement', until: 3, notice: 1,
  clauses: lines.map((line) => {
    const [by = '', ...terms] = line.split(' ');
    const read: ClauseTerms = must(parseTerms(terms.join(' ')));
    return { by: [by], to: [by === 'ARM' ? 'GEO' : 'ARM'], terms: read, from: 1, until: 3 };
  }),
  ...over,
});

/** What becomes of an offer by Armenia when the doors close. */
const offered = (one: AgreementDraft, scenario: Scenario = georgia(), sign: readonly string[] = [], board: readonly string[] = []): { state: MatchState; events: readonly GameEvent[]; lines: readonly string[] } => {
  const start = seated(scenario);
  let state = give(scenario, { ...start, board: board.reduce(place, start.board) }, 'facilitator', { kind: 'start' }).state;
  state = give(scenario, state, 'ARM', { kind: 'propose', draft: one, expires: 2 }).state;
  const id = Object.values(state.proposals).find((proposal) => proposal.draft.title === one.title)?.id ?? '';
  for (const power of sign) state = give(scenario, state, power, { kind: 'sign', proposal: id }).state;
  const done = give(scenario, state, 'facilitator', { kind: 'advance' });
  return { ...done, lines: done.events.map((event) => `${formatEvent(event)}${event.cause.kind === 'policy' ? ` by ${formatCause(event.cause)}` : ''}`) };
};

describe('NP2 what non-players sign', () => {
  const PAYING = draft(['ARM pay 1 each', 'GEO do court transit ARM']);
  type AnswerRow = { readonly name: string; readonly draft: AgreementDraft; readonly scenario?: Scenario; readonly board?: readonly string[]; readonly sign?: readonly string[]; readonly becomes: 'concluded' | 'declined' | 'open' };
  const rows: readonly AnswerRow[] = [
    { name: 'what pays, and asks for nothing that it does not give', draft: PAYING, becomes: 'concluded' },
    { name: 'not what pays nothing', draft: draft(['GEO do court transit ARM']), becomes: 'declined' },
    { name: 'a single payment is spread over the term', draft: draft(['ARM pay 3']), becomes: 'concluded' },
    { name: '…and is too little if it does not reach', draft: draft(['ARM pay 2']), becomes: 'declined' },
    { name: '…and is nothing each turn for ever', draft: draft(['ARM pay 99'], { until: null }), becomes: 'declined' },
    { name: 'not what it does not give', draft: draft(['ARM pay 1 each', 'GEO refrain court energy ARM']), becomes: 'declined' },
    { name: 'not what it does not take', draft: draft(['ARM pay 1 each', 'ARM welcome trade GEO']), becomes: 'declined' },
    { name: 'it pays no more than its policy says', draft: draft(['ARM pay 1 each', 'GEO pay 4']), becomes: 'declined' },
    { name: '…but that much', draft: draft(['ARM pay 1 each', 'GEO pay 3']), becomes: 'concluded' },
    { name: 'what it has promised to others already counts', draft: draft(['ARM pay 1 each', 'GEO pay 2 each']), board: ['pact s statement public: GEO to IRN pay 2 each @1-9'], becomes: 'declined' },
    { name: '…as far as that fits in its purse, it pays both', draft: draft(['ARM pay 1 each', 'GEO pay 1 each']), board: ['pact s statement public: GEO to IRN pay 2 each @1-9'], becomes: 'concluded' },
    { name: '…what it has promised to somebody else in secret tells nobody anything', draft: draft(['ARM pay 1 each', 'GEO pay 2 each']), board: ['pact s statement secret: GEO to IRN pay 2 each @1-9'], becomes: 'concluded' },
    { name: '…but what it has promised to the same in secret counts', draft: draft(['ARM pay 1 each', 'GEO pay 2 each']), board: ['pact s statement secret: GEO to ARM pay 2 each @1-9'], becomes: 'declined' },
    { name: 'it puts its name under nothing that it would neither give nor take', draft: draft(['ARM pay 1 each'], { parties: ['ARM', 'AZE', 'GEO'], clauses: [...draft(['ARM pay 1 each']).clauses, { by: ['ARM'], to: ['AZE'], terms: must(parseTerms('guarantee IRN')), from: 1, until: 3 }] }), sign: ['AZE'], becomes: 'declined' },
    { name: 'it has no part in a deed that it refuses', draft: draft(['ARM pay 1 each', 'ARM do squeeze energy USA']), becomes: 'declined' },
    { name: '…nor in any of a family', draft: draft(['ARM pay 1 each', 'ARM do deter USA']), becomes: 'declined' },
    { name: '…nor in a family with one such deed in it', draft: draft(['ARM pay 1 each', 'ARM do influence GEO']), becomes: 'declined' },
    { name: 'to keep others from such a deed is another matter', draft: draft(['ARM pay 1 each', 'ARM refrain force GEO']), becomes: 'concluded' },
    { name: 'its policy may wait for something', draft: PAYING, scenario: { ...bare, policies: [{ ...GEO, acts: [SOME_DAY], accepts: { ...GEO.accepts, when: when('turn 2 to 9') } }] }, becomes: 'declined' },
    { name: 'it does not answer before all powers have signed', draft: draft(['ARM pay 1 each'], { parties: ['ARM', 'AZE', 'GEO'] }), becomes: 'open' },
  ];
  for (const row of rows)
    test(`NP2 ${row.name}`, () => {
      const { state } = offered(row.draft, row.scenario ?? georgia(), row.sign, row.board);
      expect(Object.values(state.proposals).filter((one) => one.turn > 0).map((one) => one.status)).toEqual([row.becomes]);
    });

  test('NP2 its signature is told like any other, by its policy, and makes the agreement', () => {
    const { lines, state } = offered(PAYING);
    expect(lines.slice(0, 3)).toEqual(['signed offer-ARM-GEO#1 GEO by GEO accepts', 'offer offer-ARM-GEO#1 concluded by GEO accepts', expect.stringMatching(/^concluded pact#1 ARM\+GEO /u)]);
    expect(state.board.agreements['pact#1']?.status).toBe('inForce');
  });
  test('NP2 a no says which part of the policy stands against it', () => {
    expect(offered(draft(['GEO do court transit ARM'])).lines).toContain('offer offer-ARM-GEO#1 declined by GEO wantsAtLeast');
  });
  test('NP2 of two non-players each must sign', () => {
    const open: Policy = { ...GEO, actor: 'EUR', accepts: { ...GEO.accepts, wantsAtLeast: 0 } };
    const both = draft(['ARM pay 1 each'], { parties: ['ARM', 'EUR', 'GEO'] });
    expect(Object.values(offered(both, { ...bare, policies: [GEO, open] }).state.proposals).at(-1)?.status).toBe('concluded');
    expect(Object.values(offered(both, { ...bare, policies: [GEO, { ...open, accepts: { ...open.accepts, takes: [], wantsAtLeast: 9 } }] }).state.proposals).at(-1)?.status).toBe('declined');
  });
  test('NP2 with all powers’ signatures it answers for three', () => {
    const three = draft(['ARM pay 1 each'], { parties: ['ARM', 'AZE', 'GEO'] });
    expect(Object.values(offered(three, georgia(), ['AZE']).state.proposals).at(-1)?.status).toBe('concluded');
  });
  test('NP2 who has no policy signs nothing', () => {
    const text = { id: 'grain-text', by: 'ARM', signed: ['ARM'], draft: draft(['ARM pay 1 each']), expires: 3, note: 'rows', source: 'rows' };
    const scenario: Scenario = { ...bare, policies: [], offers: [text] };
    const { state } = give(scenario, seated(scenario), 'facilitator', { kind: 'start' });
    const done = give(scenario, state, 'facilitator', { kind: 'advance' });
    expect(done.events.map(formatEvent)).toContain('declined grain-text GEO');
    expect(done.state.proposals['grain-text']).toMatchObject({ status: 'open', signed: ['ARM'] });
  });
  test('NP2 in one window it answers before the orders run', () => {
    const scenario = georgia();
    const opened = seated(scenario);
    let state: MatchState = { ...opened, settings: { ...opened.settings, oneWindow: true } };
    state = give(scenario, state, 'facilitator', { kind: 'start' }).state;
    state = give(scenario, state, 'ARM', { kind: 'propose', draft: PAYING, expires: 1 }).state;
    const done = give(scenario, state, 'facilitator', { kind: 'advance' });
    expect(done.events.map(formatEvent)).toEqual(expect.arrayContaining(['offer offer-ARM-GEO#1 concluded', 'paid ARM GEO 1']));
  });
});
