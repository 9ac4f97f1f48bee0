import { describe, expect, test } from 'vitest';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, place, play, refusedWith, seated } from '../support/given.ts';

/** Two worlds that differ in a secret alone: whoever may not know it is shown the very same. */
const { covert } = bare.magnitudes;
const NEVER = { spy: 0, destabilise: 0, coup: 0, sabotage: 0, blockade: 0 };
/** Nothing covert comes to light, and every spy finds a paper if there is one. */
const hidden: Scenario = {
  ...bare,
  magnitudes: { ...bare.magnitudes, covert: { ...covert, exposed: NEVER, finds: 100 } },
};

const begun = (...given: string[]): MatchState => {
  const start = seated(hidden);
  const placed = { ...start, board: given.reduce(place, start.board) };
  return give(hidden, placed, 'facilitator', { kind: 'start' }).state;
};
const shown = (state: MatchState, viewer: string): string => JSON.stringify(viewFor(hidden, state, viewer));
const advanced = (state: MatchState, times = 2): MatchState =>
  Array.from({ length: times }).reduce<MatchState>(
    (now) => give(hidden, now, 'facilitator', { kind: 'advance' }).state,
    state,
  );

const PAPER = (who: string) => `pact s statement secret${who}: ARM to IRN pay 1 each @1-9`;
const handOver: AgreementDraft = {
  title: 'Papers',
  parties: ['ARM', 'USA'],
  visibility: 'secret',
  form: 'statement',
  until: 6,
  notice: 0,
  clauses: [{ by: ['USA'], to: ['ARM'], terms: { kind: 'disclose', agreement: 's' }, from: 1, until: 6 }],
};

describe('a spy who has a text', () => {
  test('is not found out by asking it to hand the text over', () => {
    const ask = (state: MatchState) =>
      refusedWith(hidden, state, 'ARM', { kind: 'propose', draft: handOver, expires: 1 });
    expect(ask(begun(PAPER(' shown USA')))?.because).toMatchObject({ why: 'agreement' });
    expect(ask(begun(PAPER(' shown USA')))).toEqual(ask(begun(PAPER(''))));
  });

  test('is not found out by handing the text to it', () => {
    const given = (who: string) => [PAPER(who), 'pact p statement secret: ARM to USA disclose s @1-6'];
    const spied = play({ scenario: hidden, given: given(' shown USA'), orders: [] }).state;
    const not = play({ scenario: hidden, given: given(''), orders: [] }).state;
    for (const viewer of ['ARM', 'IRN', 'RUS', 'public']) expect(shown(spied, viewer)).toBe(shown(not, viewer));
  });

  test('is told what becomes of it, and nobody else is', () => {
    const withNotice = give(hidden, begun(PAPER(' shown USA')), 'ARM', { kind: 'giveNotice', agreement: 's' });
    expect(viewFor(hidden, withNotice.state, 'USA').events.map((event) => event.kind)).toContain('noticeGiven');
    expect(viewFor(hidden, withNotice.state, 'RUS').events.map((event) => event.kind)).not.toContain('noticeGiven');
  });

  test('learns the causes that were undisclosed to it, whether or not it looked before', () => {
    const looked = play({ scenario: hidden, given: [PAPER('')], orders: ['USA spy ARM'] }).state;
    viewFor(hidden, looked, 'USA').events.at(0);
    const state = advanced(looked);
    const other = play({ scenario: hidden, given: [PAPER('')], orders: ['USA spy ARM'] }).state;
    const unread = advanced(other);
    expect(viewFor(hidden, unread, 'USA').agreements.map((one) => one.id)).toEqual(['s']);
    expect(shown(state, 'USA')).toBe(shown(unread, 'USA'));
  });
});

test('an earlier moment is told as it was, however far the match has gone on', () => {
  const early = begun(PAPER(''));
  const before = viewFor(hidden, early, 'RUS');
  expect(before.agreements).toEqual([]);
  const late = viewFor(hidden, advanced(early), 'RUS').events;
  expect(before.events).toEqual(late.slice(0, before.events.length));
  expect(before.events.length).toBeLessThan(late.length);
});

