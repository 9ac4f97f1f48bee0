import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { lastAbsence } from '../../client/match/absence-account.ts';
import { AbsenceAccount } from '../../client/match/absence-dialog.tsx';
import { StandInBanner } from '../../client/match/stand-in-banner.tsx';
import { createStore } from '../../client/store/create-store.ts';
import { type Intents, type MatchClientState, MatchContext } from '../../client/store/match-store.ts';
import { botActs } from '../../shared/bots/bots.ts';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { Input, Sitter } from '../../shared/model/input.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { give, quiet, seated } from '../support/given.ts';

const HUMAN: Sitter = { by: 'human' };
const SECRET = 'Between us two';
const seat = (power: PowerId, sitter: Sitter): Input => ({ kind: 'seat', power, sitter });
const act = (state: MatchState, input: Input, by: PowerId = 'facilitator'): MatchState =>
  give(quiet, state, by, input).state;
const next = (state: MatchState): MatchState => act(act(state, { kind: 'advance' }), { kind: 'advance' });
const viewOf = (state: MatchState, viewer: PowerId): SeatView => viewFor(quiet, state, viewer);

/** Russia offers something, for this turn. */
const offers = (state: MatchState, title: string, to: PowerId): MatchState => {
  const { turn } = state.board;
  const terms = { kind: 'pay', amount: 1, each: false } as const;
  const draft: AgreementDraft = {
    ...{ title, parties: ['RUS', to], visibility: 'secret', form: 'statement', until: turn + 1, notice: 0 },
    clauses: [{ by: ['RUS'], to: [to], terms, from: turn + 1, until: turn + 1 }],
  };
  return act(state, { kind: 'propose', draft, expires: turn }, 'RUS');
};

/** Armenia’s person misses two turns; the caretaker plays the third, in which Russia offers something that lapses. */
const begun = (): MatchState => {
  const start = seated(quiet);
  const longer = { ...start, settings: { ...start.settings, turns: 6 } };
  return act(act(longer, { kind: 'start' }), seat('ARM', HUMAN));
};
const caretakerTurn = (state: MatchState): MatchState => {
  const offered = offers(offers(state, 'A small gift', 'ARM'), SECRET, 'USA');
  const closed = act(offered, { kind: 'advance' });
  const luck = { match: 'luck', now: 'luck' };
  const acts = botActs(quiet, viewOf(closed, 'ARM'), { bot: 'caretaker' }, luck);
  return act(
    acts.reduce((now, input) => act(now, input, 'ARM'), closed),
    { kind: 'advance' },
  );
};
const away = (): MatchState => caretakerTurn(next(next(begun())));
const back = (): MatchState => act(away(), seat('ARM', HUMAN));

const intents: Intents = {
  ...{ send: async () => ({ ok: true, version: 0 }) as const, act: null },
  ...{ select: () => undefined, ask: () => undefined, draftOrders: () => undefined },
  ...{ draftProposal: () => undefined, draftText: () => undefined, markRead: () => undefined },
  ...{ mute: () => undefined, report: null },
};
const wordsOf = (view: SeatView, shown: React.ReactNode): string => {
  const store = createStore<MatchClientState>({
    ...{
      scenario: quiet,
      link: 'live',
      problem: null,
      welcome: null,
      view,
      line: '',
      version: 1,
      skew: 0,
      digests: [],
    },
    ...{ people: {}, drafts: { orders: null, proposal: null, texts: {} }, selection: null, read: {}, receipt: null },
    ...{ muted: [], reporting: null, elsewhere: false },
    asked: null,
  });
  const markup = renderToStaticMarkup(<MatchContext value={{ store, intents }}>{shown}</MatchContext>);
  return markup.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
};

describe('the account of an absence', () => {
  test('begins with the turns that were missed and ends with the return', () => {
    const absence = lastAbsence(viewOf(back(), 'ARM'), 'ARM');
    expect(absence).toMatchObject({ bot: { bot: 'caretaker' }, back: { turn: 4 } });
    expect(absence?.turns.map(({ turn }) => turn)).toEqual([1, 2, 3, 4]);
    const kinds = absence?.turns.map(({ events }) => events.map(({ kind }) => kind)) ?? [];
    expect(kinds[0]).toContain('turnMissed');
    expect(kinds[1]).toContain('turnMissed');
    expect(kinds[2]).toContain('ordersRevealed');
    expect(absence?.turns.map(({ held }) => held)).toEqual([true, true, false, false]);
  });

  test('says what changed in the power’s own numbers', () => {
    const view = viewOf(back(), 'ARM');
    const turns = lastAbsence(view, 'ARM')?.turns ?? [];
    const moved = turns.flatMap(({ tracks }) => tracks.filter(({ track }) => track === 'capital'));
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.at(-1)?.to).toBe(view.tracks.ARM?.exact?.capital);
    expect(turns.findLast(({ score }) => score !== null)?.score?.to).toBe(view.scores.powers.ARM?.full);
  });

  test('is open while the absence lasts', () => {
    expect(lastAbsence(viewOf(away(), 'ARM'), 'ARM')?.back).toBeNull();
  });

  test('is there for whoever comes to a seat that a bot has had from the start', () => {
    const taken = act(next(begun()), seat('USA', HUMAN));
    const absence = lastAbsence(viewOf(taken, 'USA'), 'USA');
    expect(absence).toMatchObject({ bot: { bot: 'hold' }, back: { turn: 2 } });
    expect(absence?.turns[0]).toMatchObject({ turn: 1, held: true });
  });

  test('is none for who was there all the time', () => {
    const start = seated(quiet);
    const people = quiet.powers.reduce((now, { id }) => act(now, seat(id, HUMAN)), start);
    expect(lastAbsence(viewOf(people, 'ARM'), 'ARM')?.turns ?? []).toEqual([]);
  });

  test('in words names the bot, each quarter and what was ordered', () => {
    const view = viewOf(back(), 'ARM');
    const absence = lastAbsence(view, 'ARM');
    const words = absence === null ? '' : wordsOf(view, <AbsenceAccount absence={absence} />);
    expect(words).toContain('Bot, caretaker · keeps agreements, signs nothing');
    for (const quarter of ['Q1 2025', 'Q2 2025', 'Q3 2025']) expect(words).toContain(quarter);
    expect(words).toMatch(/Armenia ordered: /);
    expect(words).toMatch(/Russia proposed “A small gift” to (you|Armenia)/);
    expect(words).toContain('The proposal “A small gift” lapsed');
    expect(words).not.toContain(SECRET);
    expect(words).toMatch(/capital \d+ → \d+/);
    expect(words).not.toMatch(/undefined|NaN|\{\w+\}/u);
  });
});

describe('the banner', () => {
  test('offers the seat and the account to whom a caretaker stands in for', () => {
    const words = wordsOf(viewOf(away(), 'ARM'), <StandInBanner />);
    expect(words).toContain('Take over again');
    expect(words).toContain('What was done');
  });

  test('offers the account in the turn of the return, and no longer', () => {
    const state = back();
    expect(wordsOf(viewOf(state, 'ARM'), <StandInBanner />)).toContain('What was done');
    const later = next(act(act(state, { kind: 'advance' }), { kind: 'setReady', ready: true }, 'ARM'));
    expect(wordsOf(viewOf(later, 'ARM'), <StandInBanner />)).not.toContain('What was done');
  });

  test('says nothing to who was never away', () => {
    expect(wordsOf(viewOf(begun(), 'ARM'), <StandInBanner />).trim()).toBe('');
  });
});
