import { describe, expect, test } from 'vitest';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { Effect } from '../../shared/model/effect.ts';
import type { Input } from '../../shared/model/input.ts';
import type { MatchState, PressMode } from '../../shared/model/state.ts';
import { parseEffect } from '../../shared/notation/effect-notation.ts';
import { formatEvent } from '../../shared/notation/event-notation.ts';
import { setup } from '../../shared/rules/setup.ts';
import { bare, give, place, quiet, refusedWith, seated, setsFrom, settings } from '../support/given.ts';

const started = (scenario = bare, given: readonly string[] = []): MatchState => {
  const start = seated(scenario);
  return give(scenario, { ...start, board: given.reduce(place, start.board) }, 'facilitator', { kind: 'start' }).state;
};
const effect = (line: string): Effect => {
  const read = parseEffect(line);
  if (!read.ok) throw new Error(read.why);
  return read.value;
};
const draft = (over: Partial<AgreementDraft> = {}): AgreementDraft => ({
  title: 'Gas for a door', parties: ['ARM', 'RUS'], visibility: 'public', form: 'statement', until: 3, notice: 1,
  clauses: [{ by: ['ARM'], to: ['RUS'], terms: { kind: 'pay', amount: 2, each: false }, from: 1, until: 1 }], ...over,
});
const propose = (one: AgreementDraft, counters?: string): Input => ({ kind: 'propose', draft: one, expires: 2, ...(counters === undefined ? {} : { counters }) });

describe('TB a correction speaks of things that exist', () => {
  const rows: readonly [line: string, is: boolean][] = [
    ['share ARM trade EUR +2', true], ['share FRA trade EUR +2', false], ['share ARM trade ARM +2', false], ['share ARM trade FRA +2', false],
    ['track ARM stability -5', true], ['track GEO stability -5', false],
    ['tension syunik +1', true], ['tension nowhere +1', false],
    ['gateStatus alican open', true], ['gateStatus nowhere open', false],
    ['guard margara ARM+EUR', true], ['guard nowhere ARM', false], ['guard margara FRA', false],
    ['regime syunik-route none', true], ['regime nowhere none', false],
    ['site base-gyumri -1', true], ['site nowhere -1', false],
    ['operator base-gyumri ARM', true], ['operator nowhere ARM', false], ['operator base-gyumri FRA', false],
    ['progress metsamor-new RUS +2', true], ['progress nowhere RUS +2', false], ['progress metsamor-new FRA +2', false],
    ['grievance ARM RUS', true], ['grievance GEO RUS', false], ['grievance ARM GEO', false],
    ['impose caatsa', true], ['lift caatsa', true], ['lift nothing', false],
    ['prize meghri-strip AZE', true], ['prize nowhere AZE', false], ['prize meghri-strip FRA', false],
    ['profit lars-road ARM +1', true], ['profit nowhere ARM +1', false], ['profit lars-road FRA +1', false],
    ['expose 50', true],
    ['endAgreement mine', true], ['endAgreement nowhere', false],
  ];
  const state = started(bare, ['pact mine statement secret: RUS to ARM pay 2 @1-3']);
  for (const [line, is] of rows)
    test(`TB ${line} ${is ? 'may be corrected' : 'may not'}`, () => {
      const answer = refusedWith(bare, state, 'facilitator', { kind: 'override', effects: [effect(line)], reason: 'a slip' });
      expect(answer?.because.why ?? null).toBe(is ? null : 'unknown');
    });
  test('TB chances are of a hundred', () => {
    const by = (percent: number) => refusedWith(bare, state, 'facilitator', { kind: 'override', effects: [{ kind: 'expose', percent }], reason: 'a slip' })?.code ?? null;
    expect([by(0), by(100), by(101), by(-1)]).toEqual([null, null, 'control/bad-effect', 'control/bad-effect']);
  });
  test('TB a correction has a reason', () => {
    expect(refusedWith(bare, state, 'facilitator', { kind: 'override', effects: [effect('tension syunik +1')], reason: '  ' })?.because.why).toBe('reason');
  });
});

