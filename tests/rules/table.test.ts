import { describe, expect, test } from 'vitest';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { Input } from '../../shared/model/input.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { book } from '../support/book-numbers.ts';
import { bare, give, quiet, refusedWith, seated, setsFrom } from '../support/given.ts';

const started = (scenario = bare): MatchState => give(scenario, seated(scenario), 'facilitator', { kind: 'start' }).state;
const draft = (over: Partial<AgreementDraft> = {}): AgreementDraft => ({
  title: 'Gas for a door', parties: ['ARM', 'RUS'], visibility: 'public', form: 'statement', until: 3, notice: 1,
  clauses: [{ by: ['ARM'], to: ['RUS'], terms: { kind: 'pay', amount: 2, each: false }, from: 1, until: 1 }], ...over,
});
const orders = (...lines: string[]): Input => ({ kind: 'submitOrders', orders: Object.values(setsFrom(lines))[0] ?? NO_ORDERS });

describe('TB refusals change nothing and say why', () => {
  const now = started();
  const shut = give(bare, now, 'facilitator', { kind: 'advance' }).state;
  const paused = give(bare, now, 'facilitator', { kind: 'pause' }).state;
  const rows: readonly [string, MatchState, string, Input, string][] = [
    ['before the start', seated(bare), 'ARM', orders('ARM harden energy'), 'phase/not-started'],
    ['a power that is not in this match', now, 'FRA', orders('FRA harden energy'), 'input/unknown-seat'],
    ['a power that plays the facilitator', now, 'ARM', { kind: 'advance' }, 'input/not-your-seat'],
    ['an order twice', now, 'ARM', orders('ARM harden energy', 'ARM harden energy'), 'orders/twice'],
    ['more than the capital there is', now, 'IRN', orders('IRN court energy ARM', 'IRN court trade ARM', 'IRN court transit ARM'), 'orders/unaffordable'],
    ['courting oneself', now, 'ARM', orders('ARM court energy ARM'), 'orders/not-allowed'],
    ['courting nobody', now, 'ARM', orders('ARM court energy NIX'), 'orders/not-allowed'],
    ['courting what every object has', now, 'ARM', { kind: 'submitOrders', orders: { ...NO_ORDERS, orders: [{ verb: 'court', host: 'constructor', area: 'trade' }] } }, 'orders/not-allowed'],
    ['squeezing with less than twenty', now, 'USA', orders('USA squeeze energy ARM for pay 2'), 'orders/not-allowed'],
    ['demanding what cannot be promised', now, 'RUS', orders('RUS squeeze energy ARM for gate alican open'), 'orders/bad-demand'],
    ['a grievance that is not held', now, 'AZE', { kind: 'submitOrders', orders: { ...NO_ORDERS, orders: [{ verb: 'squeeze', host: 'GEO', area: 'energy', demand: { kind: 'pay', amount: 1, each: false } }] } }, 'orders/not-allowed'],
    ['another owner’s gate', now, 'ARM', orders('ARM setGate alican open'), 'orders/not-allowed'],
    ['a third welcome', now, 'ARM', orders('ARM doors welcome transit IRN'), 'orders/bad-doors'],
    ['talking to oneself', now, 'ARM', { kind: 'say', to: ['ARM'], text: 'hello' }, 'talk/not-in-channel'],
    ['an empty message', now, 'ARM', { kind: 'say', to: ['USA'], text: '   ' }, 'talk/empty'],
    ['too long a message', now, 'ARM', { kind: 'say', to: ['USA'], text: 'x'.repeat(2001) }, 'talk/too-long'],
    ['talking after the doors closed', shut, 'ARM', { kind: 'say', to: ['USA'], text: 'hello' }, 'phase/doors-closed'],
    ['signing after the doors closed', shut, 'ARM', { kind: 'propose', draft: draft(), expires: 1 }, 'phase/doors-closed'],
    ['anything in a pause', paused, 'ARM', { kind: 'setReady', ready: true }, 'phase/paused'],
    ['a proposal without oneself', now, 'USA', { kind: 'propose', draft: draft(), expires: 1 }, 'treaty/not-a-party'],
    ['a proposal in the past', now, 'ARM', { kind: 'propose', draft: draft(), expires: 0 }, 'treaty/bad-draft'],
    ['a guarantee against nobody', now, 'ARM', { kind: 'propose', draft: draft({ clauses: [{ by: ['RUS'], to: ['ARM'], terms: { kind: 'guarantee', against: [] }, from: 1, until: 3 }] }), expires: 1 }, 'treaty/bad-draft'],
    ['a regime without all owners', now, 'ARM', { kind: 'propose', draft: draft({ clauses: [{ by: ['ARM'], to: ['RUS'], terms: { kind: 'gate', route: 'syunik-route', regime: 'sovereign' }, from: 1, until: 3 }] }), expires: 1 }, 'treaty/bad-draft'],
    ['a gate that is not theirs to promise', now, 'ARM', { kind: 'propose', draft: draft({ clauses: [{ by: ['ARM'], to: ['RUS'], terms: { kind: 'gate', gate: 'alican', status: 'open' }, from: 1, until: 3 }] }), expires: 1 }, 'treaty/bad-draft'],
    ['signing what is not there', now, 'ARM', { kind: 'sign', proposal: 'offer-ARM-RUS#9' }, 'treaty/unknown'],
    ['signing what every object has', now, 'ARM', { kind: 'sign', proposal: '__proto__' }, 'treaty/unknown'],
    ['leaving what every object has', now, 'ARM', { kind: 'giveNotice', agreement: 'constructor' }, 'treaty/unknown'],
    ['a promise about what every object has', now, 'ARM', { kind: 'propose', draft: draft({ clauses: [{ by: ['ARM'], to: ['RUS'], terms: { kind: 'do', order: { verb: 'court', host: '__proto__' } }, from: 1, until: 3 }] }), expires: 1 }, 'treaty/bad-draft'],
    ['a promise by somebody twice', now, 'ARM', { kind: 'propose', draft: draft({ clauses: [{ by: ['ARM', 'ARM'], to: ['RUS'], terms: { kind: 'pay', amount: 2, each: false }, from: 1, until: 1 }] }), expires: 1 }, 'treaty/bad-draft'],
    ['a pair of guards that is one', now, 'ARM', { kind: 'submitOrders', orders: { ...NO_ORDERS, orders: [{ verb: 'postGuard', gate: 'margara', guard: ['RUS', 'RUS'] }] } }, 'orders/not-allowed'],
    ['a clock that has not run out', now, 'table', { kind: 'deadlineReached' }, 'phase/too-early'],
    ['a card that is not there', now, 'facilitator', { kind: 'inject', card: 'nothing' }, 'control/unknown-card'],
    ['a correction of nothing', now, 'facilitator', { kind: 'override', effects: [], reason: 'why' }, 'control/bad-effect'],
    ['a correction of what does not exist', now, 'facilitator', { kind: 'override', effects: [{ kind: 'tension', front: 'nowhere', by: 1 }], reason: 'why' }, 'control/bad-effect'],
    ['a correction of what every object has', now, 'facilitator', { kind: 'override', effects: [{ kind: 'endAgreement', agreement: 'toString' }], reason: 'why' }, 'control/bad-effect'],
    ['rewinding to a turn that was not', now, 'facilitator', { kind: 'rewind', turn: 5, sameLuck: true }, 'control/unknown-turn'],
    ['starting twice', now, 'facilitator', { kind: 'start' }, 'phase/already-started'],
    ['extending a clock that does not run', now, 'facilitator', { kind: 'extend', by: 1000 }, 'control/bad-time'],
    ['resuming what runs', now, 'facilitator', { kind: 'resumeClock' }, 'phase/not-paused'],
  ];
  for (const [name, state, seat, input, code] of rows) {
    test(`${name}: ${code}`, () => {
      const before = JSON.stringify(state);
      expect(refusedWith(bare, state, seat, input)?.code).toBe(code);
      expect(JSON.stringify(state)).toBe(before);
    });
  }

  test('a facilitator’s acts at a table without one', () => {
    const own = { ...now, settings: { ...now.settings, facilitated: false } };
    expect(refusedWith(bare, own, 'facilitator', { kind: 'pause' })?.code).toBe('control/not-facilitated');
  });
});

