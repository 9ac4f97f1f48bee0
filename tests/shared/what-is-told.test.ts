import { expect, test } from 'vitest';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { ClauseDraft } from '../../shared/model/clause.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, seated, setsFrom } from '../support/given.ts';

const started = (): MatchState => {
  const { state } = give(bare, seated(bare), 'facilitator', { kind: 'start' });
  return { ...state, settings: { ...state.settings, turns: 12 } };
};
const facilitate = (state: MatchState, effects: readonly object[]): MatchState =>
  give(bare, state, 'facilitator', { kind: 'override', effects: effects as never, reason: 'a test' }).state;
const resolved = (state: MatchState): MatchState =>
  give(bare, give(bare, state, 'facilitator', { kind: 'advance' }).state, 'facilitator', { kind: 'advance' }).state;

const clause: ClauseDraft = {
  by: ['RUS'],
  to: ['ARM'],
  terms: { kind: 'refrain', order: { verb: 'court', host: 'ARM' } },
  from: 1,
  until: 9,
};
const draft = (over: Partial<AgreementDraft> = {}): AgreementDraft => ({
  title: 'Between us',
  parties: ['ARM', 'RUS'],
  visibility: 'secret',
  form: 'statement',
  until: null,
  notice: 1,
  clauses: [clause],
  ...over,
});
const agreed = (state: MatchState, over: Partial<AgreementDraft> = {}): MatchState => {
  const { state: open, events } = give(bare, state, 'ARM', { kind: 'propose', draft: draft(over), expires: 9 });
  const offer = events.find((event) => event.kind === 'proposed');
  return give(bare, open, 'RUS', { kind: 'sign', proposal: offer?.proposal.id ?? '' }).state;
};
const grievancesOf = (state: MatchState, viewer: string) =>
  viewFor(bare, state, viewer).grievances.filter((one) => one.holder === 'ARM' && one.against === 'RUS');
const court = { kind: 'submitOrders', orders: setsFrom(['RUS court trade ARM']).RUS ?? NO_ORDERS } as const;

test('a wrong that two keep to themselves takes no open grievance away', () => {
  let state = facilitate(started(), [{ kind: 'grievance', holder: 'ARM', against: 'RUS' }]);
  const before = grievancesOf(state, 'public');
  state = resolved(give(bare, agreed(state), 'RUS', court).state);
  expect(grievancesOf(state, 'ARM')).toHaveLength(2);
  expect(grievancesOf(state, 'public')).toEqual(before);
});

test('each grievance runs out by itself', () => {
  let state = facilitate(started(), [{ kind: 'grievance', holder: 'ARM', against: 'RUS' }]);
  state = resolved(agreed(state));
  state = resolved(give(bare, state, 'RUS', court).state);
  const [open, own] = grievancesOf(state, 'ARM');
  expect((open?.until ?? 0) < (own?.until ?? 0)).toBe(true);
  while (state.board.turn <= (open?.until ?? 0)) state = resolved(state);
  expect(grievancesOf(state, 'ARM')).toEqual([own]);
  while (state.board.turn <= (own?.until ?? 0)) state = resolved(state);
  expect(grievancesOf(state, 'ARM')).toEqual([]);
});

test('a secret agreement that is exposed does not tell how many there are', () => {
  const one = agreed(started());
  const two = agreed(one);
  const ids = (state: MatchState) => Object.keys(state.board.agreements).filter((id) => id.startsWith('secret'));
  expect(ids(two)).toHaveLength(2);
  expect(ids(two).every((id) => !/#\d{1,3}$/u.test(id))).toBe(true);
  expect(ids(agreed(started()))).toEqual(ids(one));
});

test('an offer made instead of another does not tell newcomers of it', () => {
  const { state } = give(bare, started(), 'ARM', { kind: 'propose', draft: draft(), expires: 9 });
  const counter = (parties: readonly string[], to: string) =>
    give(bare, state, 'ARM', {
      kind: 'propose',
      expires: 9,
      counters: 'offer-ARM-RUS#1',
      draft: draft({
        parties,
        clauses: [{ ...clause, by: ['ARM'], to: [to], terms: { kind: 'pay', amount: 1, each: false } }],
      }),
    }).state;
  expect(viewFor(bare, counter(['ARM', 'RUS'], 'RUS'), 'RUS').proposals.map((one) => one.counters)).toEqual([
    null,
    'offer-ARM-RUS#1',
  ]);
  expect(viewFor(bare, counter(['ARM', 'IRN'], 'IRN'), 'IRN').proposals.map((one) => one.counters)).toEqual([null]);
});

test('that somebody could have paid for a deed is told to nobody else', () => {
  const promise: ClauseDraft = {
    by: ['RUS'],
    to: ['ARM'],
    terms: { kind: 'do', order: { verb: 'court', host: 'ARM' } },
    from: 1,
    until: 9,
  };
  const state = resolved(agreed(started(), { visibility: 'public', clauses: [promise] }));
  const ableFor = (viewer: string) => viewFor(bare, state, viewer).agreements.at(-1)?.clauses[0]?.able;
  expect(ableFor('facilitator')).toEqual(['RUS']);
  expect(ableFor('RUS')).toEqual(['RUS']);
  expect(ableFor('ARM')).toEqual([]);
  expect(ableFor('public')).toEqual([]);
  expect(viewFor(bare, state, 'public').events.filter((event) => event.kind === 'clauseAdvanced')).toEqual([]);
});

test('a correction tells the scores whether or not they moved', () => {
  const kinds = give(bare, started(), 'facilitator', {
    kind: 'override',
    effects: [{ kind: 'track', power: 'IRN', track: 'capital', by: 1 }],
    reason: 'a test',
  }).events.map((event) => event.kind);
  expect(kinds).toEqual(['overridden', 'trackMoved', 'scored']);
});
