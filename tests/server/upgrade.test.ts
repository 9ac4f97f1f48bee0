import { expect, test, vi } from 'vitest';
import { recordFor } from '../../server/http/records.ts';
import type { Journal } from '../../server/match/clock.ts';
import { foundationOf } from '../../server/match/foundation.ts';
import type { OpenMatch } from '../../server/match/open-match.ts';
import type { MatchStore, StoredTurn } from '../../server/store/match-store.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { erasedLines } from '../../shared/replay/erase.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { type Ground, givenTable, ground, PEOPLE, type Power, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';

/** Another digest, and every number the same. */
const renamed: Scenario = { ...tiny, title: 'The same by another name' };
/** Capital comes in otherwise, and so every board is another one. */
const richer: Scenario = {
  ...tiny,
  magnitudes: {
    ...tiny.magnitudes,
    capital: {
      ...tiny.magnitudes.capital,
      incomeByStability: tiny.magnitudes.capital.incomeByStability.map((row) => ({ ...row, income: row.income + 3 })),
    },
  },
};
/** Turns of a short match of the tiny scenario. */
const LENGTH = tiny.lengths.short;
const POWERS = Object.keys(PEOPLE) as Power[];

const serverWith = (store: MatchStore, scenario: Scenario, journal?: Journal): Ground =>
  ground({
    store,
    directory: { scenario, scenarioById: () => scenario, ...(journal === undefined ? {} : { journal }) },
  });

const turnDone = async (open: OpenMatch): Promise<void> => {
  for (const _phase of ['negotiation', 'orders']) {
    for (const power of POWERS) await send(open, power, { kind: 'setReady', ready: true });
  }
};
const playOut = async (open: OpenMatch): Promise<void> => {
  while (open.match.state.table.phase !== 'ended') await turnDone(open);
};
const stored = (store: MatchStore, id: string, turn: number): Promise<void> =>
  vi.waitFor(async () => expect((await store.lastTurn(id))?.turn).toBe(turn));
const told = (open: OpenMatch) => [...open.match.state.events].filter(({ kind }) => kind === 'rulesChanged');
const wholeRecord = async (open: OpenMatch) => {
  const record = await recordFor(open, { person: 'anna', facilitates: false }, { messages: true });
  if (record === null) throw new Error('no record');
  return record;
};

/** One turn closed under the rules of before, something said in the next one, and the server stopped. */
const leftInTurnTwo = async (choice: Parameters<typeof givenTable>[1] = {}) => {
  const store = memoryStore();
  const before = serverWith(store, tiny);
  const open = await givenTable(before, { length: 'short', ...choice });
  await turnDone(open);
  await stored(store, open.match.id, 1);
  await send(open, 'NOR', { kind: 'say', to: ['SUD'], text: 'until tomorrow' });
  const { state, digests } = open.match;
  await before.directory.close();
  return { store, id: open.match.id, state, digests };
};
const openedBy = async (store: MatchStore, scenario: Scenario, id: string, journal?: Journal): Promise<OpenMatch> => {
  const open = await serverWith(store, scenario, journal).directory.open(id);
  if (open === null) throw new Error('not there');
  return open;
};

test('a match goes on as it was under rules that tell it the same, and its record says by what it was begun', async () => {
  const { store, id, state, digests } = await leftInTurnTwo();
  const open = await openedBy(store, renamed, id);
  expect(open.match.state).toEqual(state);
  expect(open.match.digests).toEqual(digests);
  expect([told(open), open.match.seam]).toEqual([[], null]);
  await playOut(open);
  const record = await wholeRecord(open);
  expect(record.begun).toMatchObject({ rules: 3 });
  expect(verifyRecord(JSON.parse(JSON.stringify(record)), () => renamed)).toMatchObject({
    ok: true,
    turns: LENGTH,
    from: 1,
  });
});

test('rules that would tell it otherwise change nothing of what was played: it goes on from there, and says so', async () => {
  const { store, id, state, digests } = await leftInTurnTwo();
  const warn = vi.fn();
  const open = await openedBy(store, richer, id, { info: vi.fn(), warn, error: vi.fn() });
  expect(warn).toHaveBeenCalledWith(
    expect.objectContaining({ match: id, turn: 2, leftOut: 0 }),
    expect.stringContaining('the rules have changed'),
  );
  expect(open.match.state.board).toEqual(state.board);
  expect(open.match.state.messages).toEqual(state.messages);
  expect(open.match.digests).toEqual(digests);
  expect(told(open)).toMatchObject([{ from: 3, to: 3, turn: 2 }]);
  expect(open.match.view('OST').events.at(-1)).toMatchObject({ kind: 'rulesChanged' });
  expect(await send(open, 'NOR', { kind: 'say', to: ['SUD'], text: 'here again' })).toMatchObject({ ok: true });

  // Not told twice, and the same after the next start.
  const again = await openedBy(store, richer, id);
  expect(again.match.state).toEqual(open.match.state);
  await turnDone(again);
  expect(again.match.digests.slice(0, 1)).toEqual(digests);
  await playOut(again);
  const record = JSON.parse(JSON.stringify(await wholeRecord(again)));
  expect(record.seam).toMatchObject({ turn: 2, before: { rules: 3 } });
  expect(verifyRecord(record, () => richer)).toMatchObject({ ok: true, turns: LENGTH - 1, from: 2 });
  record.inputs.find((one: { input: { text?: string } }) => one.input.text === 'here again').input.text = 'never said';
  expect(verifyRecord(record, () => richer)).toMatchObject({ ok: false, turn: 2 });
  const timeline = openTimeline(await wholeRecord(again), richer);
  expect(timeline.steps[0]).toMatchObject({ turn: 2 });
  expect(timeline.viewAt(timeline.steps.length - 1, 'public').tracks).toEqual(again.match.view('public').tracks);
});

test('what a reader takes away meanwhile holds no secret of the stored position', async () => {
  const { store, id } = await leftInTurnTwo();
  const open = await openedBy(store, richer, id);
  const record = await recordFor(open, { person: 'cleo', facilitates: false }, { messages: true });
  expect(record).toMatchObject({
    seed: null,
    salt: null,
    inputs: [],
    redacted: { dropped: expect.arrayContaining(['earlier turns']) },
  });
  expect(record).not.toHaveProperty('seam');
  expect(JSON.stringify(record)).not.toContain('until tomorrow');
});

test('spectators who see it late see nothing of the open turn, and the next turn when it opens', async () => {
  const { store, id } = await leftInTurnTwo({ kind: 'public', spectators: 'turn' });
  const open = await openedBy(store, richer, id);
  expect(open.gallery.view('public')).toMatchObject({ table: { phase: 'table' }, events: [] });
  await turnDone(open);
  expect(open.gallery.view('public').board.turn).toBe(2);
  expect(open.gallery.view('public').events.some(({ kind }) => kind === 'turnClosed')).toBe(true);
});

test('what somebody said before a seam can be erased, and the rest is proved as before', async () => {
  const { store, id } = await leftInTurnTwo();
  const open = await openedBy(store, richer, id);
  await send(open, 'NOR', { kind: 'say', to: ['SUD'], text: 'here again' });
  await playOut(open);
  const { seam } = open.match;
  const inputs = await open.match.readInputs((all) => all);
  const said = inputs.filter(({ input }) => input.kind === 'say').map(({ seq }) => seq);
  const stored = await store.match(id);
  if (stored === null) throw new Error('not there');
  await store.eraseSaid(id, erasedLines(richer, foundationOf(stored), inputs, new Set(said), seam));
  const again = await openedBy(store, richer, id);
  const record = await wholeRecord(again);
  expect(again.match.digests).toEqual(open.match.digests);
  expect(JSON.stringify(record)).not.toMatch(/until tomorrow|here again/);
  expect(verifyRecord(JSON.parse(JSON.stringify(record)), () => richer)).toMatchObject({ ok: true, erased: [2] });
});

test('what today’s rules would not take of an open turn is left out, and counted for the operator alone', async () => {
  const { store, id } = await leftInTurnTwo();
  await store.append(id, {
    ...{ seq: (await store.inputs(id)).length + 1, at: 2_000_000, seat: 'NOR', person: 'anna', command: 'of-before' },
    input: { kind: 'sign', proposal: 'offer-of-another-age' },
  });
  const warn = vi.fn();
  const open = await openedBy(store, richer, id, { info: vi.fn(), warn, error: vi.fn() });
  expect(warn).toHaveBeenCalledWith(expect.objectContaining({ leftOut: 1 }), expect.anything());
  expect(open.match.state.board.turn).toBe(2);
  await turnDone(open);
  expect(open.match.state.board.turn).toBe(3);
});

test('a stored position of before states had all that they have now is completed', async () => {
  const { store, id } = await leftInTurnTwo();
  const turn = await store.lastTurn(id);
  if (turn === null) throw new Error('not there');
  const { policies: _not, waste: _yet, ...board } = turn.state.board;
  const { standing: _known, ...state } = turn.state;
  await store.putTurn(id, { ...turn, state: { ...state, board } as unknown as StoredTurn['state'] });
  const open = await openedBy(store, richer, id);
  expect(open.match.state).toMatchObject({ standing: {}, board: { turn: 2, policies: {}, waste: [] } });
  await playOut(open);
  expect(open.match.state.table.ended).toBe('term');
});

test('a position that was lost with its process is made up for when the match is opened next', async () => {
  const store = memoryStore();
  const open = await givenTable(serverWith({ ...store, putTurn: () => Promise.resolve() }, tiny), { length: 'short' });
  await turnDone(open);
  const { id } = open.match;
  await send(open, 'NOR', { kind: 'say', to: ['SUD'], text: 'in the turn after' });
  await open.close();
  expect(await store.lastTurn(id)).toBeNull();
  const next = await openedBy(store, tiny, id);
  await next.close();
  expect(await store.lastTurn(id)).toMatchObject({ turn: 1, chain: open.match.digests[0]?.chain });
  // Other rules would tell that turn in another way.
  const later = await openedBy(store, richer, id);
  expect([later.match.state.board, later.match.digests]).toEqual([open.match.state.board, open.match.digests]);
  expect(later.match.state.messages.map(({ text }) => text)).toEqual(['in the turn after']);
  await playOut(later);
  expect(later.match.state.table.ended).toBe('term');
});

test('an ended match keeps its end, and its record says by what it was played', async () => {
  const store = memoryStore();
  const open = await givenTable(serverWith(store, tiny));
  await playOut(open);
  await vi.waitFor(async () => expect((await store.lastTurn(open.match.id))?.state.table.phase).toBe('ended'));
  await open.close();
  const later = await openedBy(store, richer, open.match.id);
  expect(later.match.state.board).toEqual(open.match.state.board);
  expect(told(later)).toEqual([]);
  const record = JSON.parse(JSON.stringify(await wholeRecord(later)));
  expect(record.result).toEqual((await wholeRecord(open)).result);
  expect(verifyRecord(record, () => richer)).toMatchObject({
    ok: false,
    why: expect.stringContaining('was played by'),
  });
});

test('a table that has not begun begins by today’s rules', async () => {
  const store = memoryStore();
  const before = serverWith(store, tiny);
  const { match } = await before.directory.create({
    ...{ kind: 'private', title: '', length: 'sprint', pace: 'untimed', press: 'full', bots: { bot: 'hold' } },
    host: 'anna',
  } as const);
  await before.directory.close();
  const open = await openedBy(store, richer, match.id);
  await open.join({ person: 'anna', name: 'anna', power: 'NOR' });
  await open.start();
  expect(open.match.state.board.turn).toBe(1);
  expect(told(open)).toEqual([]);
});