describe('TB the table', () => {
  test('a phase ends when every seated human and bot is ready', () => {
    let state = started();
    for (const { id } of bare.powers.slice(0, 5)) state = give(bare, state, id, { kind: 'setReady', ready: true }).state;
    expect(state.table.phase).toBe('negotiation');
    state = give(bare, state, 'IRN', { kind: 'setReady', ready: true }).state;
    expect(state.table.phase).toBe('orders');
    expect(Object.values(state.table.seats).every((seat) => !seat.ready)).toBe(true);
  });

  test('the last set submitted is what runs', () => {
    let state = started();
    state = give(bare, state, 'ARM', orders('ARM harden energy')).state;
    state = give(bare, state, 'ARM', orders('ARM harden trade')).state;
    state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
    const { events } = give(bare, state, 'facilitator', { kind: 'advance' });
    expect(events.map(formatEvent)).toContain('ordered ARM harden trade');
  });

  test('a paused clock keeps what was left on it', () => {
    const timed = { ...started(), settings: { ...started().settings, negotiation: 60_000 } };
    let state: MatchState = { ...timed, table: { ...timed.table, deadline: timed.version + 60_000 } };
    state = give(bare, state, 'facilitator', { kind: 'pause' }).state;
    expect(state.table).toMatchObject({ deadline: null, paused: { left: 60_000 } });
    state = give(bare, state, 'facilitator', { kind: 'extend', by: 5_000 }).state;
    const at = state.version;
    state = give(bare, state, 'facilitator', { kind: 'resumeClock' }).state;
    expect(state.table).toMatchObject({ deadline: at + 65_000, paused: null });
  });

  test('an agreement is concluded when its last party signs, and a secret one is told to nobody else', () => {
    let state = started();
    state = give(bare, state, 'ARM', { kind: 'propose', draft: draft({ visibility: 'secret' }), expires: 1 }).state;
    const done = give(bare, state, 'RUS', { kind: 'sign', proposal: 'offer-ARM-RUS#1' });
    const concluded = done.events.find((event) => event.kind === 'agreementConcluded');
    expect(concluded?.audience).toEqual(['ARM', 'RUS']);
    expect(Object.keys(done.state.board.agreements)).toEqual([expect.stringMatching(/^secret-ARM-RUS#[0-9a-f]{6}$/u)]);
  });

  test('a treaty costs each signatory capital', () => {
    let state = started();
    state = give(bare, state, 'ARM', { kind: 'propose', draft: draft({ form: 'treaty' }), expires: 1 }).state;
    const { events } = give(bare, state, 'RUS', { kind: 'sign', proposal: 'offer-ARM-RUS#1' });
    expect(events.map(formatEvent)).toEqual(expect.arrayContaining(['track ARM capital 5→4', 'track RUS capital 5→4']));
  });

  test('offers lapse when their time is up, and a contrary act voids the others', () => {
    let state = started();
    const peace = draft({ clauses: [{ by: ['RUS'], to: ['ARM'], terms: { kind: 'refrain', order: { verb: 'squeeze', host: 'ARM' } }, from: 1, until: 3 }] });
    state = give(bare, state, 'ARM', { kind: 'propose', draft: draft(), expires: 1 }).state;
    state = give(bare, state, 'RUS', { kind: 'propose', draft: peace, expires: 2 }).state;
    state = give(bare, state, 'RUS', orders('RUS squeeze energy ARM for pay 2')).state;
    state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
    expect(state.proposals['offer-ARM-RUS#1']?.status).toBe('lapsed');
    state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
    expect(state.proposals['offer-ARM-RUS#2']?.status).toBe('voided');
  });

  test('consent frees from a promise made to wait for it', () => {
    let state = started(quiet);
    state = give(quiet, state, 'AZE', { kind: 'consent', agreement: 'baku-first', clause: 'c1', given: true }).state;
    state = give(quiet, state, 'TUR', orders('TUR setGate alican restricted')).state;
    state = give(quiet, state, 'facilitator', { kind: 'advance' }).state;
    const lines = give(quiet, state, 'facilitator', { kind: 'advance' }).events.map(formatEvent);
    expect(lines.filter((line) => line.startsWith('judged baku-first.c1 '))).toEqual([]);
  });

  test('notice runs before it frees', () => {
    let state = started(quiet);
    state = give(quiet, state, 'RUS', { kind: 'giveNotice', agreement: 'eaeu' }).state;
    expect(state.board.agreements.eaeu?.status).toBe('inForce');
    expect(state.board.agreements.eaeu?.leaving).toEqual({ RUS: 5 });
  });

  test('a rewound turn starts as it started, with new luck unless the old is asked for', () => {
    const start = started(book);
    let state = start;
    for (let i = 0; i < 2; i += 1) state = give(book, state, 'facilitator', { kind: 'advance' }).state;
    expect(state.board.turn).toBe(2);
    const again = give(book, state, 'facilitator', { kind: 'rewind', turn: 1, sameLuck: false }).state;
    expect(again.board).toEqual(start.board);
    expect(again.table.draw).toBe(1);
    expect(give(book, state, 'facilitator', { kind: 'rewind', turn: 1, sameLuck: true }).state.table.draw).toBe(0);
  });

  test('in one window there is no phase of its own for orders', () => {
    const opened = seated(bare);
    let state: MatchState = { ...opened, settings: { ...opened.settings, oneWindow: true } };
    state = give(bare, state, 'facilitator', { kind: 'start' }).state;
    state = give(bare, state, 'ARM', orders('ARM harden energy')).state;
    state = give(bare, state, 'ARM', { kind: 'say', to: ['USA'], text: 'still talking' }).state;
    const { state: next, events } = give(bare, state, 'facilitator', { kind: 'advance' });
    expect(events.map(formatEvent)).toContain('ordered ARM harden energy');
    expect(next.table.phase).toBe('negotiation');
    expect(next.board.turn).toBe(2);
  });

  test('a suspended agreement is not judged, and only a wronged party may suspend', () => {
    let state = started(quiet);
    expect(refusedWith(quiet, state, 'ARM', { kind: 'suspend', agreement: 'eaeu' })?.code).toBe('treaty/not-open');
    state = give(quiet, state, 'RUS', orders('RUS squeeze trade ARM for pay 2')).state;
    for (let i = 0; i < 2; i += 1) state = give(quiet, state, 'facilitator', { kind: 'advance' }).state;
    state = give(quiet, state, 'ARM', { kind: 'suspend', agreement: 'eaeu' }).state;
    expect(state.board.agreements.eaeu?.status).toBe('suspended');
    expect(give(quiet, state, 'ARM', { kind: 'resume', agreement: 'eaeu' }).state.board.agreements.eaeu?.status).toBe('inForce');
  });

  test('a correction is on the record with its reason, and what follows from it is caused by it', () => {
    const effects = [{ kind: 'track', power: 'ARM', track: 'stability', by: 5 }] as const;
    const { events } = give(bare, started(), 'facilitator', { kind: 'override', effects, reason: 'a slip in the count' });
    const corrected = events.find((event) => event.kind === 'overridden');
    expect(corrected).toMatchObject({ reason: 'a slip in the count', audience: 'public' });
    expect(events.find((event) => event.kind === 'trackMoved')?.cause).toEqual({ kind: 'events', ids: [corrected?.id] });
  });
});

describe('TB the facilitator’s other acts', () => {
  test('a note is told to those whom it is for', () => {
    const to = (whom: 'all' | string[]) => give(bare, started(), 'facilitator', { kind: 'postNote', to: whom, text: 'Five minutes.' }).events[0]?.audience;
    expect([to('all'), to(['ARM'])]).toEqual(['public', ['ARM']]);
  });
  test('a card that is injected is told as such, and scores are told anew', () => {
    const [card] = book.cards;
    const { events } = give(book, started(book), 'facilitator', { kind: 'inject', card: card?.id ?? '' });
    expect(events.map(formatEvent)).toContain(`card ${card?.id} injected`);
    expect(events.at(-1)?.kind).toBe('scored');
  });
  test('a running clock is moved, but never into the past', () => {
    const timed: MatchState = { ...started(), table: { ...started().table, deadline: 60_000 } };
    const moved = (by: number) => give(bare, timed, 'facilitator', { kind: 'extend', by }).state.table.deadline;
    expect([moved(5_000), moved(-999_000)]).toEqual([65_000, timed.version + 1_000]);
  });
  test('a pause without a clock, and its end', () => {
    let state = give(bare, started(), 'facilitator', { kind: 'pause' }).state;
    expect(state.table.paused).toEqual({ left: null });
    expect(refusedWith(bare, state, 'facilitator', { kind: 'advance' })?.code).toBe('phase/paused');
    expect(refusedWith(bare, state, 'table', { kind: 'deadlineReached' })?.code).toBe('phase/paused');
    expect(refusedWith(bare, state, 'facilitator', { kind: 'pause' })?.code).toBe('phase/paused');
    state = give(bare, state, 'facilitator', { kind: 'resumeClock' }).state;
    expect(state.table).toMatchObject({ paused: null, deadline: null });
  });
  test('after the end there is nothing left to do, except nothing', () => {
    let state = give(bare, started(), 'facilitator', { kind: 'seat', power: 'ARM', sitter: { by: 'human' } }).state;
    state = give(bare, state, 'ARM', { kind: 'agreeToEnd', agree: true }).state;
    const codes = ([['ARM', { kind: 'setReady', ready: true }], ['facilitator', { kind: 'advance' }], ['facilitator', { kind: 'rewind', turn: 1, sameLuck: true }], ['facilitator', { kind: 'postNote', to: 'all', text: 'x' }], ['facilitator', { kind: 'seat', power: 'ARM', sitter: { by: 'human' } }]] as const).map(([seat, input]) => refusedWith(bare, state, seat, input)?.code);
    expect(codes).toEqual(Array.from(codes, () => 'phase/ended'));
  });
  test('to be ready twice is to be ready once', () => {
    const state = give(bare, started(), 'ARM', { kind: 'setReady', ready: true }).state;
    expect(give(bare, state, 'ARM', { kind: 'setReady', ready: true }).events).toEqual([]);
  });
  test('a word to all is public, and counted in its channel', () => {
    let state = started();
    const all = bare.powers.map(({ id }) => id).slice(1);
    const first = give(bare, state, 'ARM', { kind: 'say', to: all, text: ' hello ' });
    state = first.state;
    expect(first.events[0]).toMatchObject({ audience: 'public', message: { text: 'hello' } });
    const second = give(bare, state, 'ARM', { kind: 'say', to: all, text: 'again' }).events[0];
    expect(second?.kind === 'said' && second.message.id.endsWith('#2')).toBe(true);
  });
});