describe('TB the press', () => {
  const all = bare.powers.map(({ id }) => id).slice(1);
  const rows: readonly [press: PressMode, to: readonly string[], code: string | null][] = [
    ['full', ['USA'], null], ['public', ['USA'], 'talk/press-closed'], ['public', all, null], ['agreements', all, 'talk/press-closed'], ['full', ['FRA'], 'talk/not-in-channel'],
  ];
  for (const [press, to, code] of rows)
    test(`TB in a ${press} press, to ${to.length === 1 ? to[0] : 'all'}: ${code ?? 'may be said'}`, () => {
      const state = { ...started(), settings: { ...settings, press } };
      expect(refusedWith(bare, state, 'ARM', { kind: 'say', to, text: 'hello' })?.code ?? null).toBe(code);
    });
});

describe('TB who may do what', () => {
  const rows: readonly [name: string, seat: string, input: Input, code: string][] = [
    ['the table plays no cards', 'table', { kind: 'inject', card: 'any' }, 'input/not-your-seat'],
    ['nobody seats a power that is not here', 'table', { kind: 'seat', power: 'FRA', sitter: { by: 'human' } }, 'input/unknown-seat'],
    ['a note says something', 'facilitator', { kind: 'postNote', to: 'all', text: ' ' }, 'talk/empty'],
  ];
  for (const [name, seat, input, code] of rows)
    test(`TB ${name}: ${code}`, () => expect(refusedWith(bare, started(), seat, input)?.code).toBe(code));
  test('TB before the start only seats, notes and the start itself', () => {
    const table = seated(bare);
    const codes = ([{ kind: 'postNote', to: 'all', text: 'Welcome.' }, { kind: 'seat', power: 'ARM', sitter: { by: 'human' } }, { kind: 'start' }, { kind: 'advance' }] as const).map((input) => refusedWith(bare, table, 'facilitator', input)?.code ?? null);
    expect(codes).toEqual([null, null, null, 'phase/not-started']);
  });
});

describe('TB clocks', () => {
  const timed = (oneWindow = false): MatchState => ({ ...seated(bare), settings: { ...settings, negotiation: 60_000, orders: 30_000, oneWindow } });
  test('TB each phase has its own, from the moment at which it opens', () => {
    const open = give(bare, timed(), 'facilitator', { kind: 'start' }).state;
    expect(open.table.deadline).toBe(timed().version + 60_000);
    const shut = give(bare, open, 'facilitator', { kind: 'advance' }).state;
    expect(shut.table.deadline).toBe(open.version + 30_000);
  });
  test('TB the table itself ends a phase whose time is over', () => {
    const open = give(bare, timed(), 'facilitator', { kind: 'start' }).state;
    expect(refusedWith(bare, { ...open, version: 59_000 }, 'table', { kind: 'deadlineReached' })?.code).toBe('phase/too-early');
    const late = { ...open, version: 61_000 };
    expect(give(bare, late, 'table', { kind: 'deadlineReached' }).state.table).toMatchObject({ phase: 'orders', deadline: 91_000 });
  });
  test('TB a turn that is played again has its own', () => {
    const open = give(bare, timed(), 'facilitator', { kind: 'start' }).state;
    expect(give(bare, open, 'facilitator', { kind: 'rewind', turn: 1, sameLuck: true }).state.table.deadline).toBe(open.version + 60_000);
  });
});

