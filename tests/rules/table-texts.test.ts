import { describe, expect, test } from 'vitest';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { Input } from '../../shared/model/input.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { bare, give, seated, setsFrom } from '../support/given.ts';

const started = (scenario = bare): MatchState => give(scenario, seated(scenario), 'facilitator', { kind: 'start' }).state;
const draft = (over: Partial<AgreementDraft> = {}): AgreementDraft => ({
  title: 'Gas for a door', parties: ['ARM', 'RUS'], visibility: 'public', form: 'statement', until: 3, notice: 1,
  clauses: [{ by: ['ARM'], to: ['RUS'], terms: { kind: 'pay', amount: 2, each: false }, from: 1, until: 1 }], ...over,
});
const orders = (...lines: string[]): Input => ({ kind: 'submitOrders', orders: Object.values(setsFrom(lines))[0] ?? NO_ORDERS });

/** A text that lies on the table from the start: Armenia has signed it, Russia and Iran may. */
const TEXT = {
  id: 'rail-text', by: 'ARM', signed: ['ARM'], expires: 2, note: 'rows', source: 'rows',
  draft: draft({ title: 'Rail text', parties: ['ARM', 'IRN', 'RUS'], clauses: [{ by: ['ARM'], to: ['IRN', 'RUS'], terms: { kind: 'refrain', order: { verb: 'force' } }, from: 1, until: null }], until: null }),
} as const;
const texted = { ...bare, offers: [TEXT] };
const text = (state: MatchState) => state.proposals['rail-text'];
const acted = (state: MatchState, ...acts: readonly (readonly [string, Input])[]): MatchState =>
  acts.reduce((now, [seat, input]) => give(texted, now, seat, input).state, state);
const ADVANCE = ['facilitator', { kind: 'advance' }] as const;
const SIGN: Input = { kind: 'sign', proposal: 'rail-text' };

describe('TB1 texts that lie on the table', () => {
  type TextRow = { readonly name: string; readonly acts: readonly (readonly [string, Input])[]; readonly status: string; readonly signed: readonly string[] };
  const rows: readonly TextRow[] = [
    { name: 'are there from the start', acts: [], status: 'open', signed: ['ARM'] },
    { name: 'are signed like any offer', acts: [['RUS', SIGN], ['IRN', SIGN]], status: 'concluded', signed: ['ARM', 'RUS', 'IRN'] },
    { name: 'outlive a no', acts: [['RUS', SIGN], ['RUS', { kind: 'decline', proposal: 'rail-text' }]], status: 'open', signed: ['ARM'] },
    { name: '…which may be thought over', acts: [['RUS', { kind: 'decline', proposal: 'rail-text' }], ['RUS', SIGN], ['IRN', SIGN]], status: 'concluded', signed: ['ARM', 'RUS', 'IRN'] },
    { name: 'are withdrawn by nobody', acts: [['ARM', { kind: 'withdrawProposal', proposal: 'rail-text' }]], status: 'open', signed: [] },
    { name: 'stay when they are countered', acts: [['RUS', { kind: 'propose', draft: draft({ title: 'Another text' }), expires: 1, counters: 'rail-text' }]], status: 'open', signed: ['ARM'] },
    { name: 'lose the signature of who acts against them', acts: [['ARM', orders('ARM mobilise')], ADVANCE, ADVANCE], status: 'open', signed: [] },
    { name: '…and no other', acts: [['RUS', SIGN], ['RUS', orders('RUS mobilise')], ADVANCE, ADVANCE], status: 'open', signed: ['ARM', 'RUS'] },
    { name: 'lapse when their time is up', acts: [ADVANCE, ADVANCE, ADVANCE], status: 'lapsed', signed: ['ARM'] },
  ];
  for (const row of rows)
    test(`TB1 ${row.name}`, () => {
      const proposal = text(acted(started(texted), ...row.acts));
      expect([proposal?.status, proposal?.signed]).toEqual([row.status, row.signed]);
    });
  test('TB1 a no is told to the parties', () => {
    const { events } = give(texted, started(texted), 'RUS', { kind: 'decline', proposal: 'rail-text' });
    expect(events.map((event) => [formatEvent(event), event.audience])).toEqual([['declined rail-text RUS', ['ARM', 'IRN', 'RUS']]]);
  });
  test('TB1 a counter-proposal is an offer of its own', () => {
    const state = acted(started(texted), ['RUS', { kind: 'propose', draft: draft({ title: 'Another text' }), expires: 1, counters: 'rail-text' }]);
    expect(state.proposals['offer-ARM-RUS#1']).toMatchObject({ status: 'open', counters: 'rail-text' });
  });
});