test('of those who were told, nobody but the facilitator reads the names', () => {
  const given = [PAPER(''), 'pact p statement secret: ARM to USA disclose s @1-6'];
  const { state } = play({ scenario: hidden, given, orders: [] });
  const audiences = (viewer: string) =>
    viewFor(hidden, state, viewer)
      .events.filter((event) => event.audience !== 'public')
      .map((event) => event.audience);
  expect(audiences('USA').length).toBeGreaterThan(0);
  for (const audience of audiences('USA')) expect(audience).toEqual(['USA']);
  expect(audiences('facilitator')).toContainEqual(['ARM', 'IRN', 'USA']);
});

describe('who did which of two secret deeds', () => {
  const publicEvents = (orders: readonly string[], ...given: string[]): string => {
    const { state } = play({ scenario: hidden, given, orders });
    return JSON.stringify(viewFor(hidden, state, 'public').events.filter((event) => event.turn === 1));
  };
  test.each([
    [
      'unrest',
      ['RUS destabilise ARM', 'USA destabilise IRN'],
      ['USA destabilise ARM', 'RUS destabilise IRN'],
      ['shares ARM politics RUS 20 USA 20 own 60', 'shares IRN politics RUS 20 USA 20 own 60'],
    ],
    [
      'blockades',
      ['RUS blockade ARM meghri', 'USA blockade AZE ordubad'],
      ['USA blockade ARM meghri', 'RUS blockade AZE ordubad'],
      ['gate meghri open', 'gate ordubad open'],
    ],
    [
      'sabotage',
      ['RUS sabotage ARM third-line', 'AZE sabotage ARM metsamor-new'],
      ['AZE sabotage ARM third-line', 'RUS sabotage ARM metsamor-new'],
      ['project metsamor-new EUR 9', 'project third-line IRN 9'],
    ],
  ])('%s: nobody can tell by the order of what is seen', (_what, one, other, given) => {
    const told = publicEvents(one, ...given);
    expect(told).not.toBe(publicEvents([], ...given));
    expect(publicEvents(other, ...given)).toBe(told);
  });
});

test('a party that is left out of a counter-proposal learns that the offer is closed, not that there is another', () => {
  const three: AgreementDraft = {
    ...handOver,
    parties: ['ARM', 'IRN', 'USA'],
    clauses: [{ by: ['ARM'], to: ['IRN', 'USA'], terms: { kind: 'pay', amount: 1, each: false }, from: 1, until: 3 }],
  };
  const { state } = give(hidden, begun(), 'ARM', { kind: 'propose', draft: three, expires: 1 });
  const narrower: AgreementDraft = {
    ...three,
    parties: ['ARM', 'USA'],
    clauses: [{ by: ['ARM'], to: ['USA'], terms: { kind: 'pay', amount: 2, each: false }, from: 1, until: 3 }],
  };
  const offer = state.proposals['offer-ARM-IRN-USA#1']?.id ?? '';
  const countered = give(hidden, state, 'USA', { kind: 'propose', draft: narrower, expires: 1, counters: offer }).state;
  expect(viewFor(hidden, countered, 'IRN').proposals.map((one) => one.status)).toEqual(['declined']);
  const same = give(hidden, state, 'USA', {
    kind: 'propose',
    draft: { ...three, title: 'Again' },
    expires: 1,
    counters: offer,
  });
  expect(viewFor(hidden, same.state, 'IRN').proposals.map((one) => one.status)).toEqual(['countered', 'open']);
});

test('the order in which secret papers were signed in a turn shows in nothing', () => {
  const papers = [
    'pact a statement secret: ARM to IRN pay 1 each @1-9',
    'pact b statement secret: RUS to AZE pay 1 each @1-9',
  ];
  const worlds = [papers, [...papers].reverse()].map((given) => play({ scenario: hidden, given, orders: [] }).state);
  expect(shown(worlds[0] as MatchState, 'USA')).toBe(shown(worlds[1] as MatchState, 'USA'));
});