describe('TB offers', () => {
  test('TB a counter-proposal closes what it counters', () => {
    let state = give(bare, started(), 'ARM', propose(draft())).state;
    state = give(bare, state, 'RUS', propose(draft({ title: 'Less gas' }), 'offer-ARM-RUS#1')).state;
    expect(state.proposals['offer-ARM-RUS#1']?.status).toBe('countered');
    expect(state.proposals['offer-ARM-RUS#2']).toMatchObject({ by: 'RUS', counters: 'offer-ARM-RUS#1', signed: ['RUS'] });
  });
  test('TB who joins the talks does not learn what was countered', () => {
    let state = give(bare, started(), 'ARM', propose(draft())).state;
    state = give(bare, state, 'RUS', propose(draft({ parties: ['ARM', 'IRN', 'RUS'] }), 'offer-ARM-RUS#1')).state;
    expect(state.proposals['offer-ARM-IRN-RUS#1']?.counters).toBeNull();
  });
  test('TB an offer is withdrawn by its maker and declined by the others', () => {
    const became = (seat: string, kind: 'withdrawProposal' | 'decline') => give(bare, give(bare, started(), 'ARM', propose(draft())).state, seat, { kind, proposal: 'offer-ARM-RUS#1' }).state.proposals['offer-ARM-RUS#1']?.status;
    expect([became('ARM', 'withdrawProposal'), became('RUS', 'decline')]).toEqual(['withdrawn', 'declined']);
  });
  test('TB notice of nothing frees at once', () => {
    let state = give(bare, started(), 'ARM', propose(draft({ notice: 0, visibility: 'secret' }))).state;
    state = give(bare, state, 'RUS', { kind: 'sign', proposal: 'offer-ARM-RUS#1' }).state;
    const [id = ''] = Object.keys(state.board.agreements);
    const { state: left, events } = give(bare, state, 'ARM', { kind: 'giveNotice', agreement: id });
    expect(left.board.agreements[id]?.status).toBe('withdrawn');
    expect(events.every((event) => event.audience !== 'public')).toBe(true);
  });
});

describe('AG11 a treaty costs capital', () => {
  const offered = (form: 'treaty' | 'statement', capital: number) =>
    refusedWith(bare, started(bare, [`track ARM capital ${capital}`]), 'ARM', propose(draft({ form })))?.code ?? null;
  test.each([
    ['is not proposed by who cannot pay', 'treaty', 0, 'treaty/unaffordable'],
    ['is by who can', 'treaty', bare.magnitudes.treaty.capital, null],
    ['and a statement by anybody', 'statement', 0, null],
    ['rich or poor', 'statement', 5, null],
  ] as const)('AG11 %s', (_name, form, capital, code) => {
    expect(offered(form, capital)).toBe(code);
  });
});

describe('TB setting out', () => {
  test('TB agendas are dealt by the seed, where there are any', () => {
    const deal = (seed: string) => setup(quiet, { seed, settings }).board.agendas;
    expect(deal('one')).toEqual(deal('one'));
    expect(new Set(['one', 'two', 'three', 'four', 'five'].map((seed) => JSON.stringify(deal(seed)))).size).toBeGreaterThan(1);
    expect(setup({ ...quiet, agendas: {} }, { seed: 'one', settings }).board.agendas).toEqual({});
  });
  test('TB what was ordered and cannot be paid any more lapses, the last first', () => {
    let state = started(bare, ['track ARM capital 3']);
    const [set] = Object.values(setsFrom(['ARM harden energy', 'ARM harden borders']));
    state = give(bare, state, 'ARM', { kind: 'submitOrders', orders: set as never }).state;
    const cost = bare.magnitudes.treaty.capital;
    state = give(bare, state, 'ARM', propose(draft({ form: 'treaty' }))).state;
    state = give(bare, state, 'RUS', { kind: 'sign', proposal: 'offer-ARM-RUS#1' }).state;
    expect(state.board.tracks.ARM?.capital).toBe(3 - cost);
    state = give(bare, state, 'facilitator', { kind: 'advance' }).state;
    const lines = give(bare, state, 'facilitator', { kind: 'advance' }).events.map(formatEvent);
    expect(lines).toContain('lapsed ARM unaffordable');
    expect(lines).toContain('ordered ARM harden energy');
  });
});