describe('TB1 an answer with all that a text promises goes by its name', () => {
  const [promise] = TEXT.draft.clauses;
  if (promise === undefined) throw new Error('the text promises nothing');
  const PARTIES = ['ARM', 'IRN', 'RUS'];
  const namesAfter = (over: Partial<AgreementDraft>): readonly string[] => {
    const answer = draft({ title: 'An answer', parties: PARTIES, until: null, ...over });
    let state = give(texted, started(texted), 'RUS', { kind: 'propose', draft: answer, expires: 1, counters: 'rail-text' }).state;
    const id = Object.values(state.proposals).find((one) => one.draft.title === 'An answer')?.id ?? '';
    for (const power of answer.parties.filter((one) => one !== 'RUS')) state = give(texted, state, power, { kind: 'sign', proposal: id }).state;
    return Object.keys(state.board.agreements);
  };
  const more = { by: ['USA'], to: ['ARM'], terms: { kind: 'pay', amount: 1, each: false }, from: 1, until: 3 } as const;
  test('TB1 somebody joins it', () => {
    expect(namesAfter({ parties: [...PARTIES, 'USA'], clauses: [promise, more] })).toEqual(['rail-text']);
  });
  test('TB1 what it promises is owed to the newcomer too', () => {
    expect(namesAfter({ parties: [...PARTIES, 'USA'], clauses: [{ ...promise, to: ['IRN', 'RUS', 'USA'] }, more] })).toEqual(['rail-text']);
  });
  test('TB1 not if another makes the promise', () => {
    expect(namesAfter({ clauses: [{ ...promise, by: ['IRN'], to: ['ARM', 'RUS'] }] })).toEqual(['pact#1']);
  });
  test('TB1 not if somebody is left out of it', () => {
    expect(namesAfter({ clauses: [{ ...promise, to: ['IRN'] }] })).toEqual(['pact#1']);
  });
});

describe('TB2 offers that an act contradicts', () => {
  const offer = (terms: 'force' | 'covert'): MatchState => {
    const clauses = [{ by: ['RUS'], to: ['ARM'], terms: { kind: 'refrain', order: { verb: terms } }, from: 1, until: 9 }] as const;
    return give(bare, started(), 'RUS', { kind: 'propose', draft: draft({ clauses, until: 9 }), expires: 3 }).state;
  };
  const statusAfter = (state: MatchState, power: string, line: string): string | undefined => {
    let next = give(bare, state, power, orders(line)).state;
    for (let i = 0; i < 2; i += 1) next = give(bare, next, 'facilitator', { kind: 'advance' }).state;
    return next.proposals['offer-ARM-RUS#1']?.status;
  };
  test('TB2 are voided by it', () => expect(statusAfter(offer('force'), 'RUS', 'RUS mobilise')).toBe('voided'));
  test('TB2 nor one whose promise does not begin yet', () => {
    const clauses = [{ by: ['RUS'], to: ['ARM'], terms: { kind: 'refrain', order: { verb: 'force' } }, from: 2, until: 9 }] as const;
    const state = give(bare, started(), 'RUS', { kind: 'propose', draft: draft({ clauses, until: 9 }), expires: 3 }).state;
    expect(statusAfter(state, 'RUS', 'RUS mobilise')).toBe('open');
  });
  const PROMISES = [
    ['a gate shut against what is offered', { kind: 'gate', gate: 'meghri', status: 'open' }, 'ARM setGate meghri closed'],
    ['a door shut', { kind: 'welcome', area: 'trade', supplier: 'RUS', open: true }, 'ARM doors bar trade RUS'],
    ['a door opened that was to be shut', { kind: 'welcome', area: 'energy', supplier: 'IRN', open: false }, 'ARM doors welcome energy IRN'],
    ['a squeeze of what was to be supplied', { kind: 'supply', area: 'energy', price: 'friend' }, 'RUS squeeze energy ARM for pay 2'],
  ] as const;
  test.each(PROMISES)('TB2 %s', (_name, terms, line) => {
    const by = line.slice(0, 3);
    const other = by === 'ARM' ? 'RUS' : 'ARM';
    const clauses = [{ by: [by], to: [other], terms: terms as ClauseTerms, from: 1, until: 9 }];
    const doors = { ...bare, doors: { ...bare.doors, ARM: { welcomes: [], bar: null } } };
    const state = give(doors, started(doors), by, { kind: 'propose', draft: draft({ clauses, until: 9 }), expires: 3 }).state;
    expect(statusAfter(state, by, line)).toBe('voided');
  });
  test('TB2 not by another order', () => expect(statusAfter(offer('force'), 'RUS', 'RUS harden energy')).toBe('open'));
  test('TB2 not by another power’s', () => expect(statusAfter(offer('force'), 'ARM', 'ARM mobilise')).toBe('open'));
  test('TB2 not by one that nobody may see: it would be told by it', () => expect(statusAfter(offer('covert'), 'RUS', 'RUS spy ARM')).toBe('open'));
});

describe('TB3 ending early', () => {
  const SEAT = (power: string): readonly [string, Input] => ['facilitator', { kind: 'seat', power, sitter: { by: 'human' } }];
  const AGREE: Input = { kind: 'agreeToEnd', agree: true };
  const rows: readonly [name: string, acts: readonly (readonly [string, Input])[], ended: string | null][] = [
    ['all who play in person may agree to end', [SEAT('ARM'), SEAT('RUS'), ['ARM', AGREE], ['RUS', AGREE]], 'agreed'],
    ['one is not all', [SEAT('ARM'), SEAT('RUS'), ['ARM', AGREE]], null],
    ['who changed his mind has not agreed', [SEAT('ARM'), SEAT('RUS'), ['ARM', AGREE], ['ARM', { kind: 'agreeToEnd', agree: false }], ['RUS', AGREE]], null],
    ['who concedes is not asked any more', [SEAT('ARM'), SEAT('RUS'), ['ARM', AGREE], ['RUS', { kind: 'concede' }]], 'agreed'],
    ['nor who has left', [SEAT('ARM'), SEAT('RUS'), ['ARM', AGREE], ['facilitator', { kind: 'seat', power: 'RUS', sitter: { by: 'nobody' } }]], 'agreed'],
    ['who comes is asked', [SEAT('ARM'), SEAT('RUS'), ['ARM', AGREE], SEAT('IRN'), ['RUS', AGREE]], null],
    ['bots have no say', [['ARM', AGREE]], null],
  ];
  for (const [name, acts, ended] of rows)
    test(`TB3 ${name}`, () => expect(acted(started(texted), ...acts).table.ended).toBe(ended));
});

describe('TB4 conceding', () => {
  const conceded = acted(started(texted), ['facilitator', { kind: 'seat', power: 'ARM', sitter: { by: 'human' } }], ['ARM', { kind: 'concede' }]);
  test('TB4 the caretaker plays on, for good and not as a stand-in', () => {
    expect(conceded.table.seats.ARM).toMatchObject({ conceded: true, sitter: { by: 'bot', bot: 'caretaker' } });
    expect(conceded.table.phase).toBe('negotiation');
  });
  test('TB4 a phase that waited for nobody else goes on', () => {
    let state = acted(started(texted), ['facilitator', { kind: 'seat', power: 'ARM', sitter: { by: 'human' } }]);
    for (const { id } of bare.powers.slice(1)) state = give(texted, state, id, { kind: 'setReady', ready: true }).state;
    state = give(texted, state, 'ARM', { kind: 'concede' }).state;
    expect(state.table.phase).toBe('negotiation');
    expect(give(texted, state, 'ARM', { kind: 'setReady', ready: true }).state.table.phase).toBe('orders');
  });
});

describe('TB5 going back', () => {
  const REWIND: readonly [string, Input] = ['facilitator', { kind: 'rewind', turn: 1, sameLuck: true }];
  const PROPOSE: readonly [string, Input] = ['ARM', { kind: 'propose', draft: draft(), expires: 3 }];
  test('TB5 open offers fall', () => {
    expect(acted(started(texted), PROPOSE, REWIND).proposals['offer-ARM-RUS#1']?.status).toBe('voided');
  });
  test('TB5 the scenario’s texts lie on the table as they did at first', () => {
    expect(text(acted(started(texted), ['ARM', { kind: 'decline', proposal: 'rail-text' }], ADVANCE, ADVANCE, ADVANCE, REWIND))).toMatchObject({ status: 'open', signed: ['ARM'] });
  });
  test('TB5 what was signed in a turn that is undone may be signed again', () => {
    const state = acted(started(texted), ['RUS', SIGN], ['IRN', SIGN], REWIND);
    expect(Object.keys(state.board.agreements)).toEqual([]);
    expect(text(acted(state, ['IRN', SIGN], ['RUS', SIGN]))?.status).toBe('concluded');
  });
  test('TB5 what was signed before stays signed', () => {
    const state = acted(started(texted), ['RUS', SIGN], ['IRN', SIGN], ADVANCE, ADVANCE, ['facilitator', { kind: 'rewind', turn: 2, sameLuck: true }]);
    expect(text(state)?.status).toBe('concluded');
    expect(Object.keys(state.board.agreements)).toEqual(['rail-text']);
  });
  test('TB5 a text whose time was up by then is not laid out again', () => {
    const state = acted(started(texted), ADVANCE, ADVANCE, ADVANCE, ADVANCE, ['facilitator', { kind: 'rewind', turn: 3, sameLuck: true }]);
    expect(text(state)?.status).toBe('lapsed');
  });
});
